import CKernels

/// Writes near foldings quickly; a stretch between blanks that needs more than a table goes to the definition in
/// `FoldedScalars.swift`.
struct NearFolder {
    let utf8: UnsafeBufferPointer<UInt8>

    /// Appends the near folding of `range`.
    func append(_ range: ByteRange, to buffer: inout ByteBuffer) {
        let start = buffer.count
        var offset = range.lowerBound
        var stretch = (source: offset, output: start)
        buffer.reserve(range.count + 64)
        while offset < range.upperBound {
            let byte = utf8[offset]
            if byte < 0x80 {
                let folded = UInt8(truncatingIfNeeded: tamis_near_short_form(UInt32(byte)))
                if folded != 0x20 {
                    buffer.end[0] = folded
                    buffer.count += 1
                } else {
                    appendBlank(to: &buffer, from: start)
                }
                offset += 1
                if byte.isASCIIWhiteSpace { stretch = (offset, buffer.count) }
                continue
            }
            let scalar = DecodedScalar(utf8, at: offset, end: range.upperBound)
            if append(scalar, at: offset, to: &buffer, from: start) {
                offset += scalar.length
                continue
            }
            buffer.count = stretch.output
            offset = appendStretch(from: stretch.source, through: offset, end: range.upperBound, to: &buffer)
            stretch = (offset, buffer.count)
            buffer.reserve(range.upperBound - offset + 64)
        }
        if buffer.count > start, buffer.end[-1] == 0x20 { buffer.count -= 1 }
    }

    /// Appends a character that its neighbours do not change; false when they may.
    @inline(__always)
    private func append(_ scalar: DecodedScalar, at offset: Int, to buffer: inout ByteBuffer, from start: Int) -> Bool {
        if scalar.length == 2 {
            let short = tamis_near_short_form(scalar.value)
            guard short != 0 else { return false }
            if short == 0x20 {
                appendBlank(to: &buffer, from: start)
                return true
            }
            buffer.end[0] = UInt8(truncatingIfNeeded: short)
            buffer.end[1] = UInt8(truncatingIfNeeded: short >> 8)
            buffer.count += short < 0x100 ? 1 : 2
            return true
        }
        let properties = scalar.properties
        if properties.isNearInert || !scalar.isValid {
            for place in 0..<scalar.length { buffer.end[place] = utf8[offset + place] }
            buffer.count += scalar.length
        } else if properties.isNearBlank {
            appendBlank(to: &buffer, from: start)
        } else {
            return false
        }
        return true
    }

    @inline(__always)
    private func appendBlank(to buffer: inout ByteBuffer, from start: Int) {
        guard buffer.count > start, buffer.end[-1] != 0x20 else { return }
        buffer.end[0] = 0x20
        buffer.count += 1
    }

    /// Folds by the definition up to the ASCII white space after `offset`, and returns where that is.
    private func appendStretch(from start: Int, through offset: Int, end: Int, to buffer: inout ByteBuffer) -> Int {
        var stop = offset
        while stop < end, !utf8[stop].isASCIIWhiteSpace { stop += 1 }
        for value in Folding.near.scalars(of: utf8, start..<stop) { buffer.append(scalar: value) }
        return stop
    }
}
