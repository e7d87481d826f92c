// A gzip file of two members, read 5 bytes at a time: each read hands the decoder what it has not taken yet; at the end of
// the first member the decoder starts anew. Bytes that are no member, or a member without an end, are an error that names
// their offset in the file.

/// What a decoder made of some bytes.
struct DecodingStep {
    /// How many compressed bytes it took.
    var inputCount = 0
    /// How many bytes it gave.
    var outputCount = 0
    /// Whether the input may end here.
    var isAtBoundary: Bool
    /// Why it cannot go on; what it gave still counts.
    var failure: DecodingError?
}

/// Why bytes cannot be decoded.
struct DecodingError: Error {
    /// What is wrong, without a full stop.
    let what: String
    var advice = "make or fetch the file again"
}

/// A decoder of one container.
protocol StreamDecoder: AnyObject {
    /// Decodes some of `input`, which is not empty unless the last step filled its output, to `output`.
    func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecodingStep
}

/// A compressed source, decoded.
///
/// What was decoded before an error is given out before it. Not for use from several threads at once.
final class DecompressedSource: ByteSource {
    private let file: String
    private var source: any ByteSource
    private let decoder: any StreamDecoder
    let compression: Compression
    private let digest = Digest()
    /// Compressed bytes; those from `start` to `end` have not been decoded.
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    private var start = 0
    private var end = 0
    /// The offset in the file of `buffer[start]`.
    private var position = 0
    private var isAtBoundary = false
    /// Whether the decoder may have more to give without more bytes: it filled all the room it had.
    private var mayHoldMore = false
    private var isAtEnd = false
    private var failure: InputError?

    /// Decodes `source`, called `file` in errors.
    init(_ source: any ByteSource, _ compression: Compression, windowLogLimit: Int, file: String) {
        self.source = source
        self.file = file
        self.compression = compression
        decoder =
            switch compression {
            case .gzip: GzipDecoder()
            case .zstd: ZstdDecoder(windowLogLimit: windowLogLimit)
            }
    }

    deinit { buffer.deallocate() }

    /// What was read so far, as it stands in the file.
    var container: Container {
        Container(compression: compression, byteCount: digest.byteCount, digest: digest.hexadecimal)
    }

    /// Decodes until `target` is full, or what was read last is used up and has given something.
    func read(into target: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        var count = 0
        do throws(InputError) {
            while count < target.count, failure == nil {
                if start == end, !mayHoldMore {
                    guard count == 0, try fill() else { break }
                }
                count += decode(into: UnsafeMutableRawBufferPointer(rebasing: target[count...]))
            }
        } catch {
            failure = error
        }
        if count == 0, let failure { throw failure }
        return count
    }

    private func decode(into target: UnsafeMutableRawBufferPointer) -> Int {
        let step = decoder.decode(UnsafeRawBufferPointer(rebasing: buffer[start..<end]), into: target)
        start += step.inputCount
        position += step.inputCount
        mayHoldMore = step.outputCount == target.count
        if step.inputCount + step.outputCount > 0 { isAtBoundary = step.isAtBoundary }
        failure = step.failure.map {
            InputError(
                "the \(compression.rawValue) data is damaged: " + $0.what, file: file, byteOffset: position,
                advice: $0.advice)
        }
        return step.outputCount
    }

    /// Reads on; false at the end of the input.
    private func fill() throws(InputError) -> Bool {
        if isAtEnd { return false }
        start = 0
        end = 0
        end = try source.read(into: buffer)
        digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<end]))
        guard end == 0 else { return true }
        isAtEnd = true
        guard isAtBoundary else {
            throw InputError(
                "the \(compression.rawValue) data ends too early; what stands before was read", file: file,
                byteOffset: position, advice: "make or fetch the file again")
        }
        return false
    }
}

/// What is noted of a container: decoded and encoded again it may be another.
struct Container: Sendable, Equatable {
    /// Its kind.
    let compression: Compression
    /// Its size.
    let byteCount: Int
    /// The XXH3-128 of its bytes.
    let digest: String
}
