/// The lines of a text that phrases take.
struct PhraseHits: Sendable {
    /// A line and what the phrases say of it.
    private struct Place {
        let line: Int
        let start: Int
        let hit: PhraseIndex.Hit
    }

    /// In the order of the lines.
    private var places: [Place] = []

    /// No hits.
    init() {}

    /// The hits among the lines of `text`; each line with an origin has what the line of that index had in `old`.
    init(in text: SegmentedDocument, origins: [Int] = [], old: PhraseHits = PhraseHits()) {
        let index = PhraseIndex.all
        var next = 0
        text.document.utf8.withUnsafeBufferPointer { bytes in
            text.words.withUnsafeBufferPointer { words in
                let lines = text.lines
                for line in lines.indices {
                    var hit: PhraseIndex.Hit?
                    if !origins.isEmpty, origins[line] >= 0 {
                        while next < old.places.count, old.places[next].line < origins[line] { next += 1 }
                        guard next < old.places.count, old.places[next].line == origins[line] else { continue }
                        hit = old.places[next].hit
                    } else {
                        hit = index.hit(lines[line], words, of: bytes)
                    }
                    if let hit { places.append(Place(line: line, start: lines[line].range.lowerBound, hit: hit)) }
                }
            }
        }
    }

    /// Gives `body` the indices of those of `lines` that have a hit, in order; `lines` are some of the text's.
    func forEach(among lines: [Segment], _ body: (Int, PhraseIndex.Hit) -> Void) {
        var low = 0
        for place in places {
            low = (low..<lines.count).partitioningIndex { lines[$0].range.lowerBound >= place.start }
            if low < lines.count, lines[low].range.lowerBound == place.start { body(low, place.hit) }
        }
    }
}
