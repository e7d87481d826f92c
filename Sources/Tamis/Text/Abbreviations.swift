// Examples: no sentence ends in "Dr. Who", "the U.S. Army", "J. K. Rowling", "No. 5", "am 5. Februar"; one ends in
// "the U.S. The rest".

/// Words whose full stop does not end a sentence.
struct Abbreviations: @unchecked Sendable {
    /// Never end a sentence: titles, and what explains the next word.
    private static let leading: StaticString = """
        mr mrs ms dr prof sen rep gen gov lt col capt cpt cmdr sgt maj adm rev hon st mt ft messrs mme mlle mgr
        vs cf approx ca bzw evtl ggf inkl vgl sra srta sig dott ing pres supt msgr e.g i.e viz resp esp incl z.b d.h u.a
        mio mrd tsd hrsg geb dhr mevr mw drs
        """
    /// End no sentence before a number.
    private static let numbered: StaticString = """
        no nos p pp fig figs vol vols ch chap sec art eq nr op tel ext ver para jan feb mar apr jun jul aug sep sept oct
        nov dec
        """
    /// End a sentence, with a capital, only before a word that seldom has a capital inside one.
    private static let trailing: StaticString = "inc ltd co corp jr sr bros dept est al ave blvd rd univ assn dist"
    /// Such words.
    private static let starters: StaticString = """
        the a an this that these those it he she they we you i his her its our their my your there here what when where
        who why how which but and or so yet if in on at as by for from to with after before since while although though
        because however also then now not is are was were do does did has have had will would can could
        danach dann dort nach auch ich im am als wie der die das ein eine es er sie wir und aber le la les un une il elle ils nous mais et el los las una pero y o
        """
    /// Make the number behind them an ordinal, which German writes with a full stop.
    private static let ordinal: StaticString = """
        der die das des dem den am im vom zum zur beim bis ab seit und oder mitte anfang ende jeder jeden jedes jedem
        dieser diesem diesen ihr ihrem ihren sein seinem seinen unser unserem unseren
        """

    private struct Kinds: OptionSet {
        let rawValue: UInt8
        static let leading = Kinds(rawValue: 1)
        static let numbered = Kinds(rawValue: 2)
        static let trailing = Kinds(rawValue: 4)
        static let starter = Kinds(rawValue: 8)
        static let ordinal = Kinds(rawValue: 16)
    }

    static let shared = Abbreviations()
    /// Open addressing, 512 places for some 200 words; a word is its up to eight lower-cased bytes.
    ///
    /// Made once and never freed.
    private let table: UnsafePointer<(word: UInt64, kinds: Kinds)>

    private init() {
        let table = UnsafeMutablePointer<(word: UInt64, kinds: Kinds)>.allocate(capacity: 512)
        table.initialize(repeating: (0, []), count: 512)
        self.table = UnsafePointer(table)
        for (list, kind) in [
            (Self.leading, Kinds.leading), (Self.numbered, .numbered), (Self.trailing, .trailing),
            (Self.starters, .starter), (Self.ordinal, .ordinal),
        ] {
            list.withUTF8Buffer { list in
                for word in list.split(whereSeparator: \.isASCIIWhiteSpace) {
                    let packed = Self.packed(UnsafeBufferPointer(rebasing: word))
                    let place = place(of: packed)
                    table[place] = (packed, table[place].kinds.union(kind))
                }
            }
        }
    }

    private func place(of packed: UInt64) -> Int {
        var place = Int((packed &* 0x9E37_79B9_7F4A_7C15) >> 55)
        while table[place].word != 0, table[place].word != packed { place = (place + 1) & 511 }
        return place
    }

    /// A word's bytes in lower case as one number; 0 for an empty or longer one.
    private static func packed(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard word.count <= 8 else { return 0 }
        return word.reduce(0) { $0 << 8 | UInt64($1.asciiLowercased) }
    }

    private func kinds(of word: UnsafeBufferPointer<UInt8>) -> Kinds { table[place(of: Self.packed(word))].kinds }

