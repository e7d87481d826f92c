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
        if let (scalar, _) = line.first {
            let isBullet = bullets.contains(scalar) || (dashes.contains(scalar) && line.isFirstFollowedBySpace)
            bulletCount += isBullet ? 1 : 0
        }
        var end = line
        end.dropClosers()
        guard let (scalar, _) = end.last else { return }
        let isEllipsis = scalar == "…" || end.endsInThreeStops
        ellipsisCount += isEllipsis ? 1 : 0
        terminalCount += isEllipsis || scalar.endsSentence ? 1 : 0
        questionCount += questionMarks.contains(scalar) ? 1 : 0
    }
}

extension Unicode.Scalar {
    /// The property Sentence_Terminal.
    fileprivate var endsSentence: Bool {
        isASCII ? self == "." || self == "!" || self == "?" : properties.isSentenceTerminal
    }
}

private let bullets: [Unicode.Scalar] = Array("•‣⁃⁌⁍∙●○◘◦◉◆◇■□▪▫▶▸►◀➤➢✓✔✗✘".unicodeScalars)
private let dashes: [Unicode.Scalar] = ["-", "*", "+", "–"]
private let questionMarks: [Unicode.Scalar] = Array("?？؟;՞፧⸮⁇⁈⁉".unicodeScalars)
