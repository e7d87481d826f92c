// What datatrove asks of each word.

extension SplitText {
    /// Whether a word is punctuation only, and whether it has a letter.
    func kind(of range: ByteRange) -> (isSymbol: Bool, isAlphabetic: Bool) {
        let punctuation = DatatrovePunctuation.all
        var isSymbol = true
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = utf8[offset]
            if byte.isASCIILetter { return (false, true) }
            if byte < 0x80 {
                isSymbol = isSymbol && punctuation.contains(UInt32(byte))
                offset += 1
                continue
            }
            let scalar = DecodedScalar(utf8, at: offset, end: range.upperBound)
            if scalar.properties.isLetter { return (false, true) }
            isSymbol = isSymbol && punctuation.contains(scalar.value)
            offset += scalar.length
        }
        return (isSymbol, false)
    }

    /// A bit for each of the words the, be, to, of, and, that, have, with; 0 for any other.
    @inline(__always)
    func stopWordBit(_ word: ByteRange, ignoresCase: Bool = false) -> Int {
        guard word.count >= 2, word.count <= 4 else { return 0 }
        var letters: UInt32 = 0
        if word.lowerBound + 4 <= utf8.count {
            letters = UnsafeRawPointer(utf8.baseAddress! + word.lowerBound).loadUnaligned(as: UInt32.self).littleEndian
            letters &= UInt32.max >> UInt32(32 - word.count * 8)
        } else {
            for offset in word.reversed() { letters = letters << 8 | UInt32(utf8[offset]) }
        }
        if ignoresCase { letters |= 0x2020_2020 & (UInt32.max >> UInt32(32 - word.count * 8)) }
        // A place of its own for each of the eight, by a factor that was searched for.
        let place = (letters &* 0x6EC9_D287) >> 29
        return Self.stopWord(at: place) == letters ? 1 << Int(place) : 0
    }

    /// The word with that place: its letters, the first one lowest.
    @inline(__always)
    private static func stopWord(at place: UInt32) -> UInt32 {
        switch place {
        case 0: 0x6562  // be
        case 1: 0x7461_6874  // that
        case 2: 0x65_6874  // the
        case 3: 0x666F  // of
        case 4: 0x6874_6977  // with
        case 5: 0x6F74  // to
        case 6: 0x6576_6168  // have
        default: 0x64_6E61  // and
        }
    }

    /// Whether `range` begins with `•`.
    func hasBullet(at range: ByteRange) -> Bool {
        range.count >= 3 && utf8[range.lowerBound] == 0xE2
            && DecodedScalar(utf8, at: range.lowerBound, end: range.upperBound).value == 0x2022
    }
}
