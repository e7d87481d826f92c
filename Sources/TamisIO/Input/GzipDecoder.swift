import CZlib

/// Decodes gzip: members one after another, and zeros after the last, with which tapes and archives fill up a block.
final class GzipDecoder: StreamDecoder {
    /// zlib keeps the address, so the structure stays where it is.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var state = State.start

    private enum State {
        case start
        case member
        case betweenMembers
        case padding
    }

    init() {
        stream.initialize(to: z_stream())
        // 15 bits of window, the most there are, and 16 for the gzip header.
        inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecodingStep {
        if state == .betweenMembers {
            guard let first = input.first else { return DecodingStep(isAtBoundary: true) }
            inflateReset(stream)
            state = first == 0 ? .padding : .member
            guard state == .padding || first == 0x1F else { return Self.trailingBytes }
        }
        if state == .padding {
            guard input.allSatisfy({ $0 == 0 }) else { return Self.trailingBytes }
            return DecodingStep(inputCount: input.count, isAtBoundary: true)
        }
        state = .member
        let most = Int(UInt32.max)
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.assumingMemoryBound(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(min(most, input.count))
        stream.pointee.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
        stream.pointee.avail_out = UInt32(min(most, output.count))
        let status = inflate(stream, Z_NO_FLUSH)
        if status == Z_STREAM_END { state = .betweenMembers }
        return DecodingStep(
            inputCount: min(most, input.count) - Int(stream.pointee.avail_in),
            outputCount: min(most, output.count) - Int(stream.pointee.avail_out),
            isAtBoundary: state == .betweenMembers, failure: failure(status))
    }

    private func failure(_ status: Int32) -> DecodingError? {
        // Z_BUF_ERROR: there is no more input, or no more room.
        if [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status) { return nil }
        return DecodingError(what: stream.pointee.msg.map { String(cString: $0) } ?? "zlib's error \(status)")
    }

    private static let trailingBytes = DecodingStep(
        isAtBoundary: true,
        failure: DecodingError(what: "after its end stand bytes that are no gzip", advice: "cut them off"))
}
