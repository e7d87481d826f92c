import Testing

/// Inputs that must leave as they came.
@Suite struct PassThroughTests {
    @Test(arguments: [
        "", "\n", "\r\n", "\u{FEFF}", "\u{FEFF}One river runs.\r\nTwo rivers run.\r\n",
        "One river runs.\rTwo rivers run.\r",
        "One river runs.\nTwo rivers run.", "One river runs.\r\nTwo rivers run.\nThree rivers run.\rFour",
        "river\u{85}runs\u{2028}far",
        "{ is no record\n", "[1] is a note\n", "می\u{200C}خواهم 👩\u{200D}🚀 ﬁn\n",
    ])
    func textsInWhichNothingIsFound(text: String) throws {
        try passes(Array(text.utf8), "clean")
    }

    @Test(
        arguments: [
            [0xFF], [0x61, 0xFF, 0xFE, 0x62], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80, 0x0A],
            [0xE2, 0x80], [0x80, 0x0A, 0xBF],
        ] as [[UInt8]])
    func bytesThatAreNoUTF8(bytes: [UInt8]) throws {
        try passes(Array("One river runs.\n".utf8) + bytes, "clean")
    }

    @Test func controlCharactersWithoutRepair() throws {
        try passes(
            Array(0...0x1F) + [0x7F, 0xC2, 0x80, 0xC2, 0xAD, 0xE2, 0x80, 0x8B, 0xEF, 0xBB, 0xBF, 0x0A],
            "clean --from text --disable repair")
        try passes([0, 0, 0], "clean --from text --disable repair")
        try passes(Array("One\u{0}river\u{7}\n\n\n\n\nruns.\n".utf8), "clean --disable repair")
    }

    @Test func recordsInWhichNothingIsFound() throws {
        let lines =
            "\u{FEFF}{\"text\":\"One river\\u0020runs.\\/\",\"n\":1.10}\r\n\r\n {\"n\":-0,\"text\":\"\\ud83e\"}\n{\"text\":\"\"}"
        try passes(Array(lines.utf8), "clean --no-annotation")
    }

    /// The same out as in: from standard input in any pieces, from a file, and under its own name.
    private func passes(_ bytes: [UInt8], _ line: String) throws {
        let workspace = try Workspace()
        workspace.write(bytes, to: "in")
        #expect(try workspace.tamis(line + " -q", input: bytes).output == bytes)
        let file = try workspace.tamis(line + " -q in -o out")
        #expect(file.isDone && workspace.has("out") && workspace.bytes("out") == bytes, "\(file)")
        let pieces = try workspace.shell("dd bs=1 status=none if=in | tamis \(line) -q")
        #expect(pieces.isDone && pieces.output == bytes)
    }

    @Test func utf16IsNamedAndConverted() throws {
        let workspace = try Workspace()
        for (name, isLittle) in [("utf-16le", true), ("utf-16be", false)] {
            let bytes = ("\u{FEFF}" + Article.dirty).utf16.flatMap {
                isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
            }
            workspace.write(bytes, to: "in")
            #expect(try workspace.tamis("clean in").failed("in: is UTF-16", "--encoding \(name)"))
            let run = try workspace.tamis("clean --encoding utf-16 in -o out --ledger ledger")
            #expect(run.isDone && workspace.text("out").hasSuffix(Article.clean), "\(run)")
            let restored = try workspace.tamis("restore out --ledger ledger")
            #expect(restored.isDone && restored.output == bytes)
        }
    }
}
