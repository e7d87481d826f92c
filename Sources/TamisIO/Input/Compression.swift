/// A container around the bytes of an input or an output.
public enum Compression: String, Sendable, CaseIterable {
    /// gzip (RFC 1952): one or more members, one after another.
    case gzip
    /// zstd (RFC 8878): one or more frames, skippable ones among them.
    case zstd

    /// How many first bytes tell the container.
    static let magicByteCount = 4

    /// What the names of such files end in.
    var suffix: String {
        switch self {
        case .gzip: ".gz"
        case .zstd: ".zst"
        }
    }

    /// The level that compresses most.
    public var highestLevel: Int {
        switch self {
        case .gzip: 9
        case .zstd: 22
        }
    }

    /// The container that begins with `bytes`; nil when it is none.
    init?(magic bytes: some Collection<UInt8>) {
        if bytes.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if bytes.count >= 4, Self.mayBeginZstdFrame(bytes.prefix(4)) {
            self = .zstd
        } else {
            return nil
        }
    }

    /// Whether a frame of zstd, skippable ones among them, may begin with `bytes`, which are four at most.
    static func mayBeginZstdFrame(_ bytes: some Collection<UInt8>) -> Bool {
        let isFrame = zip(bytes, [0x28, 0xB5, 0x2F, 0xFD]).allSatisfy { $0 == $1 }
        // 0x184D2A50 to 0x184D2A5F, low byte first.
        let isSkippable = zip(bytes, [0x50, 0x2A, 0x4D, 0x18]).enumerated().allSatisfy { place, pair in
            (place == 0 ? pair.0 & 0xF0 : pair.0) == pair.1
        }
        return isFrame || isSkippable
    }
}
