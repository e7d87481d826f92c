// Examples: no sentence ends in "Dr. Who", "the U.S. Army", "J. K. Rowling", "No. 5"; one ends in "the U.S. The rest".

/// Words whose full stop does not end a sentence.
enum Abbreviations {
    /// Never end a sentence: titles, and what explains the next word.
    private static let leading = words(
        """
        mr mrs ms dr prof sen rep gen gov lt col capt cpt cmdr sgt maj adm rev hon st mt ft messrs mme mlle mgr
        vs cf approx ca bzw evtl ggf inkl vgl sra srta sig dott ing pres supt msgr e.g i.e viz resp esp incl
        z.b d.h u.a
        """)
    /// End no sentence before a number.
    private static let numbered = words(
        """
        no nos p pp fig figs vol vols ch chap sec art eq nr op tel ext ver para jan feb mar apr jun jul aug sep sept oct
        nov dec
        """)
    /// End a sentence only before a word that seldom stands with a capital inside one.
    private static let trailing = words("inc ltd co corp jr sr bros dept est al ave blvd rd univ assn dist")
    /// Such words.
    private static let starters = words(
        """
        the a an this that these those it he she they we you i his her its our their my your there here what when where
        who why how which but and or so yet if in on at as by for from to with after before since while although though
        because however meanwhile also then now no not is are was were do does did has have had will would can could
        der die das ein eine es er sie wir und aber le la les un une il elle ils nous mais et el los las una pero y o
        """)

    /// Whether the full stop after `token` (its last word counts) belongs to an abbreviation, seen what comes `next`.
    static func holdsSentence(_ utf8: UnsafeBufferPointer<UInt8>, sentence token: ByteRange, next: ByteRange) -> Bool {
        var start = token.upperBound
        while start > token.lowerBound, isInAbbreviation(utf8[start - 1]) {
            start -= 1
            if token.upperBound - start > longest { return false }
        }
        let word = utf8[start..<token.upperBound]
        guard let first = word.first else { return false }
        let isAtStart = utf8.trimmed(token.lowerBound..<start).isEmpty
        if word.allSatisfy({ $0.isASCIIDigit }) { return isAtStart && word.count <= 3 }
        let lowered = word.map(\.asciiLowercased)
        if leading.contains(lowered) { return true }
        if numbered.contains(lowered),
            DecodedScalar(utf8, at: next.lowerBound, end: next.upperBound).properties.isNumber
        {
            return true
        }
        let isInitial =
            DecodedScalar(utf8, at: start, end: token.upperBound).length == word.count
            && DecodedScalar(utf8, at: start, end: token.upperBound).properties.isUppercase
        guard isInitial || isAcronym(word) || first.isASCIIUppercase && trailing.contains(lowered) else { return false }
        return !startsSentence(utf8, next)
    }

    private static let longest = 12

    /// Letters of one or two bytes (any in Latin, Greek, Cyrillic) each after a full stop: A.I, Ph.D, e.g.
    private static func isAcronym(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard word.contains(UInt8(ascii: ".")) else { return false }
        return word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
            (1...2).contains($0.count) && $0.allSatisfy { !$0.isASCIIDigit }
        }
    }

    private static func startsSentence(_ utf8: UnsafeBufferPointer<UInt8>, _ next: ByteRange) -> Bool {
        let start = next.first { utf8[$0].isASCIILetter || utf8[$0] >= 0x80 } ?? next.upperBound
        let end =
            (start..<min(start + longest + 1, next.upperBound)).first { !utf8[$0].isASCIILetter } ?? next.upperBound
        if end < next.upperBound, utf8[end] == UInt8(ascii: ".") { return false }
        return starters.contains(utf8[start..<max(start, end)].map(\.asciiLowercased))
    }

    private static func isInAbbreviation(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || byte == UInt8(ascii: ".")
    }

    private static func words(_ list: StaticString) -> Set<[UInt8]> {
        list.withUTF8Buffer { Set($0.split { $0 <= UInt8(ascii: " ") }.map(Array.init)) }
    }
}
