// A string w repeated k times has period |w|: shifted by |w| it lies upon itself. If k has the prime factor q, it is also
// the string w^(k/q) repeated q times, so only the prime divisors of the length need a look:
//
//     spot_imgspot_img      16 bytes, q = 2, shift 8:   spot_img
//                                               spot_imgspot_img      the same bytes, so period 8
//
// A first byte that differs ends the comparison, and there are at most log₂ n primes, so a line costs next to nothing.

/// The later copies in lines and tokens that are one string over and over.
func selfConcatenations(in text: SegmentedDocument) -> [Match] {
    var matches: [Match] = []
    for line in text.lines {
        let bytes = text.document.utf8[line.range].trimmed
        if let unit = repeatedUnit(ofLine: bytes) {
            matches.append(later(copiesAfter: unit, in: bytes))
        } else {
            forEachLongToken(of: bytes) { token in
                if let unit = repeatedUnit(ofToken: token) { matches.append(later(copiesAfter: unit, in: token)) }
            }
        }
    }
    return matches
}

private func later(copiesAfter unit: ArraySlice<UInt8>, in bytes: ArraySlice<UInt8>) -> Match {
    .cut(unit.endIndex..<bytes.endIndex, .repeats(unit.startIndex..<unit.endIndex, similarity: 1))
}

/// The string a whole line repeats: without a gap, or with one space between copies of two words or more.
private func repeatedUnit(ofLine bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard bytes.count >= 8 else { return nil }
    if let period = smallestPeriod(of: bytes, length: bytes.count) {
        let unit = bytes.prefix(period)
        if unit.contains(0x20) ? isPhrase(unit) : isToken(unit) { return unit }
    }
    if let period = smallestPeriod(of: bytes, length: bytes.count + 1), bytes[bytes.startIndex + period - 1] == 0x20 {
        let unit = bytes.prefix(period - 1)
        if unit.contains(0x20), isPhrase(unit) { return unit }
    }
    return nil
}

private func repeatedUnit(ofToken bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let period = smallestPeriod(of: bytes, length: bytes.count) else { return nil }
    return isToken(bytes.prefix(period)) ? bytes.prefix(period) : nil
}

/// The smallest period that divides `length` and that `bytes` have, or nil; `length` counts a gap after the last copy too.
private func smallestPeriod(of bytes: ArraySlice<UInt8>, length: Int) -> Int? {
    var period = length
    var rest = length
    var prime = 2
    while rest > 1 {
        if prime * prime > rest { prime = rest }
        guard rest % prime == 0 else {
            prime += 1
            continue
        }
        rest /= prime
        if hasPeriod(bytes, period / prime) { period /= prime }
    }
    return period < length ? period : nil
}

private func hasPeriod(_ bytes: ArraySlice<UInt8>, _ period: Int) -> Bool {
    guard period >= 4, period < bytes.count else { return false }
    return bytes.dropFirst(period).elementsEqual(bytes.dropLast(period))
}

/// Whether copies of several words are a widget's text: they begin with a capital and hold no sentence.
private func isPhrase(_ unit: ArraySlice<UInt8>) -> Bool {
    guard let first = unit.first, (0x41...0x5A).contains(first) || first >= 0x80 else { return false }
    return characterCount(unit) >= 4
}

/// Whether copies of one token are no word of a language: an identifier, or a capital in the middle, or a long string.
private func isToken(_ unit: ArraySlice<UInt8>) -> Bool {
    let count = characterCount(unit)
    guard count >= 4, unit.contains(where: isLetter) else { return false }
    let isIdentifier = unit.contains { $0 == UInt8(ascii: "_") } || unit.contains { (0x30...0x39).contains($0) }
    let isCapitalised =
        (0x41...0x5A).contains(unit.first!) && unit.dropFirst().contains { (0x61...0x7A).contains($0) }
    return isIdentifier || isCapitalised || count >= 8
}

private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
}

private func characterCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
}

/// Calls `body` for every run of eight bytes or more without white space.
private func forEachLongToken(of bytes: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    var start = bytes.startIndex
    for index in bytes.startIndex...bytes.endIndex {
        guard index == bytes.endIndex || bytes[index] == 0x20 || bytes[index] == 0x09 else { continue }
        if index - start >= 8 { body(bytes[start..<index]) }
        start = index + 1
    }
}
