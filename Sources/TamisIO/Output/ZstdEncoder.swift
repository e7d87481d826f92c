import CZstd

/// Writes zstd frames with a checksum.
final class ZstdEncoder: StreamEncoder {
    private let context = ZSTD_createCCtx()

    init(level: Int) {
        ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, Int32(min(level, Compression.zstd.highestLevel)))
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    }

    deinit {
        ZSTD_freeCCtx(context)
    }

    func encode(_ bytes: UnsafeRawBufferPointer, _ step: EncodingStep, into output: inout [UInt8]) {
        let end =
            switch step {
            case .goesOn: ZSTD_e_continue
            case .flushes: ZSTD_e_flush
            case .ends: ZSTD_e_end
            }
        var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
        var isDone = false
        while !isDone {
            output.append(roomBytes: ZSTD_CStreamOutSize()) { room in
                var target = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
                let left = ZSTD_compressStream2(context, &target, &input, end)
                isDone = step == .goesOn ? input.pos == input.size : left == 0 || ZSTD_isError(left) != 0
                return target.pos
            }
        }
    }
}
