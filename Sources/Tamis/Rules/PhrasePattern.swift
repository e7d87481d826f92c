import CKernels

/// The pattern of a phrase, without its stars, with its hash.
struct PhrasePattern: Sendable {
    /// Which part of a line the words must be; the value sets the hashes of the forms apart.
    enum Form: UInt64 {
        case whole = 0x243F_6A88_85A3_08D3
        case beginning = 0x1319_8A2E_0370_7344
        case end = 0xA409_3822_299F_31D0
    }

    /// The folded words, with one blank between two.
    let words: [UInt8]
    /// Which part of a line they must be.
    let form: Form
    /// Words that must stand in what follows a beginning, with a blank on each side; none where anything may.
    let inner: [UInt8]

    /// Reads a pattern such as `leave a reply *` or `the post * appeared first on *`.
    init(_ pattern: String) {
        var pattern = pattern
        var words = pattern.withUTF8 { Array($0) }
        var inner: [UInt8] = []
        form = words.last == 0x2A ? .beginning : words.first == 0x2A ? .end : .whole
        // A star goes with the blank beside it.
        if form == .beginning { words.removeLast(2) }
        if form == .end { words.removeFirst(2) }
        if form == .beginning, let star = words.firstIndex(of: 0x2A) {
            inner = words[(star + 1)...] + [0x20]
            words.removeSubrange((star - 1)...)
        }
        self.words = words
        self.inner = inner
    }

    /// Whether the words between the stars stand in `rest`, which follows the beginning of a line, after a word at least.
    func holds(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        inner.isEmpty
            || rest.indices.dropFirst().contains { rest[$0] == 0x20 && rest[$0...].starts(with: inner) }
    }

    /// The hash of the words, backwards for an end; `part` is given those of its first one, two, three … words.
    func hash(part: (UInt64) -> Void) -> UInt64 {
        var hash = PhrasePattern.start
        for index in words.indices {
            let byte = words[form == .end ? words.count - 1 - index : index]
            if byte == 0x20 { part(hash) }
            hash = PhrasePattern.step(hash, byte)
        }
        part(hash)
        return hash ^ form.rawValue
    }

    // FNV-1a (Fowler, Noll, Vo), 64 bits.
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}

/// The template folding of ASCII with dashes, quotes and accents, byte for byte what `Folding.template` makes of it.
enum TemplateFolding {
    /// Folds `range` into `buffer`, which holds as many bytes; nil where a character needs more than a look at a table.
    ///
    /// - Returns: How many bytes were written.
    static func fold(
        _ range: ByteRange, of utf8: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>
    ) -> Int? {
        var count = 0
        var isInNumber = false
        var needsBlank = false
        var index = range.lowerBound
        return kinds.withUnsafeBufferPointer { kinds in
            while index < range.upperBound {
                var folded = kinds[Int(utf8[index])]
                index += 1
                if folded == other {
                    // Control characters that are no white space stand in a folding as they are: left to the definition.
                    guard utf8[index - 1] >= 0x80 else { return nil }
                    let scalar = DecodedScalar(utf8, at: index - 1, end: range.upperBound)
                    guard let plain = plain(scalar) else { return nil }
                    folded = plain
                    index += scalar.length - 1
                }
                if folded == 0x20 {
                    needsBlank = count > 0
                    continue
                }
                // Numbers with only blanks between them are one: what was `1,024`.
                let isDigit = folded == 0x30
                if isDigit, isInNumber {
                    needsBlank = false
                    continue
                }
                if needsBlank {
                    buffer[count] = 0x20
                    count += 1
                    needsBlank = false
                }
                buffer[count] = folded
                count += 1
                isInNumber = isDigit
                // A letter and those that follow it.
                while !isDigit, index < range.upperBound, kinds[Int(utf8[index])] > 0x30 {
                    buffer[count] = kinds[Int(utf8[index])]
                    count += 1
                    index += 1
                }
            }
            return count
        }
    }

    /// What each byte is folded to: a letter, a zero for a digit, a blank; `other` where that takes a closer look.
    private static let kinds: [UInt8] = (0..<256).map { byte in
        let byte = UInt8(byte)
        if byte.isASCIILetter { return byte | 0x20 }
        if byte.isASCIIDigit { return 0x30 }
        return byte.isASCIIWhiteSpace || byte > 0x20 && byte < 0x7F ? 0x20 : other
    }

    private static var other: UInt8 { 0 }

    /// The blank or letter that the near folding has for a character, whatever its neighbours; nil where it has another.
    private static func plain(_ scalar: DecodedScalar) -> UInt8? {
        if scalar.properties.isNearBlank { return 0x20 }
        guard scalar.length == 2 else { return nil }
        let short = tamis_near_short_form(scalar.value)
        let letter = UInt8(truncatingIfNeeded: short)
        return short < 0x80 && letter.isASCIILetter ? letter : nil
    }
}
