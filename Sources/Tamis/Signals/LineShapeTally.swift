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
            for line in document.lines {
                add(LineEnds(bytes, range: line.range), characters: characters)
            }
        }
    }

    private mutating func add(_ line: LineEnds, characters: CharacterTally) {
        // A character takes at most four bytes.
        if line.range.count <= 4 * Self.shortLimit, characters.count(in: line.range) <= Self.shortLimit {
            shortCount += 1
        }
        if let first = line.first {
            let isBullet = bullets.contains(first.value) || (dashes.contains(first.value) && line.isSpacedAfterFirst)
            bulletCount += isBullet ? 1 : 0
        }
        var end = line
        end.dropClosers()
        guard let last = end.last else { return }
        let isEllipsis = last.value == 0x2026 || end.endsInThreeStops
        ellipsisCount += isEllipsis ? 1 : 0
        terminalCount += isEllipsis || last.properties.endsSentence ? 1 : 0
        questionCount += questionMarks.contains(last.value) ? 1 : 0
    }
}

extension ScalarProperties {
    /// Sentence_Break ATerm or STerm, which is the property Sentence_Terminal.
    fileprivate var endsSentence: Bool {
        sentenceClass == TAMIS_SENTENCE_ATERM || sentenceClass == TAMIS_SENTENCE_STERM
    }
}

private let bullets = "•‣⁃⁌⁍∙●○◘◦◉◆◇■□▪▫▶▸►◀➤➢✓✔✗✘".unicodeScalars.map(\.value)
private let dashes = "-*+–".unicodeScalars.map(\.value)
private let questionMarks = "?？؟\u{37E}՞፧⸮⁇⁈⁉".unicodeScalars.map(\.value)
