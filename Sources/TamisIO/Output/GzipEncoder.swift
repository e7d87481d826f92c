import CZlib

/// Writes gzip members without name and time, so that the same bytes give the same file.
final class GzipEncoder: StreamEncoder {
    /// zlib keeps the address, so the structure stays where it is.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

    init(level: Int) {
        stream.initialize(to: z_stream())
        // 15 bits of window, the most there are, and 16 for the gzip header; 8 is zlib's default for its memory.
        deflateInit2_(
            stream, Int32(min(level, Compression.gzip.highestLevel)), Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    func encode(_ bytes: UnsafeRawBufferPointer, _ step: EncodingStep, into output: inout [UInt8]) {
        let input = bytes.assumingMemoryBound(to: UInt8.self)
        let flush =
            switch step {
            case .goesOn: Z_NO_FLUSH
            case .flushes: Z_SYNC_FLUSH
            case .ends: Z_FINISH
            }
        var position = 0
        repeat {
            // zlib counts in 32 bits.
            let part = min(input.count - position, 1 << 30)
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + position })
            stream.pointee.avail_in = UInt32(part)
            let isLast = position + part == input.count
            repeat {
                output.append(roomBytes: 64 << 10) { room in
                    stream.pointee.next_out = room.baseAddress
                    stream.pointee.avail_out = UInt32(room.count)
                    deflate(stream, isLast ? flush : Z_NO_FLUSH)
                    return room.count - Int(stream.pointee.avail_out)
                }
            } while stream.pointee.avail_out == 0
            position += part
        } while position < input.count
        if step == .ends { deflateReset(stream) }
    }
}
