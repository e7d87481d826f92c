import CKernels

// Example: "It's “on”: ½" is written as "it s on ", up to "½", which needs more than a table. So the stretch since the last
// white space, "½", is folded by the definition: "1 2".

/// Writes near foldings quickly; a stretch between blanks that needs more than a table goes to the definition in
/// `FoldedScalars.swift`.
struct NearFolder {
    let utf8: UnsafeBufferPointer<UInt8>

    /// How far folding has come, in the text and in the output, and whether a blank was written last.
    private struct Place {
        var source: Int
        var output: UnsafeMutablePointer<UInt8>
        var isAfterBlank: Bool
    }

    /// Appends the near folding of `range`.
    func append(_ range: ByteRange, to buffer: inout ByteBuffer) {
        let start = buffer.count
        buffer.reserve(range.count + Int(TAMIS_NEAR_SPARE_BYTES))
        var place = Place(source: range.lowerBound, output: buffer.end, isAfterBlank: true)
        // Behind the last white space: what is folded from here on depends on nothing before.
        var stretch = place
        while place.source < range.upperBound {
            if utf8[place.source] < 0x80 {
                foldASCII(to: range.upperBound, &place, &stretch)
            } else if !foldCharacter(to: range.upperBound, &place) {
                buffer.count = stretch.output - buffer.bytes
                let end = endOfStretch(from: place.source, to: range.upperBound)
                for value in Folding.near.scalars(of: utf8, stretch.source..<end) { buffer.append(scalar: value) }
                buffer.reserve(range.upperBound - end + Int(TAMIS_NEAR_SPARE_BYTES))
                let isAfterBlank = buffer.count == start || buffer.end[-1] == 0x20
                place = Place(source: end, output: buffer.end, isAfterBlank: isAfterBlank)
                stretch = place
            }
        }
        buffer.count = place.output - buffer.bytes
        if buffer.count > start, place.isAfterBlank { buffer.count -= 1 }
    }

    /// Folds ASCII up to `end` or the next character that is none: sixteen bytes and more by a kernel.
    @inline(__always)
    private func foldASCII(to end: Int, _ place: inout Place, _ stretch: inout Place) {
        guard isLongASCII(from: place.source, to: end) else { return foldShortASCII(to: end, &place, &stretch) }
        let extent = tamis_fold_near_ascii(
            utf8.baseAddress! + place.source, end - place.source, place.isAfterBlank ? 1 : 0, place.output)
        if extent.stretch_read > 0 {
            stretch = Place(
                source: place.source + extent.stretch_read, output: place.output + extent.stretch_written,
                isAfterBlank: true)
        }
        place = Place(
            source: place.source + extent.read, output: place.output + extent.written,
            isAfterBlank: extent.is_after_blank != 0)
    }

    @inline(__always)
    private func isLongASCII(from start: Int, to end: Int) -> Bool {
        guard end - start >= 16 else { return false }
        let bytes = UnsafeRawPointer(utf8.baseAddress! + start)
        let both = bytes.loadUnaligned(as: UInt64.self) | bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        return both & 0x8080_8080_8080_8080 == 0
    }

    /// Each byte is written; one blank is not counted after another, which takes no branch.
    @inline(__always)
    private func foldShortASCII(to end: Int, _ place: inout Place, _ stretch: inout Place) {
        var (source, output, isAfterBlank) = (place.source, place.output, place.isAfterBlank)
        while source < end, utf8[source] < 0x80 {
            let folded = UInt8(truncatingIfNeeded: tamis_near_short_form(UInt32(utf8[source])))
            output[0] = folded
            let isBlank = folded == 0x20
            output += isBlank && isAfterBlank ? 0 : 1
            isAfterBlank = isBlank
            source += 1
            if utf8[source - 1].isASCIIWhiteSpace {
                stretch = Place(source: source, output: output, isAfterBlank: true)
            }
        }
        place = Place(source: source, output: output, isAfterBlank: isAfterBlank)
    }

    /// Folds a character that its neighbours do not change; false when they may.
    @inline(__always)
    private func foldCharacter(to end: Int, _ place: inout Place) -> Bool {
        let scalar = DecodedScalar(utf8, at: place.source, end: end)
        if scalar.length == 2 {
            let short = tamis_near_short_form(scalar.value)
            guard short != 0 else { return drop(scalar, &place) }
            place.output[0] = UInt8(truncatingIfNeeded: short)
            place.output[1] = UInt8(truncatingIfNeeded: short >> 8)
            let isBlank = short == 0x20
            place.output += isBlank && place.isAfterBlank ? 0 : short < 0x100 ? 1 : 2
            place.isAfterBlank = isBlank
        } else {
            let properties = scalar.properties
            if properties.isNearInert || !scalar.isValid {
                for offset in 0..<scalar.length { place.output[offset] = utf8[place.source + offset] }
                place.output += scalar.length
                place.isAfterBlank = false
            } else if properties.isNearBlank {
                place.output[0] = 0x20
                place.output += place.isAfterBlank ? 0 : 1
                place.isAfterBlank = true
            } else {
                return drop(scalar, &place)
            }
        }
        place.source += scalar.length
        return true
    }

    /// Passes over a soft hyphen or the like, which is as if it were not there; false where the character is another.
    private func drop(_ scalar: DecodedScalar, _ place: inout Place) -> Bool {
        guard scalar.properties.isDropped else { return false }
        place.source += scalar.length
        return true
    }

    /// The ASCII white space at or behind `offset`.
    private func endOfStretch(from offset: Int, to end: Int) -> Int {
        var stop = offset
        while stop < end, !utf8[stop].isASCIIWhiteSpace { stop += 1 }
        return stop
    }
}
