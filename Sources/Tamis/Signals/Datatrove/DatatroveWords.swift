// What datatrove asks of each word.

extension SplitText {
    /// Whether a word is punctuation only, and whether it has a letter.
    func kind(of range: ByteRange) -> (isSymbol: Bool, isAlphabetic: Bool) {
        var isSymbol = true
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = utf8[offset]
            if byte.isASCIILetter { return (false, true) }
            let scalar = DecodedScalar(utf8, at: offset, end: range.upperBound)
            if scalar.properties.isLetter { return (false, true) }
            isSymbol = isSymbol && DatatrovePunctuation.all.contains(scalar.value)
            offset += scalar.length
        }
        return (isSymbol, false)
    }

    /// A bit for each of the words the, be, to, of, and, that, have, with; 0 for any other.
    @inline(__always)
    func stopWordBit(_ word: ByteRange, ignoresCase: Bool = false) -> Int {
        guard word.count >= 2, word.count <= 4 else { return 0 }
        var letters: UInt32 = 0
        for offset in word {
            let byte = utf8[offset]
            letters = letters << 8 | UInt32(ignoresCase ? byte.asciiLowercased : byte)
        }
        return switch letters {
        case 0x74_6865: 1
        case 0x6265: 2
        case 0x746F: 4
        case 0x6F66: 8
        case 0x61_6E64: 16
        case 0x7468_6174: 32
        case 0x6861_7665: 64
        case 0x7769_7468: 128
        default: 0
        }
    }

    /// Whether `range` begins with `•`.
    func hasBullet(at range: ByteRange) -> Bool {
        range.count >= 3 && utf8[range.lowerBound] == 0xE2
            && DecodedScalar(utf8, at: range.lowerBound, end: range.upperBound).value == 0x2022
    }
}