    /// Whether the full stop after `sentence` belongs to an abbreviation, seen what comes `next`.
    func holdsSentence(_ utf8: UnsafeBufferPointer<UInt8>, sentence: ByteRange, next: ByteRange) -> Bool {
        let start = Self.wordStart(utf8, sentence)
        guard start < sentence.upperBound, sentence.upperBound - start <= 12 else { return false }
        let word = UnsafeBufferPointer(rebasing: utf8[start..<sentence.upperBound])
        if word[0].isASCIIDigit {
            guard word.count <= 3, word.allSatisfy(\.isASCIIDigit) else { return false }
            // A number is an item's only at the very start: "1. First".
            let before = utf8.trimmed(sentence.lowerBound..<start)
            if before.isEmpty { return true }
            return word.count <= 2 && endsInOrdinalWord(utf8, before) && !startsSentence(utf8, next)
        }
        let kinds = kinds(of: word)
        if kinds.contains(.leading) { return true }
        if kinds.contains(.numbered), DecodedScalar(utf8, at: next.lowerBound, end: next.upperBound).properties.isNumber
        {
            return true
        }
        let isSuffix = kinds.contains(.trailing) && word[0].isASCIIUppercase
        return (isSuffix || Self.isInitials(word)) && !startsSentence(utf8, next)
    }

    /// Whether the word before a number makes it an ordinal.
    private func endsInOrdinalWord(_ utf8: UnsafeBufferPointer<UInt8>, _ before: ByteRange) -> Bool {
        let word = Self.wordStart(utf8, before)..<before.upperBound
        return kinds(of: UnsafeBufferPointer(rebasing: utf8[word])).contains(.ordinal)
    }

    /// The start of the letters, digits and full stops before the sentence's end; a look at 16 bytes.
    private static func wordStart(_ utf8: UnsafeBufferPointer<UInt8>, _ sentence: ByteRange) -> Int {
        var start = sentence.upperBound
        while start > sentence.lowerBound, sentence.upperBound - start < 16 {
            let byte = utf8[start - 1]
            if byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2E {
                start -= 1
                continue
            }
            guard byte >= 0x80 else { break }
            let scalar = DecodedScalar(utf8, endingAt: start, start: sentence.lowerBound)
            let properties = scalar.properties
            guard properties.isAlphanumeric || properties.isMark else { break }
            start -= scalar.length
        }
        return start
    }

    /// One capital, or one or two letters before and after each full stop: J, A.I, Ph.D, a.m.
    private static func isInitials(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        // Three letters in a row are none.
        if word.count > 2, word[0].isASCIILetter, word[1].isASCIILetter, word[2].isASCIILetter { return false }
        var letterCount = 0
        var stopCount = 0
        var offset = 0
        var isUppercase = false
        while offset < word.count {
            let scalar = DecodedScalar(word, at: offset, end: word.count)
            if scalar.value == 0x2E {
                guard letterCount > 0 else { return false }
                stopCount += 1
                letterCount = 0
            } else {
                letterCount += 1
                isUppercase = scalar.properties.isUppercase
                guard letterCount <= 2, scalar.properties.isLetter else { return false }
            }
            offset += scalar.length
        }
        return stopCount > 0 ? letterCount > 0 : letterCount == 1 && isUppercase
    }

    /// Whether the next word is one that starts sentences, and no abbreviation itself.
    private func startsSentence(_ utf8: UnsafeBufferPointer<UInt8>, _ next: ByteRange) -> Bool {
        var start = next.lowerBound
        while start < next.upperBound, start - next.lowerBound < 8, !utf8[start].isASCIILetter { start += 1 }
        var end = start
        while end < next.upperBound, end - start <= 8, utf8[end].isASCIILetter { end += 1 }
        if end < next.upperBound, utf8[end] == 0x2E { return false }
        return end > start && kinds(of: UnsafeBufferPointer(rebasing: utf8[start..<end])).contains(.starter)
    }
}
