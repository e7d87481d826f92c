/// How an output is compressed.
public struct OutputCompression: Sendable {
    /// The container.
    public let compression: Compression
    /// The container's level; nil for its own default.
    public let level: Int?

    /// Makes a choice; a level above the container's highest is the highest.
    public init(_ compression: Compression, level: Int? = nil) {
        self.compression = compression
        self.level = level
    }

    /// What the suffix of `path` asks for: `.gz`, `.zst`; nil for any other.
    public init?(suffixOf path: String, level: Int? = nil) {
        guard let found = Compression.allCases.first(where: { path.hasSuffix($0.suffix) }) else { return nil }
        self.init(found, level: level)
    }

    /// An encoder that has encoded nothing.
    func makeEncoder() -> any StreamEncoder {
        switch compression {
        case .gzip: GzipEncoder(level: level ?? 6)
        case .zstd: ZstdEncoder(level: level ?? 3)
        }
    }
}

/// What happens after some bytes were encoded.
enum EncodingStep {
    /// More will come.
    case goesOn
    /// All bytes so far must be readable from what has come out.
    case flushes
    /// The member or frame ends; the next byte starts another.
    case ends
}

/// An encoder of one container.
protocol StreamEncoder: AnyObject {
    /// Encodes `bytes` and appends what comes out to `output`.
    func encode(_ bytes: UnsafeRawBufferPointer, _ step: EncodingStep, into output: inout [UInt8])
}

extension [UInt8] {
    /// Appends what `fill` writes to the front of a room of `roomBytes`, as it counts it.
    mutating func append(roomBytes: Int, _ fill: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
        append(addingCapacity: roomBytes) { span in
            span.withUnsafeMutableBufferPointer { buffer, count in
                count = fill(UnsafeMutableBufferPointer(rebasing: buffer[..<roomBytes]))
            }
        }
    }
}
