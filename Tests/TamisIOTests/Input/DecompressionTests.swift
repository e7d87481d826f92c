import CZlib
import CZstd
import Testing

@testable import TamisIO

/// gzip and zstd, whole, joined, cut and damaged.
@Suite struct DecompressionTests {
    /// 300 lines of which no two are alike.
    static let lines: [UInt8] = {
        var random = SeededRandom(seed: 3)
        return (0..<300).flatMap { Array(#"{"id":\#($0),"text":"\#(random.next())"}"#.utf8) + [0x0A] }
    }()

    @Test(arguments: Compression.allCases, [1, 16, 4096, .max])
    func givesTheBytes(_ compression: Compression, chunkSize: Int) throws {
        for input in [[], [0x61], Self.lines] {
            #expect(try decoded(compressed(input, compression), compression, chunkSize: chunkSize).bytes == input)
        }
    }

    @Test(arguments: Compression.allCases)
    func joinsMembers(_ compression: Compression) throws {
        let parts = [Array(Self.lines[..<700]), [], Array(Self.lines[700...])]
        var file = parts.flatMap { compressed($0, compression) }
        // A skippable frame before and after, or the zeros of a tape.
        let skipped: [UInt8] = [0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
        file = compression == .zstd ? skipped + file + skipped : file + [0, 0, 0, 0, 0, 0]
        for chunkSize in [1, 7, .max] {
            let result = try decoded(file, compression, chunkSize: chunkSize)
            #expect(result.bytes == Self.lines && result.error == nil)
        }
    }

    @Test(arguments: Compression.allCases)
    func cutAnywhere(_ compression: Compression) throws {
        let file =
            compressed(Array(Self.lines[..<2000]), compression) + compressed(Array(Self.lines[2000...]), compression)
        let border = compressed(Array(Self.lines[..<2000]), compression).count
        for end in Compression.magicByteCount..<file.count {
            let result = try decoded(Array(file[..<end]), compression, chunkSize: 64)
            #expect(Self.lines.starts(with: result.bytes))
            if end == border {
                #expect(result.error == nil && result.bytes.count == 2000)
            } else {
                #expect(result.error?.byteOffset == end && result.error?.what.contains("too early") == true)
                #expect(end < border || result.bytes.count >= 2000)
            }
        }
    }

    @Test(arguments: Compression.allCases)
    func bytesAfterTheEnd(_ compression: Compression) throws {
        let file = compressed(Self.lines, compression)
        for chunkSize in [1, .max] {
            let result = try decoded(file + Array("garbage".utf8), compression, chunkSize: chunkSize)
            #expect(result.bytes == Self.lines && result.error?.byteOffset ?? 0 >= file.count, "\(result)")
            #expect(result.error?.description.contains("in: byte \(file.count)") == true, "\(result)")
        }
    }

    /// Files that fuzzing found: of a damaged one comes the same, however it is read.
    @Test(arguments: [
        "28b52ffd001f0a9b01010000020000000002" + "0b00b9b98b00",
        "28b52ffd200319000061626319000061626328b52ffd2003190000616263ffffff",
        "28b52ffdf927b52ffd00471f9b0200001f9b01010028",
    ])
    func damagedFilesGiveTheSameInAllPieces(hexadecimal: String) throws {
        let digits = Array(hexadecimal.utf8)
        let file = try stride(from: 0, to: digits.count, by: 2).map {
            try #require(UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16))
        }
        let whole = try decoded(file, .zstd, chunkSize: .max)
        for chunkSize in 1...5 {
            let pieces = try decoded(file, .zstd, chunkSize: chunkSize)
            #expect(pieces.bytes == whole.bytes && (pieces.error == nil) == (whole.error == nil))
        }
    }

    /// The library would read it, in small pieces otherwise than in large ones.
    @Test(arguments: [1, 3, .max])
    func aFrameOfAnOldFormatIsNoZstd(chunkSize: Int) throws {
        let file = compressed(Self.lines, .zstd)
        let old: [UInt8] = [0x26, 0xB5, 0x2F, 0xFD, 0x04, 0x01, 0x28, 0x4F, 0xFD]
        let result = try decoded(file + old, .zstd, chunkSize: chunkSize)
        #expect(result.bytes == Self.lines)
        #expect(result.error?.what.contains("no zstd") == true && result.error?.byteOffset == file.count, "\(result)")
    }

    @Test(arguments: Compression.allCases)
    func damageIsNoticed(_ compression: Compression) throws {
        let file = compressed(Self.lines, compression)
        for place in stride(from: 12, to: file.count, by: 101) {
            var damaged = file
            damaged[place] ^= 0x10
            let result = try decoded(damaged, compression, chunkSize: .max)
            #expect(result.error != nil && result.error?.byteOffset ?? 0 <= file.count, "byte \(place)")
        }
    }

    /// The last bytes of a member or frame are its checksum.
    @Test(arguments: Compression.allCases, [1, .max])
    func whatStandsBeforeDamageIsGivenOut(_ compression: Compression, chunkSize: Int) throws {
        let file = compressed(Self.lines, compression)
        var damaged = file
        damaged[file.count - (compression == .gzip ? 6 : 2)] ^= 1
        let result = try decoded(damaged + file, compression, chunkSize: chunkSize)
        #expect(result.bytes == Self.lines)
        #expect(result.error?.what.contains("check") == true)
    }

    @Test func aWindowOverTheLimitIsRefused() throws {
        // A frame that asks for 2^20 bytes of window, of which a decoder may grant 2^19.
        let context = ZSTD_createCCtx()
        defer { ZSTD_freeCCtx(context) }
        ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, 20)
        ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0)
        let input = [UInt8](repeating: 0x61, count: 3 << 20)
        var file = [UInt8](repeating: 0, count: 1 << 20)
        file.removeSubrange(ZSTD_compress2(context, &file, file.count, input, input.count)...)
        #expect(try decoded(file, .zstd, chunkSize: .max, windowLogLimit: 20).bytes == input)
        let result = try decoded(file, .zstd, chunkSize: .max, windowLogLimit: 19)
        #expect(result.bytes.isEmpty && result.error?.what.contains("window of more than") == true)
    }

    private func decoded(
        _ file: [UInt8], _ compression: Compression, chunkSize: Int, windowLogLimit: Int = 27
    ) throws -> (bytes: [UInt8], error: InputError?) {
        #expect(Compression(magic: file) == compression)
        let source = ReadAheadSource(
            DecompressedSource(
                MemorySource(file, chunkSize: chunkSize), compression, windowLogLimit: windowLogLimit, file: "in"))
        return everything(of: source)
    }
}

/// All that `source` gives, and what ends it before its time.
func everything(of source: some ByteSource) -> (bytes: [UInt8], error: InputError?) {
    var source = source
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1000, alignment: 1)
    defer { buffer.deallocate() }
    do throws(InputError) {
        while true {
            let count = try source.read(into: buffer)
            if count == 0 { return (bytes, nil) }
            bytes += buffer[..<count]
        }
    } catch {
        return (bytes, error)
    }
}

/// `bytes` as one member of gzip or one frame of zstd, as the libraries make it.
func compressed(_ bytes: [UInt8], _ compression: Compression) -> [UInt8] {
    var file = [UInt8](repeating: 0, count: bytes.count + bytes.count / 2 + 1000)
    switch compression {
    case .gzip:
        var stream = z_stream()
        deflateInit2_(
            &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = bytes
        let count = input.withUnsafeMutableBufferPointer { input in
            file.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(file[..<count])
    case .zstd:
        let context = ZSTD_createCCtx()
        defer { ZSTD_freeCCtx(context) }
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        return Array(file[..<ZSTD_compress2(context, &file, file.count, bytes, bytes.count)])
    }
}
