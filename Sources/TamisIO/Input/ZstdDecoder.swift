import CZstd

/// Decodes zstd: frames one after another, skippable ones passed over.
final class ZstdDecoder: StreamDecoder {
    private let context: OpaquePointer?
    private let windowLogLimit: Int
    /// How many bytes the library can use next: up to the end of a block, so that a damaged one takes none before it along.
    private var usableCount = ZstdDecoder.headerPieceCount
    /// The first bytes of the frame at hand, as many as its header may have.
    private var frameStart: [UInt8] = []

    /// How many bytes a frame's header has at most.
    private static let largestHeaderCount = 18
    /// How many bytes of a header the library gets at once.
    ///
    /// With a fourth it would take four bytes in the middle of a damaged header for the beginning of an old format.
    private static let headerPieceCount = 3
    /// How many bytes a block begins with.
    private static let blockHeaderCount = 3

    /// - Parameter windowLogLimit: The largest window a frame may ask for, as a power of two of bytes.
    init(windowLogLimit: Int) {
        self.windowLogLimit = windowLogLimit
        context = ZSTD_createDCtx()
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Int32(windowLogLimit))
    }

    deinit {
        ZSTD_freeDCtx(context)
    }

    func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecodingStep {
        let shown = frameStart + input.prefix(Self.largestHeaderCount - frameStart.count)
        // The library also takes frames of its old formats, which it reads another way in small pieces.
        guard Compression.mayBeginZstdFrame(shown.prefix(4)) else {
            return DecodingStep(isAtBoundary: false, failure: error(ZSTD_error_prefix_unknown))
        }
        let usableCount =
            frameStart.count < Self.largestHeaderCount ? min(usableCount, Self.headerPieceCount) : usableCount
        var source = ZSTD_inBuffer(src: input.baseAddress, size: min(input.count, usableCount), pos: 0)
        var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let result = ZSTD_decompressStream(context, &target, &source)
        let isError = ZSTD_isError(result) != 0
        // The library would have the header of the next block as well, and loses this one where that is damaged.
        if !isError { self.usableCount = result == 0 ? Self.headerPieceCount : max(1, result - Self.blockHeaderCount) }
        frameStart = result == 0 ? [] : Array(shown.prefix(frameStart.count + source.pos))
        // An error is named by where the bytes begin that it is in.
        return DecodingStep(
            inputCount: isError ? 0 : source.pos, outputCount: target.pos, isAtBoundary: result == 0,
            failure: isError ? error(ZSTD_getErrorCode(result)) : nil)
    }

    private func error(_ code: ZSTD_ErrorCode) -> DecodingError {
        switch code {
        case ZSTD_error_frameParameter_windowTooLarge:
            DecodingError(
                what: "a frame needs a window of more than \(1 << (windowLogLimit - 20)) MiB",
                advice: "give more --memory, or unpack it on the way: zstd -dc --long=31 FILE | tamis clean")
        case ZSTD_error_prefix_unknown:
            DecodingError(what: "here stand bytes that are no zstd", advice: "cut them off")
        case ZSTD_error_dictionary_wrong:
            DecodingError(
                what: "it needs a dictionary", advice: "unpack it on the way: zstd -dc -D DICTIONARY FILE | tamis clean"
            )
        default: DecodingError(what: String(cString: ZSTD_getErrorString(code)))
        }
    }
}
