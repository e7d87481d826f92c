/// What becomes of a match: its rule is credited for it, and it is clipped to the bytes no other edit has.
struct Edit: Sendable {
    let range: ByteRange
    /// How many bytes come in their place.
    let replacementCount: Int
    /// Which rule's matches it comes from, and which of these it is; `Edits` holds them.
    fileprivate let place: (rule: Int, match: Int)

    /// The change it makes to the text.
    var change: TextChange { TextChange(range: range, replacementCount: replacementCount) }
}

/// The edits of one round: in ascending order, never overlapping.
struct Edits {
    private(set) var list: [Edit] = []
    /// The matches of each rule that had some: numbers name them, so that edits are moved without counting references.
    private var sources: [(rule: String, matches: [Match])] = []

    var isEmpty: Bool { list.isEmpty }

    /// The rule that is credited for an edit.
    func rule(of edit: Edit) -> String { sources[edit.place.rule].rule }

    /// What comes in the place of an edit's bytes.
    func replacement(of edit: Edit) -> [UInt8] { sources[edit.place.rule].matches[edit.place.match].replacement }

    /// Why an edit is made.
    func evidence(of edit: Edit) -> Evidence { sources[edit.place.rule].matches[edit.place.match].evidence }

    /// Adds the matches of a rule.
    ///
    /// Bytes that an earlier rule or an earlier match has stay with it; a replacement that loses bytes is given up, since
    /// it stands for all of them.
    mutating func add(_ matches: [Match], rule: String) {
        if matches.isEmpty { return }
        var merged: [Edit] = []
        merged.reserveCapacity(list.count + matches.count)
        var next = 0
        var end = 0
        let matches = matches.inAscendingOrder
        for index in matches.indices {
            let range = matches[index].range
            let replacementCount = matches[index].replacement.count
            func edit(_ range: ByteRange) -> Edit {
                Edit(range: range, replacementCount: replacementCount, place: (sources.count, index))
            }
            var lower = max(range.lowerBound, end)
            while next < list.count, list[next].range.upperBound <= lower {
                merged.append(list[next])
                next += 1
            }
            while next < list.count, list[next].range.lowerBound < range.upperBound {
                let taken = list[next].range
                if lower < taken.lowerBound, replacementCount == 0 { merged.append(edit(lower..<taken.lowerBound)) }
                merged.append(list[next])
                lower = taken.upperBound
                next += 1
            }
            let isWhole = lower == range.lowerBound
            if lower < range.upperBound, isWhole || replacementCount == 0 {
                merged.append(edit(lower..<range.upperBound))
            }
            end = max(lower, range.upperBound)
        }
        merged.append(contentsOf: list[next...])
        list = merged
        sources.append((rule, matches))
    }

    /// Gives up cuts that would join bytes on both sides to a character that the text has not: two lone surrogates (as
    /// JSON escapes they would become one), or a lead byte and continuation bytes that follow no lead.
    mutating func spareJoinedCharacters(in utf8: [UInt8]) {
        guard list.contains(where: { mayBeJoined(utf8, at: $0.range.upperBound) }) else { return }
        var kept: [Edit] = []
        var index = 0
        while index < list.count {
            var last = index
            while last + 1 < list.count, list[last + 1].range.lowerBound == list[last].range.upperBound { last += 1 }
            let run = list[index...last]
            let isCut = run.allSatisfy { $0.replacementCount == 0 }
            let joins = isCut && joins(utf8, list[index].range.lowerBound, list[last].range.upperBound)
            kept.append(contentsOf: joins ? run.dropLast() : run)
            index = last + 1
        }
        list = kept
    }

    /// How many lines of `text` go as a whole, or nil where a part of a line goes or is replaced.
    func wholeLineCount(of text: SegmentedDocument) -> Int? {
        var count = 0
        var next = 0
        for line in text.lines {
            while next < list.count, list[next].range.upperBound <= line.range.lowerBound { next += 1 }
            guard next < list.count, list[next].range.lowerBound < line.range.upperBound else { continue }
            let edit = list[next]
            guard edit.range.lowerBound <= line.range.lowerBound, edit.range.upperBound >= line.range.upperBound,
                edit.replacementCount == 0
            else { return nil }
            count += 1
        }
        return count
    }

    /// Whether the bytes up to `end` and those from `start` on, which come together, make a character.
    private func joins(_ utf8: [UInt8], _ end: Int, _ start: Int) -> Bool {
        if isContinuation(utf8, at: start) {
            var lead = end - 1
            while isContinuation(utf8, at: lead), end - lead < 4 { lead -= 1 }
            return lead >= 0 && utf8[lead] >= 0xC2 && end - lead < Self.byteCount(lead: utf8[lead])
        }
        return isSurrogate(utf8, at: end - 3, 0xA0...0xAF) && isSurrogate(utf8, at: start, 0xB0...0xBF)
    }

    /// Whether the byte at `offset` could be the second of two that are joined.
    private func mayBeJoined(_ utf8: [UInt8], at offset: Int) -> Bool {
        isContinuation(utf8, at: offset) || isSurrogate(utf8, at: offset, 0xB0...0xBF)
    }

    private func isContinuation(_ utf8: [UInt8], at offset: Int) -> Bool {
        utf8.indices.contains(offset) && utf8[offset] & 0xC0 == 0x80
    }

    /// The bytes of a character with this first byte.
    private static func byteCount(lead: UInt8) -> Int { lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    /// Whether the three bytes of a lone surrogate (ED, then `second`) stand at `offset`.
    private func isSurrogate(_ utf8: [UInt8], at offset: Int, _ second: ClosedRange<UInt8>) -> Bool {
        offset >= 0 && offset + 2 < utf8.count && utf8[offset] == 0xED && second.contains(utf8[offset + 1])
    }
}

extension [Match] {
    /// The matches by where they begin; mostly as they are.
    fileprivate var inAscendingOrder: [Match] {
        let isAscending = indices.dropFirst().allSatisfy { self[$0 - 1].range.lowerBound <= self[$0].range.lowerBound }
        return isAscending ? self : sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
