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

/// Any bytes read as gzip or zstd: small and large pieces give the same bytes and the same end, and what was packed comes out.
///
/// The first byte chooses the container, and whether the rest is packed or to be packed.
@Sendable func containers(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let compression = Compression.allCases[Int(first & 1)]
    let rest = Array(bytes.dropFirst())
    if first & 2 == 0 {
        let (whole, pieces) = (unpacked(rest, compression, 4096), unpacked(rest, compression, 3))
        precondition(whole.bytes == pieces.bytes && whole.hasEnded == pieces.hasEnded, "small pieces give other bytes")
        return
    }
    let encoder = OutputCompression(compression, level: 1).makeEncoder()
    var packed: [UInt8] = []
    let cut = rest.count / 2
    let step: EncodingStep = first & 4 == 0 ? .goesOn : first & 8 == 0 ? .flushes : .ends
    rest.withUnsafeBytes {
        encoder.encode(UnsafeRawBufferPointer(rebasing: $0[..<cut]), step, into: &packed)
        encoder.encode(UnsafeRawBufferPointer(rebasing: $0[cut...]), .ends, into: &packed)
    }
    let again = unpacked(packed, compression, first & 16 == 0 ? 4096 : 5)
    precondition(again.hasEnded && again.bytes == rest, "what was packed does not come out")
}

private func unpacked(_ bytes: [UInt8], _ compression: Compression, _ chunkSize: Int) -> (
    bytes: [UInt8], hasEnded: Bool
) {
    let source = DecompressedSource(
        MemorySource(bytes, chunkSize: chunkSize), compression, windowLogLimit: 20, file: "in")
    var output: [UInt8] = []
    var room = [UInt8](repeating: 0, count: chunkSize)
    while output.count < 1 << 16 {
        guard let count = try? room.withUnsafeMutableBytes({ try source.read(into: $0) }) else {
            return (output, false)
        }
        if count == 0 { return (output, true) }
        output += room[..<count]
    }
    return (Array(output.prefix(1 << 16)), false)
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
    let large = joined(4096, 4096)
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
