import Foundation
import Testing

/// One line and nothing else: 20 MB of it, or 200 MB where TAMIS_LONG_TESTS is set.
@Suite struct LongLineTests {
    private static let byteCount = (ProcessInfo.processInfo.environment["TAMIS_LONG_TESTS"] == nil ? 20 : 200) << 20

    @Test(arguments: [("It says ", ""), (#"{"text":"It says "#, #""}"#)])
    func isCleanedAndRestored(start: String, end: String) throws {
        let words = Array((0..<4000).map { "word\($0 * 7919 % 4001) " }.joined().utf8)
        var line = Array(start.utf8)
        line.reserveCapacity(Self.byteCount + words.count)
        while line.count < Self.byteCount { line += words }
        let workspace = try Workspace()
        workspace.write(line + Array(end.utf8), to: "line")
        let run = try workspace.tamis("clean --signals none line -o out --ledger ledger")
        #expect(run.isDone && run.messages.hasPrefix("1 document: "), "\(run)")
        #expect(try workspace.shell("tamis restore out --ledger ledger | cmp - line").isDone)
    }

    @Test func isRefusedWhereTheLimitIsLower() throws {
        let workspace = try Workspace()
        workspace.write([UInt8](repeating: 0x61, count: 3 << 20), to: "line")
        let run = try workspace.tamis("clean --max-record-bytes 1M line -o out --ledger ledger")
        #expect(
            run.failed("line: ", "larger than 1048576 bytes", "--max-record-bytes", "1 rejected"), "\(run.messages)")
        #expect(try workspace.shell("tamis restore out --ledger ledger | cmp - line").isDone)
    }
}
