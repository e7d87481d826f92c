import Glibc
import Testing

@testable import TamisIO

@Suite struct FileSourceTests {
    @Test func readsAFileInAnyPieces() throws {
        try withTemporaryFolder { folder in
            let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
            write(bytes, to: folder + "/a")
            for size in [1, 3, 4096, 20_000] {
                let source = try FileSource(path: folder + "/a")
                #expect(source.byteCount == bytes.count && source.isReady)
                var found: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: size)
                while case let count = try buffer.withUnsafeMutableBytes({ try source.read(into: $0) }), count > 0 {
                    found += buffer[..<count]
                }
                #expect(found == bytes)
            }
        }
    }

    @Test func tellsWhetherAPipeHasSomething() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[1]) }
        let source = try FileSource(path: "/proc/self/fd/\(ends[0])")
        close(ends[0])
        #expect(source.byteCount == nil && !source.isReady)
        #expect(Glibc.write(ends[1], "ab", 2) == 2)
        #expect(source.isReady)
        var reader = JSONLReader(source)
        #expect(Glibc.write(ends[1], "c\nd", 3) == 3)
        #expect(try reader.nextBatch()?.bytes == Array("abc\n".utf8), "a whole line is not kept waiting for the next")
    }

    @Test func namesWhatIsMissing() {
        let error = #expect(throws: InputError.self) { try FileSource(path: "/nowhere/a.txt") }
        #expect(error?.description == "/nowhere/a.txt: No such file or directory; check the name")
        #expect(error?.isUsage == false)
    }
}
