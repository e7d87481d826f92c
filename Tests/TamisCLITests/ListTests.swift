import Foundation
import Testing

/// The tables as they are printed.
@Suite struct ListTests {
    @Test func theSignalPageIsWhatTheTablesPrint() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("docs/signals.md"), encoding: .utf8)
        let printed = try Workspace().tamis("list signals --markdown").text
        #expect(page == printed, "run scripts/record-docs")
    }

    @Test func profilesHaveTheirBoundsAndSettings() throws {
        let profiles = try Workspace().tamis("list profiles").text
        #expect(profiles.contains("gopher\n") && profiles.contains("short_doc: ") && profiles.contains(">= 50\n"))
        #expect(profiles.contains("redpajama\n") && profiles.contains("No bounds were published"))
        #expect(try Workspace().tamis("list settings").text.contains("\ngopher.short_doc  50\n"))
        #expect(try Workspace().tamis("list signals").text.contains("    Accepted: "))
    }

    @Test func onlySignalsHaveAPage() throws {
        #expect(try Workspace().tamis("list rules --markdown").refused("--markdown"))
    }
}
