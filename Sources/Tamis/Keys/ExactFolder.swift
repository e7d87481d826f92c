import CKernels

// Example: in "THE  Café’s" everything is folded by the kernel. It leaves here what neighbours may change: in "Cafe\u{301}"
// the accent, for which "e\u{301}" is folded by the definition and takes the place of the "e" that was written.

/// Writes exact foldings quickly: the kernel copies and maps what stands by itself, the rest goes to the definition in
/// `FoldedScalars.swift`, from the last character that no mark can change any more.
struct ExactFolder: ~Copyable {
    private(set) var buffer: ByteBuffer
    private let utf8: UnsafeBufferPointer<UInt8>
    private var state = tamis_exact_folding()
    /// The combining class of the last mark that was copied; `state` knows where that ends.
    private var lastMarkClass = Int16(0)

    init(_ utf8: UnsafeBufferPointer<UInt8>, capacity: Int = 0) {
        self.utf8 = utf8
        buffer = ByteBuffer(capacity: capacity)
        state.bytes = utf8.baseAddress
        state.count = utf8.count
        state.last_mark_end = -1
    }

    /// How far the text is folded.
    var position: Int { state.position }

    /// Starts a segment at `offset`.
    mutating func begin(at offset: Int) {
        state.position = offset
        state.segment_start = buffer.count
    }

    /// Folds up to `cut`, which no character or sequence with its marks spans.
    ///
    /// White space before `cut` is in the buffer then as one blank.
    mutating func fold(to cut: Int) {
        (state.anchor_source, state.anchor_output) = (state.position, buffer.count)
        while state.position < cut {
            buffer.reserve(cut - state.position + 64)
            state.output = buffer.bytes
            state.written = buffer.count
            tamis_fold_exact(&state, cut)
            buffer.count = state.written
            if state.position < cut, !copyMark(to: cut) { foldSequence(to: cut) }
        }
    }

    /// Ends the segment: takes the blank at its end away.
    mutating func finish() -> ByteRange {
        if buffer.count > state.segment_start, buffer.end[-1] == 0x20 { buffer.count -= 1 }
        return state.segment_start..<buffer.count
    }

    /// Copies a mark that composes with nothing, where it stands in canonical order after what was copied.
    private mutating func copyMark(to cut: Int) -> Bool {
        let scalar = DecodedScalar(utf8, at: state.position, end: cut)
        guard scalar.properties.isExactMark else { return false }
        let combiningClass = CanonicalForms.combiningClass(scalar.value)
        guard state.last_mark_end != state.position || lastMarkClass <= combiningClass else { return false }
        for place in 0..<scalar.length { buffer.end[place] = utf8[state.position + place] }
        buffer.count += scalar.length
        state.position += scalar.length
        (state.last_mark_end, lastMarkClass) = (state.position, combiningClass)
        return true
    }

    /// Folds by the definition, from the anchor to the next character that stands by itself.
    private mutating func foldSequence(to cut: Int) {
        var end = state.position
        while end < cut, utf8[end] >= 0x80 {
            let scalar = DecodedScalar(utf8, at: end, end: cut)
            if scalar.properties.isExactInert || scalar.properties.isWhiteSpace || !scalar.isValid { break }
            end += scalar.length
        }
        buffer.count = state.anchor_output
        for value in Folding.exact.scalars(of: utf8, state.anchor_source..<end) { buffer.append(scalar: value) }
        state.position = end
        (state.anchor_source, state.anchor_output) = (end, buffer.count)
    }
}
