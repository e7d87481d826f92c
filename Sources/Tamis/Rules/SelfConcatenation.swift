// A string w repeated k times has period |w|: shifted by |w| it lies upon itself. If k has the prime factor q, it is also
// the string w^(k/q) repeated q times, so only the prime divisors of the length need a look:
//
//     spot_imgspot_img      16 bytes, q = 2, shift 8:   spot_img
//                                               spot_imgspot_img      the same bytes, so period 8
//
// A first byte that differs ends the comparison, and there are at most log₂ n primes, so a line costs next to nothing.

/// The later copies in lines and tokens that are one string over and over.
func selfConcatenations(in text: SegmentedDocument) -> [Match] {
    text.document.utf8.withUnsafeBufferPointer { bytes in
        text.words.withUnsafeBufferPointer { words in
            var matches: [Match] = []
            let (shifts, divisibleLengths) = (shifts, divisibleLengths)
            // Which words have such a length cannot be foreseen, so they are listed without a branch.
            let longWords = [Int](filling: words.count) { places, count in
                for index in words.indices {
                    places[count] = index
                    let length = min(words[index].end &- words[index].start, 63)
                    count &+= Int(truncatingIfNeeded: divisibleLengths >> UInt64(length) & 1)
                }
            }
            var next = 0
            for line in text.lines {
                let range = trimmed(line.range, in: bytes)
                let mayRepeat =
                    range.count >= 8
                    && (mayHavePeriod(range, length: range.count, in: bytes, shifts)
                        || mayHavePeriod(range, length: range.count + 1, in: bytes, shifts))
                if mayRepeat, let unit = repeatedUnit(ofLine: range, in: bytes) {
                    matches.append(later(copiesAfter: unit, in: range))
                    continue
                }
                while next < longWords.count, longWords[next] < line.words.upperBound {
                    let index = longWords[next]
                    next += 1
                    guard index >= line.words.lowerBound else { continue }
                    let word = Int(words[index].start)..<Int(words[index].end)
                    if mayHavePeriod(word, length: word.count, in: bytes, shifts),
                        let unit = repeatedUnit(ofToken: word, in: bytes)
                    {
                        matches.append(later(copiesAfter: unit, in: word))
                    }
                }
            }
            return matches
        }
    }
}

/// Whether a range of at least eight bytes may have a period of four or more that divides `length`, its own or one more:
/// turns nearly all words and lines down with a few looks.
@inline(__always)
private func mayHavePeriod(
    _ range: ByteRange, length: Int, in bytes: UnsafeBufferPointer<UInt8>, _ shifts: [UInt16]
) -> Bool {
    guard length < shiftedLengthLimit else { return true }
    // Whatever its period, the first four bytes stand again behind one of these shifts.
    let start = UnsafeRawPointer(bytes.baseAddress! + range.lowerBound)
    let first = start.loadUnaligned(as: UInt32.self)
    return shifts.withUnsafeBufferPointer { shifts in
        var least = UInt32.max
        for place in length &* 4..<length &* 4 &+ 4 {
            least = min(least, start.loadUnaligned(fromByteOffset: Int(shifts[place]), as: UInt32.self) ^ first)
        }
        return least == 0
    }
}

/// Shorter lengths have no more than four different prime factors.
private let shiftedLengthLimit = 1024

/// For each length its half, third, fifth and so on, as far as they are whole and at least four; four numbers each, fours where
/// there are fewer, which let through what is no repeat but keep nothing back.
private let shifts: [UInt16] = {
    var shifts = [UInt16](repeating: 4, count: 4 * shiftedLengthLimit)
    var counts = [Int](repeating: 0, count: shiftedLengthLimit)
    for prime in 2..<shiftedLengthLimit / 4 {
        // A half, third and so on of its own would be known if it is at least four.
        guard counts[prime] == 0, ![4, 6, 9].contains(prime) else { continue }
        for length in stride(from: 4 * prime, to: shiftedLengthLimit, by: prime) {
            shifts[4 * length + counts[length]] = UInt16(length / prime)
            counts[length] += 1
        }
    }
    return shifts
}()

/// A bit for each length below 63 that has such a part, and one for all longer ones.
private let divisibleLengths: UInt64 = {
    var lengths: UInt64 = 1 << 63
    for length in 8..<63 where (2...length / 4).contains(where: { length % $0 == 0 }) { lengths |= 1 << UInt64(length) }
    return lengths
}()

/// The string that a whole token repeats; nil where the token goes on beyond the word.
private func repeatedUnit(ofToken word: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> ByteRange? {
    guard let period = smallestPeriod(of: word, length: word.count, in: bytes) else { return nil }
    let isWhole =
        (word.lowerBound == 0 || bytes[word.lowerBound - 1] <= 0x20)
        && (word.upperBound == bytes.count || bytes[word.upperBound] <= 0x20)
    let unit = word.prefix(period)
    return isWhole && isToken(bytes[unit]) ? unit : nil
}

private func later(copiesAfter unit: ByteRange, in range: ByteRange) -> Match {
    .cut(unit.upperBound..<range.upperBound, .repeats(unit, similarity: 1))
}

/// The string a whole line repeats: without a gap, or with one space between copies of two words or more.
private func repeatedUnit(ofLine line: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> ByteRange? {
    if let period = smallestPeriod(of: line, length: line.count, in: bytes) {
        let unit = line.prefix(period)
        if bytes[unit].contains(0x20) ? isPhrase(bytes[unit]) : isToken(bytes[unit]) { return unit }
    }
    if let period = smallestPeriod(of: line, length: line.count + 1, in: bytes),
        bytes[line.lowerBound + period - 1] == 0x20
    {
        let unit = line.prefix(period - 1)
        if bytes[unit].contains(0x20), isPhrase(bytes[unit]) { return unit }
    }
    return nil
}

/// The smallest period that divides `length` and that a range has, or nil; `length` may count a gap after the last copy.
private func smallestPeriod(of range: ByteRange, length: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var period = length
    var rest = length
    var prime = 2
    while rest > 1, length >= 4 * prime {
        while rest % prime == 0 {
            rest /= prime
            if hasPeriod(range, period / prime, in: bytes) { period /= prime }
        }
        prime += 1
        if prime * prime > rest { prime = max(prime, rest) }
    }
    return period < length ? period : nil
}

private func hasPeriod(_ range: ByteRange, _ period: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard period >= 4, period < range.count else { return false }
    var index = range.lowerBound
    while index + period < range.upperBound {
        if bytes[index] != bytes[index + period] { return false }
        index += 1
    }
    return true
}

/// Whether copies of several words are a widget's text: they begin with a capital.
private func isPhrase(_ unit: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = unit.first, (0x41...0x5A).contains(first) || first >= 0x80 else { return false }
    return characterCount(unit) >= 4
}

/// Whether copies of one token are no word of a language: an identifier, or a capital in the middle, or a long string.
private func isToken(_ unit: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let count = characterCount(unit)
    guard count >= 4, let first = unit.first, unit.contains(where: isLetter) else { return false }
    let isIdentifier = unit.contains { $0 == UInt8(ascii: "_") || (0x30...0x39).contains($0) }
    let isCapitalised = (0x41...0x5A).contains(first) && unit.dropFirst().contains { (0x61...0x7A).contains($0) }
    return isIdentifier || isCapitalised || count >= 8
}

private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
}

private func characterCount(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
}

private func trimmed(_ range: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
    return lower..<upper
}
