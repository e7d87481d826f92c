import CKernels

// Example: in "THE  Café’s", all of "the " and "caf" is copied from the lower-cased text; the second blank, "é" and "’"
// are the irregular bytes that get a look of their own.

/// Writes exact foldings quickly: regular stretches are copied, common characters mapped, the rest goes to the
/// definition in `FoldedScalars.swift`, from the last character that no mark can change any more.
struct ExactFolder: ~Copyable {
    let text: TextBlocks
    private(set) var buffer: ByteBuffer
    /// How far the text is folded.
    private(set) var position = 0
    private var segmentStart = 0
    /// The last place, in the text and the buffer, from which folding can be taken up again.
    private var anchor = (source: 0, output: 0)
    /// The end of the last combining mark that was copied, and its combining class.
    private var lastMark = (end: -1, combiningClass: Int16(0))

    init(_ text: TextBlocks, capacity: Int = 0) {
        self.text = text
        buffer = ByteBuffer(capacity: capacity)
    }

    /// Starts a segment at `offset`.
    mutating func begin(at offset: Int) {
        position = offset
        segmentStart = buffer.count
        anchor = (offset, buffer.count)
    }

    /// Folds up to `cut`, which no character or sequence with its marks spans.
    ///
    /// White space before `cut` is in the buffer then as one blank.
    mutating func fold(to cut: Int) {
        buffer.reserve(cut - position + 64)
        if buffer.count == segmentStart {
            while position < cut, text.utf8[position].isASCIIWhiteSpace { position += 1 }
        }
        anchor = (position, buffer.count)
        while position < cut {
            let irregular = text.first(from: position, to: cut) { $0.irregular }
            if irregular > position {
                buffer.end.update(from: text.lowered + position, count: irregular - position)
                buffer.count += irregular - position
                position = irregular
                let isAfterBlank = buffer.end[-1] == 0x20
                anchor = isAfterBlank ? (position, buffer.count) : (position - 1, buffer.count - 1)
                if position == cut { return }
            }
            if text.utf8[position] < 0x80 {
                appendBlank()
                position += 1
                anchor = (position, buffer.count)
            } else {
                foldNonASCII(to: cut)
            }
        }
    }

    /// Ends the segment: takes the blank at its end away.
    mutating func finish() -> ByteRange {
        if buffer.count > segmentStart, buffer.end[-1] == 0x20 { buffer.count -= 1 }
        return segmentStart..<buffer.count
    }

    @inline(__always)
    private mutating func appendBlank() {
        guard buffer.count > segmentStart, buffer.end[-1] != 0x20 else { return }
        buffer.end[0] = 0x20
        buffer.count += 1
    }

    /// Folds non-ASCII characters up to `cut` or the next ASCII one.
    private mutating func foldNonASCII(to cut: Int) {
        let utf8 = text.utf8
        while position < cut, utf8[position] >= 0x80 {
            let scalar = DecodedScalar(utf8, at: position, end: cut)
            if scalar.length == 2 {
                let short = tamis_exact_short_form(scalar.value)
                if short != 0 {
                    anchor = (position, buffer.count)
                    buffer.end[0] = UInt8(truncatingIfNeeded: short)
                    buffer.end[1] = UInt8(truncatingIfNeeded: short >> 8)
                    buffer.count += short < 0x100 ? 1 : 2
                    position += 2
                    continue
                }
            }
            let properties = scalar.properties
            if properties.isExactInert || !scalar.isValid {
                anchor = (position, buffer.count)
                copy(scalar.length)
            } else if properties.isWhiteSpace {
                appendBlank()
                position += scalar.length
                anchor = (position, buffer.count)
            } else if properties.isDropped {
                if lastMark.end == position { lastMark.end += scalar.length }
                position += scalar.length
            } else if properties.isExactMark, isInOrder(scalar) {
                copy(scalar.length)
            } else if !replace(scalar) {
                foldSequence(to: cut)
            }
        }
    }

    @inline(__always)
    private mutating func copy(_ count: Int) {
        for place in 0..<count { buffer.end[place] = text.utf8[position + place] }
        buffer.count += count
        position += count
    }

    /// Whether a mark that composes with nothing stands in canonical order after what was copied.
    private mutating func isInOrder(_ scalar: DecodedScalar) -> Bool {
        let combiningClass = CanonicalForms.combiningClass(scalar.value)
        guard lastMark.end != position || lastMark.combiningClass <= combiningClass else { return false }
        lastMark = (position + scalar.length, combiningClass)
        return true
    }

    /// Writes the ASCII form of a quote, dash or ellipsis.
    private mutating func replace(_ scalar: DecodedScalar) -> Bool {
        guard let ascii = Folding.replacement(of: scalar.value) else { return false }
        anchor = (position, buffer.count)
        for _ in 0..<ascii.count {
            buffer.end[0] = ascii.byte
            buffer.count += 1
        }
        position += scalar.length
        return true
    }

    /// Folds by the definition, from the anchor to the next character that stands by itself.
    private mutating func foldSequence(to cut: Int) {
        var end = position
        while end < cut, text.utf8[end] >= 0x80 {
            let scalar = DecodedScalar(text.utf8, at: end, end: cut)
            if scalar.properties.isExactInert || scalar.properties.isWhiteSpace || !scalar.isValid { break }
            end += scalar.length
        }
        buffer.count = anchor.output
        for value in Folding.exact.scalars(of: text.utf8, anchor.source..<end) { buffer.append(scalar: value) }
        buffer.reserve(cut - end + 64)
        position = end
        anchor = (end, buffer.count)
    }
}
