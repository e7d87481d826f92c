extension LineSlot {
    /// What the slot is about, in words for people; several slots may share it.
    var theme: String {
        switch self {
        case .wordCount, .byteCount, .wordLength: "its length"
        case .ending, .endingsAround: "how lines end here"
        case .opening, .enclosure: "how it begins"
        case .stopWords: "its share of function words"
        case .capitals, .uppercase: "its capitals"
        case .digits: "its numbers"
        case .commas, .marks, .separators: "its punctuation"
        case .address: "links and signs in it"
        case .glue: "words run together"
        case .phraseKind, .phraseZone: "a phrase of the table"
        case .shared, .cohesion: "words it shares with the prose"
        case .introduction: "the colon before it"
        case .copies, .copyPlace, .runCopies: "its copies on the page"
        case .foreign: "its script"
        case .ownScore: "the line by itself"
        case .scoreBefore, .scoreAfter: "the lines beside it"
        case .smallWindow, .windowAfter: "the lines around"
        case .sincePeak, .untilPeak, .peaks: "the words of the lines around"
        case .kinds, .likeness, .signature: "the shape of the lines around"
        case .proseDistance, .proseBefore: "its distance from prose"
        case .gapScore, .gapPhrases: "the block between prose"
        case .runWording, .runScore: "the run of short lines it is in"
        case .header: "the header before it"
        case .spanZone, .spanDistance, .spanKind: "where the article is"
        case .fromStart, .fromEnd, .place: "its place on the page"
        case .pageProse: "the page as a whole"
        }
    }
}

extension LineJudge {
    /// The three themes that spoke most for a line's being furniture, loudest first.
    func loudestThemes(ofLine index: Int, in verdicts: Verdicts) -> [String] {
        var loudness: [(theme: String, sum: Int)] = []
        for (slot, sum) in weights.loudness(of: verdicts.context.values(ofLine: index)) {
            if let place = loudness.firstIndex(where: { $0.theme == slot.theme }) {
                loudness[place].sum += sum
            } else {
                loudness.append((slot.theme, sum))
            }
        }
        // Equal sums keep the order of the slots.
        let order = loudness.indices.sorted { (-loudness[$0].sum, $0) < (-loudness[$1].sum, $1) }
        return order.prefix(3).map { loudness[$0].theme }
    }
}
