// A line is tried in the order of the published pipeline; the first rule that drops it is the reason:
//
//     BREAKING NEWS FROM TOWN      capitals: 20 of 23 characters
//     3.5K likes                   counter
//     Menu                         one word
//     Read on. Read more...        only ` Read more...` goes

/// What RefinedWeb's line rules drop, in ascending order.
func refinedWebLines(in context: borrowing RuleContext) -> [Match] {
    let text = context.text
    let uppercaseLimit = context.limit("uppercase_fraction")
    let digitLimit = context.limit("digit_fraction")
    let fewest = Int(context.limit("word_count"))
    return text.lines.compactMap { line in
        let bytes = text.document.utf8[line.range]
        let shares = letterShares(bytes)
        let words = text.wordCount(in: line.range, upTo: max(fewest, 11))
        let reason: String? =
            if shares.uppercase > uppercaseLimit { "capitals" } else if shares.digits > digitLimit {
                "digits"
            } else if isCounter(bytes) { "counter" } else if words < fewest { "under \(fewest) words" } else { nil }
        if let reason { return .cut(line.range.lowerBound..<line.end, .debris(reason)) }
        guard words <= 10, let part = partToGo(bytes) else { return nil }
        return .cut(part, .debris("phrase in a short line"))
    }
}

/// Which parts of a line's characters are capitals and digits.
private func letterShares(_ bytes: ArraySlice<UInt8>) -> (uppercase: Double, digits: Double) {
    var (count, uppercaseCount, digitCount) = (0, 0, 0)
    bytes.withUnsafeBufferPointer { utf8 in
        var offset = 0
        while offset < utf8.count {
            let scalar = DecodedScalar(utf8, at: offset, end: utf8.count)
            count += 1
            uppercaseCount += scalar.properties.isUppercase ? 1 : 0
            digitCount += scalar.properties.isNumber ? 1 : 0
            offset += scalar.length
        }
    }
    guard count > 0 else { return (0, 0) }
    return (Double(uppercaseCount) / Double(count), Double(digitCount) / Double(count))
}

/// Whether a line is a number, perhaps in thousands, and what it counts: `1,204 likes`, `3.5k views`.
private func isCounter(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isWord = { (byte: UInt8) in byte.isASCIILetter || byte.isASCIIDigit || byte == 0x5F || byte >= 0x80 }
    let line = bytes.map(\.asciiLowercased)
    guard let first = line.firstIndex(where: isWord), line[first].isASCIIDigit else { return false }
    var rest = line[first...].drop { $0.isASCIIDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
    if let unit = rest.first, [UInt8(ascii: "k"), UInt8(ascii: "m"), UInt8(ascii: "b")].contains(unit) {
        rest = rest.dropFirst()
    }
    guard rest.first?.isASCIIWhiteSpace == true else { return false }
    rest = rest.drop(while: \.isASCIIWhiteSpace)
    let noun = rest.prefix(while: isWord)
    return counted.contains { noun.elementsEqual($0.utf8) } && !rest.dropFirst(noun.count).contains(where: isWord)
}

private let counted = [
    "likes", "shares", "comments", "retweets", "reposts", "quotes", "bookmarks", "upvotes", "downvotes", "downloads",
    "views", "followers",
]

/// The part of a short line that goes: `items in cart`, `Read more...` at its end, `Sign-in` at its start.
private func partToGo(_ bytes: ArraySlice<UInt8>) -> ByteRange? {
    let (prefix, suffix, inside) = (Array("Sign-in".utf8), Array("Read more...".utf8), Array("items in cart".utf8))
    if bytes.starts(with: prefix) { return bytes.startIndex..<bytes.startIndex + prefix.count }
    let end = bytes.lastIndex { !$0.isASCIIWhiteSpace }.map { $0 + 1 } ?? bytes.startIndex
    if bytes[..<end].suffix(suffix.count).elementsEqual(suffix) {
        return blankBefore(end - suffix.count, in: bytes)..<end
    }
    guard bytes.count >= inside.count else { return nil }
    for start in bytes.startIndex...bytes.endIndex - inside.count
    where bytes[start..<start + inside.count].elementsEqual(inside) {
        return blankBefore(start, in: bytes)..<start + inside.count
    }
    return nil
}

/// Where the spaces before `offset` begin, so that a cut leaves none at the end of a line.
private func blankBefore(_ offset: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var start = offset
    while start > bytes.startIndex, bytes[start - 1] == 0x20 { start -= 1 }
    return start
}
