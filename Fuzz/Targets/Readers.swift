import Tamis

@testable import TamisIO

private let scannedFields = ["text", "/a/b"].compactMap(FieldPath.init)

/// Two readers of JSON agree on what is a record, and a decoded text leads back to its bytes.
@Sendable func records(_ bytes: [UInt8]) {
    var scanner = JSONScanner(fields: scannedFields)
    let isObject = (try? JSONValue(parsing: bytes))?.members != nil
    let isAccepted = (try? scanner.scan(bytes.span)) != nil
    precondition(isObject == isAccepted, "two readers disagree")
    guard isAccepted, let location = scanner.values[0], location.kind == .string else { return }
    let text = JSONString.decode(location, in: bytes.span)
    precondition(text.rawRange(of: 0..<text.bytes.count) == location.contents, "the text does not lead back")
    var again: [UInt8] = [UInt8(ascii: "{"), 0x22, UInt8(ascii: "t"), 0x22, UInt8(ascii: ":"), 0x22]
    JSONString.encode(text.bytes.span, into: &again)
    again += [0x22, UInt8(ascii: "}")]
    precondition((try? JSONValue(parsing: again))?["t"]?.bytes == text.bytes, "encoded again, the text differs")
}

/// Batches of a reader, one after the other, are the input; small and large pieces give the same.
private func pieces(_ bytes: [UInt8], _ make: (MemorySource, RecordLimits) -> any RecordReader) {
    func joined(_ chunkSize: Int, _ batchBytes: Int) -> [UInt8] {
        var reader = make(
            MemorySource(bytes, chunkSize: chunkSize), RecordLimits(batchBytes: batchBytes, maxRecordBytes: 300))
        var output: [UInt8] = []
        while let batch = try? reader.nextBatch() { output += batch.bytes }
        return output
    }
    let large = joined(4096, 1 << 20)
    precondition(bytes.starts(with: large), "what a reader hands on is not its input")
    precondition(joined(7, 50) == large, "small pieces give other bytes")
}

/// CSV.
@Sendable func tables(_ bytes: [UInt8]) {
    pieces(bytes) { CSVReader($0, delimiter: UInt8(ascii: ","), limits: $1) }
}

/// WARC.
@Sendable func archives(_ bytes: [UInt8]) {
    pieces(bytes) { WARCReader($0, limits: $1, file: "in") }
}
