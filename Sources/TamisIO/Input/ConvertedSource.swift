/// A source converted to UTF-8, with the proof that it can be converted back.
///
/// Every chunk is converted back and compared; the first difference ends the input with an error.
public struct ConvertedSource: ByteSource {
    private var source: any ByteSource
    private let file: String
    private var decoder: TextDecoder
    private var converted: [UInt8] = []
    private var position = 0
    /// Bytes read and not yet compared with the way back: at most half a character between two reads.
    private var unproven: [UInt8] = []
    private var provenCount = 0
    private var isAtEnd = false

    /// Converts `source`, called `file` in errors, from `encoding`.
    public init(_ source: any ByteSource, from encoding: TextEncoding, file: String) {
        self.source = source
        self.file = file
        decoder = TextDecoder(encoding)
    }

    /// The encoding to convert back to: for `utf-16`, once something was read, the order that its mark told.
    public var encoding: TextEncoding {
        decoder.encoding
    }

    /// Gives the next converted bytes.
    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        while position == converted.count, !isAtEnd { try convertMore() }
        let count = min(buffer.count, converted.count - position)
        converted[position..<position + count].withUnsafeBytes { buffer.copyMemory(from: $0) }
        position += count
        return count
    }

    private mutating func convertMore() throws(InputError) {
        let known = unproven.count
        try source.read(atMost: 64 << 10, appendingTo: &unproven)
        isAtEnd = unproven.count == known
        converted.removeAll(keepingCapacity: true)
        position = 0
        do throws(TextDecoder.Failure) {
            try decoder.decode(unproven[known...], into: &converted)
            if isAtEnd { try decoder.finish(into: &converted) }
        } catch {
            throw InputError(error.what, file: file, byteOffset: error.byteOffset, advice: error.advice)
        }
        try prove()
    }

    /// Converts `converted` back and compares.
    private mutating func prove() throws(InputError) {
        if converted.isEmpty { return }
        guard let original = decoder.encoding.encode(converted.span), unproven.starts(with: original) else {
            throw InputError(
                "cannot be converted to UTF-8 and back without a difference", file: file, byteOffset: provenCount,
                advice: "check --encoding")
        }
        unproven.removeFirst(original.count)
        provenCount += original.count
    }
}
