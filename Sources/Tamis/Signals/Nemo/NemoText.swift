// What NeMo's filters ask of words, lines and bytes.

extension SplitText {
    /// Whether a word is an ellipsis, or has more runs of `#` than half its `length` in characters.
    func isSymbol(_ word: ByteRange, length: Int) -> Bool {
        guard length <= 5 || utf8[word].contains(0x23) else { return false }
        let ellipses: [StaticString] = ["...", "[...]", "…", "(...)", "[…]", "-»"]
        if ellipses.contains(where: { $0.utf8CodeUnitCount == word.count && utf8.hasBytes($0, at: word.lowerBound) }) {
            return true
        }
        let runCount = word.count { utf8[$0] == 0x23 && ($0 == word.lowerBound || utf8[$0 - 1] != 0x23) }
        return runCount * 2 > length
    }

    /// Whether a word has a character with the property Alphabetic, which some marks and numbers have.
    func hasAlphabetic(_ word: ByteRange) -> Bool {
        var offset = word.lowerBound
        while offset < word.upperBound {
            if utf8[offset].isASCIILetter { return true }
            let scalar = DecodedScalar(utf8, at: offset, end: word.upperBound)
            if scalar.properties.isLetter || Unicode.Scalar(scalar.value)?.properties.isAlphabetic == true {
                return true
            }
            offset += scalar.length
        }
        return false
    }

    /// Whether a stripped line begins with one of twelve bullets.
    func beginsWithNemoBullet(_ line: ByteRange) -> Bool {
        guard !line.isEmpty, utf8[line.lowerBound] == 0xE2 else { return false }
        switch DecodedScalar(utf8, at: line.lowerBound, end: line.upperBound).value {
        case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25CB, 0x25CF, 0x25D8, 0x25E6, 0x29BE, 0x29BF: return true
        default: return false
        }
    }

    /// Whether a stripped line ends in a full stop, question mark, exclamation mark or straight quote.
    func endsWithNemoMark(_ line: ByteRange) -> Bool {
        !line.isEmpty && ".?!\"'".utf8.contains(utf8[line.upperBound - 1])
    }

    /// Whether a stripped line ends in an ellipsis or in `read more`, in any case.
    func endsWithNemoEllipsis(_ line: ByteRange) -> Bool {
        let marks: [StaticString] = ["...", "…", "[...]", "[…]", "(...)", "-»"]
        if marks.contains(where: { hasSuffix($0, in: line) }) { return true }
        return (["read more", "read more.."] as [StaticString]).contains { phrase in
            let length = phrase.utf8CodeUnitCount
            return line.count >= length && utf8.hasLetters(phrase, at: line.upperBound - length)
        }
    }

    /// What stands between two line feeds, from left to right: of three line feeds the last begins a piece.
    var doubleFeedSeparated: [Segment] {
        var segments: [Segment] = []
        var start = 0
        var offset = 0
        while true {
            offset = utf8.firstLineFeed(from: offset, to: utf8.count)
            guard offset + 1 < utf8.count else { break }
            if utf8[offset + 1] == 0x0A {
                segments.append(segment(start..<offset))
                start = offset + 2
            }
            offset += utf8[offset + 1] == 0x0A ? 2 : 1
        }
        segments.append(segment(start..<utf8.count))
        return segments
    }

    /// The characters of all places where `run` stands with one blank between its words, without overlap; the first word may
    /// end a longer word there, and the last one begin one.
    ///
    /// Linear in the text: inner words are compared by their hashes, the outer ones once each.
    func placeCharacterCount(of run: Slice<UnsafeBufferPointer<Word>>, in words: UnsafeBufferPointer<Word>) -> Int {
        let (length, first, last) = (run.count, run[run.startIndex].range, run[run.endIndex - 1].range)
        var count = 0
        var end = 0
        for position in 0...(words.count - length) {
            let place = words[position..<(position + length)]
            let (head, tail) = (place[position].range, place[position + length - 1].range)
            guard head.count >= first.count, tail.count >= last.count, head.upperBound - first.count >= end,
                zip(place.dropFirst().dropLast(), run.dropFirst().dropLast()).allSatisfy({ $0.hash == $1.hash }),
                zip(place, place.dropFirst()).allSatisfy({ hasOneBlank($0.range.upperBound..<$1.range.lowerBound) }),
                isSame(head.upperBound - first.count, first), isSame(tail.lowerBound, last)
            else { continue }
            count += 1
            end = tail.lowerBound + last.count
        }
        return count * (characters.count(in: run) + length - 1)
    }

    private func hasOneBlank(_ gap: ByteRange) -> Bool {
        gap.count == 1 && utf8[gap.lowerBound] == 0x20
    }

    private func isSame(_ start: Int, _ range: ByteRange) -> Bool {
        (0..<range.count).allSatisfy { utf8[start + $0] == utf8[range.lowerBound + $0] }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes of all matches of `https?://` with at least one ASCII letter, `!` or byte from `$` to `_` behind it.
    var addressByteCount: Int {
        var count = 0
        var offset = 0
        while offset + 8 <= self.count {
            guard self[offset] == 0x68, hasBytes("http", at: offset) else {
                offset += 1
                continue
            }
            let colon = offset + (self[offset + 4] == 0x73 ? 5 : 4)
            var end = colon + 3
            guard hasBytes("://", at: colon) else {
                offset += 1
                continue
            }
            while end < self.count, Self.isOfAddress(self[end]) { end += 1 }
            count += end > colon + 3 ? end - offset : 0
            offset = end
        }
        return count
    }

    private static func isOfAddress(_ byte: UInt8) -> Bool {
        byte == 0x21 || (byte >= 0x24 && byte <= 0x5F) || byte.isASCIILetter
    }
}
