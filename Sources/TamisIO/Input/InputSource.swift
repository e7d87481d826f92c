/// The bytes of a file, a pipe or standard input, decoded where they are compressed, which their first bytes tell.
///
/// Decoding happens on a thread of its own.
public final class InputSource: ByteSource {
    /// The largest window of a zstd frame, as a power of two of bytes: 128 MiB, as `zstd -d` has it.
    public static let windowLogLimit = 27

    /// The largest window that goes well with `memoryBytes`: half of them, and what any frame may ask for at least (8 MiB).
    public static func windowLogLimit(memoryBytes: Int) -> Int {
        let most = Int.bitWidth - 1 - max(1, memoryBytes / 2).leadingZeroBitCount
        return min(max(most, 23), 31)
    }

    private let file: FileSource
    private var source: any ByteSource
    private let readAhead: ReadAheadSource?
    private let decompressed: DecompressedSource?

    /// Opens `path`; a directory is refused as a usage error.
    public init(
        path: String, spool: Spool? = nil, windowLogLimit: Int = InputSource.windowLogLimit
    ) throws(InputError) {
        file = try FileSource(path: path, spool: spool)
        var peeked = PeekedSource(file)
        _ = try peeked.peek(Compression.magicByteCount)
        guard let compression = Compression(magic: peeked.peeked) else {
            source = peeked
            readAhead = nil
            decompressed = nil
            return
        }
        let decompressed = DecompressedSource(
            peeked, compression, windowLogLimit: windowLogLimit, file: path)
        let readAhead = ReadAheadSource(decompressed)
        source = readAhead
        self.readAhead = readAhead
        self.decompressed = decompressed
    }

    /// Whether `read` would return at once rather than wait.
    public var isReady: Bool {
        readAhead?.isReady ?? file.isReady
    }

    /// What it is compressed with; nil where it is not.
    var compression: Compression? { decompressed?.compression }

    /// What is known of the container once all has been read; nil where there is none.
    var container: Container? {
        decompressed?.container
    }

    /// Reads once; fewer bytes than asked for do not mean the end.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        try source.read(into: buffer)
    }
}
