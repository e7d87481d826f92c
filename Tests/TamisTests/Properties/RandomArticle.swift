/// Seeded articles with all that the rules look for, and all that they must leave alone.
struct RandomArticle<Random: RandomNumberGenerator> {
    var random: Random

    /// An article of up to `blockCount` blocks; the same for the same generator.
    mutating func next(blockCount: Int = 9, hasInvalidBytes: Bool = true) -> [UInt8] {
        var blocks: [String] = []
        let lineEnd = pick(["\n", "\n", "\n", "\r\n", "\r", "\u{85}", "\u{2028}"])
        var text = oneIn(30) ? "\u{FEFF}" : ""
        for _ in 0..<Int.random(in: 0...blockCount, using: &random) {
            let block = block(after: blocks)
            blocks.append(block)
            let end = oneIn(12) ? pick(["\n", "\r\n", "\r", "\u{2029}"]) : lineEnd
            text += block.replacing("\n", with: end) + String(repeating: end, count: pick([1, 2, 2, 2, 1, 3, 4]))
            if oneIn(15) { text += pick([" ", "\t", "\u{A0}"]) + end }
        }
        if oneIn(4) {
            while text.unicodeScalars.last?.properties.isWhitespace == true { text.unicodeScalars.removeLast() }
        }
        let bytes = Array(text.utf8)
        return hasInvalidBytes && oneIn(5) ? damaged(bytes) : bytes
    }

    private mutating func block(after blocks: [String]) -> String {
        switch Int.random(in: 0..<20, using: &random) {
        case 0...3: return paragraph()
        case 4: return words(Int.random(in: 2...6, using: &random)).capitalizedFirst
        case 5, 6: return blocks.isEmpty ? paragraph() : pick(blocks)
        case 7: return nearRepeat(of: blocks.isEmpty ? paragraph() : pick(blocks))
        case 8: return decorated(blocks.isEmpty ? words(4) : pick(blocks))
        case 9, 10: return (0...pick([0, 0, 1, 3])).map { _ in pick(Self.furniture) }.joined(separator: "\n")
        case 11: return pick(Self.markup)
        case 12: return salted(paragraph(), with: Self.markup)
        case 13: return salted(paragraph(), with: Self.characters)
        case 14: return pick(Self.structures)
        case 15: return hardWrapped(paragraph() + " " + paragraph())
        case 16: return pick(Self.scripts) + (oneIn(2) ? " " + pick(Self.scripts) : "")
        case 17: return pick(Self.furniture) + " " + words(2)
        case 18: return doubled(pick([words(1), words(2), "spot_img", "Read more", "东京塔的灯光"]))
        default: return pick(Self.characters)
        }
    }

    private mutating func paragraph() -> String {
        (0...pick([0, 1, 1, 2, 3])).map { _ in sentence() }.joined(separator: " ")
    }

    private mutating func sentence() -> String {
        if oneIn(6) { return pick(Self.sentences) }
        return words(Int.random(in: 3...14, using: &random)).capitalizedFirst
            + pick([".", ".", ".", "?", "!", ".”", "…"])
    }

    private mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in pick(Self.words) }.joined(separator: " ")
    }

    private mutating func nearRepeat(of text: String) -> String {
        var parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let index = Int.random(in: 0..<parts.count, using: &random)
        if oneIn(2) { parts[index] = pick(Self.words) } else { parts.remove(at: index) }
        return parts.joined(separator: " ")
    }

    private mutating func decorated(_ text: String) -> String {
        pick([
            "“\(text)”", "\(text) – The Daily Example", "alt=\"\(text)\"", "> \(text)", "\(text.uppercased())",
            "- \(text)",
            "\(text) | Example", " \(text) ", "\"\(text)\" size-full wp-image-12\" src=\"a.jpg\" />",
        ])
    }

    private mutating func doubled(_ text: String) -> String {
        String(repeating: text, count: pick([2, 2, 3, 5])) + pick(["", "", ".", " "])
    }

    private mutating func hardWrapped(_ text: String) -> String {
        var column = 0
        return String(
            text.map { character in
                column += 1
                guard character == " ", column > 34 else { return character }
                column = 0
                return "\n"
            })
    }

    /// The text with one to three of `grains` between its words, some of them inside a word.
    private mutating func salted(_ text: String, with grains: [String]) -> String {
        var text = text
        for _ in 0...pick([0, 0, 2]) {
            let offset = Int.random(in: 0...text.unicodeScalars.count, using: &random)
            let place = text.unicodeScalars.index(text.startIndex, offsetBy: offset)
            text.unicodeScalars.insert(contentsOf: pick(grains).unicodeScalars, at: place)
        }
        return text
    }

    /// The bytes with some that are no UTF-8 among them, or with a sequence torn.
    private mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...pick([0, 1, 3]) {
            let offset = Int.random(in: 0...bytes.count, using: &random)
            if oneIn(4), offset < bytes.count {
                bytes.remove(at: offset)
            } else {
                bytes.insert(
                    contentsOf: pick([
                        [0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xF0, 0x9F], [0x80],
                    ]), at: offset)
            }
        }
        return bytes
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    private mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
