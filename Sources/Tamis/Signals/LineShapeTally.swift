import CKernels

/// How lines that are not blank begin and end.
public struct LineShapeTally: Sendable {
    /// Lines.
    public private(set) var count = 0
    /// Lines of at most 30 characters, white space at the ends not counted.
    public private(set) var shortCount = 0
    /// Lines that begin with a bullet, or with `-`, `*`, `+` or `–` before white space.
    public private(set) var bulletCount = 0
    /// Lines whose last character, closing quotes and brackets passed over, ends a sentence or is an ellipsis.
    public private(set) var terminalCount = 0
    /// Lines that end, closing quotes and brackets passed over, in `…` or three full stops.
    public private(set) var ellipsisCount = 0
    /// Lines whose last character, closing quotes and brackets passed over, is a question mark of any script.
    public private(set) var questionCount = 0

    /// The longest line that counts as short, in characters: FineWeb's bound.
    public static let shortLimit = 30

    init() {}

    init(_ document: SegmentedDocument, characters: CharacterTally) {
        count = document.lines.count
        document.document.utf8.withUnsafeBufferPointer { bytes in
            document.lines.withUnsafeBufferPointer { lines in
                for index in lines.indices where !addASCII(lines[index].range, in: bytes, characters: characters) {
                    add(LineEnds(bytes, range: lines[index].range), characters: characters)
                }
            }
        }
    }

    /// Adds a line whose ends are ASCII without white space; false, and nothing added, where they are not.
    @inline(__always)
    private mutating func addASCII(
        _ range: ByteRange, in bytes: UnsafeBufferPointer<UInt8>, characters: CharacterTally
    ) -> Bool {
        var end = range.upperBound
        var last = bytes[end - 1]
        let first = bytes[range.lowerBound]
        guard first &- 0x21 < 0x5E, last &- 0x21 < 0x5E else { return false }
        let hasSecond = range.count > 1
        if isDash(UInt32(first)), hasSecond, bytes[range.lowerBound + 1] >= 0x80 { return false }
        while isASCIICloser(last) {
            end -= 1
            guard end > range.lowerBound else { return false }
            last = bytes[end - 1]
            guard last < 0x80 else { return false }
        }
        if isDash(UInt32(first)), hasSecond, bytes[range.lowerBound + 1].isASCIIWhiteSpace { bulletCount += 1 }
        if range.count <= 4 * Self.shortLimit, characters.count(in: range) <= Self.shortLimit { shortCount += 1 }
        let isStop = last == UInt8(ascii: ".")
        if isStop, end - range.lowerBound >= 3, bytes[end - 2] == last, bytes[end - 3] == last { ellipsisCount += 1 }
        terminalCount += isStop || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") ? 1 : 0
        questionCount += last == UInt8(ascii: "?") ? 1 : 0
        return true
    }

    private mutating func add(_ line: LineEnds, characters: CharacterTally) {
        // A character takes at most four bytes.
        if line.range.count <= 4 * Self.shortLimit, characters.count(in: line.range) <= Self.shortLimit {
            shortCount += 1
        }
        if let first = line.first {
            let isItem = isBullet(first.value) || (isDash(first.value) && line.isSpacedAfterFirst)
            bulletCount += isItem ? 1 : 0
        }
        var end = line
        end.dropClosers()
        guard let last = end.last else { return }
        let isEllipsis = last.value == 0x2026 || end.endsInThreeStops
        ellipsisCount += isEllipsis ? 1 : 0
        terminalCount += isEllipsis || last.properties.endsSentence ? 1 : 0
        questionCount += isQuestionMark(last.value) ? 1 : 0
    }
}

extension ScalarProperties {
    /// Sentence_Break ATerm or STerm, which is the property Sentence_Terminal.
    fileprivate var endsSentence: Bool {
        sentenceClass == TAMIS_SENTENCE_ATERM || sentenceClass == TAMIS_SENTENCE_STERM
    }
}

/// Quotes and closing brackets.
private func isASCIICloser(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): true
    default: false
    }
}

/// Bullets, squares, arrows and check marks.
private func isBullet(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25CF, 0x25CB, 0x25D8, 0x25E6, 0x25C9, 0x25C6, 0x25C7: true
    case 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25BA, 0x25C0, 0x27A4, 0x27A2, 0x2713, 0x2714, 0x2717: true
    case 0x2718: true
    default: false
    }
}

/// Hyphen, asterisk, plus and en dash.
private func isDash(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar == 0x2A || scalar == 0x2B || scalar == 0x2013
}

/// Question marks of any script, double ones and those with an exclamation mark.
private func isQuestionMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3F, 0x37E, 0x55E, 0x61F, 0x1367, 0x2047, 0x2048, 0x2049, 0x2CFA, 0x2CFB, 0x2E2E, 0xA60F, 0xA6F7: true
    case 0xFE56, 0xFF1F, 0x11143: true
    default: false
    }
}
