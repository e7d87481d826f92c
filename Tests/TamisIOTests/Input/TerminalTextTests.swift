import Testing

@testable import TamisIO

@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("plain é 😀 한", "plain é 😀 한"), ("a\u{1b}[2J", "a\\u{1b}[2J"),
        ("a\nb\r\t\u{7f}", "a\\u{0a}b\\u{0d}\\u{09}\\u{7f}"),
        ("\u{9b}31m", "\\u{9b}31m"), ("\u{202E}abc\u{2066}", "\\u{202e}abc\\u{2066}"),
        ("a\u{200B}\u{FEFF}\u{AD}", "a\\u{200b}\\u{feff}\\u{ad}"),
        ("\u{E0041}", "\\u{e0041}"),
    ])
    func spellsOut(_ text: String, _ escaped: String) {
        #expect(TerminalText.escaped(text) == escaped)
    }

    @Test func spellsOutInvalidBytes() {
        #expect(TerminalText.escaped([0x61, 0xFF, 0xC2, 0x80, 0xE2, 0x82, 0x0A]) == "a\\xff\\u{80}\\xe2\\x82\\u{0a}")
    }

    @Test func errorsAreOneSafeLine() {
        let error = InputError("is\nbad", file: "a\u{1b}b", record: 3, byteOffset: 7, advice: "mend it")
        #expect(error.description == "a\\u{1b}b: record 3, byte 7: is\\u{0a}bad; mend it")
        #expect(InputError("is empty", file: "-").description == "standard input: is empty")
    }

    @Test func aDirectoryIsNoFile() {
        let error = #expect(throws: InputError.self) { try FileSource(path: "/tmp") }
        #expect(error?.isUsage == true && error?.description == "/tmp: is a directory; give -r to read the files in it")
    }
}
