import Tamis

extension JSONCursor {
    /// Follows `components` into the value at `location`, which has been checked; nil when a key is missing.
    func descend(_ components: ArraySlice<[UInt8]>, from location: JSONLocation) -> JSONLocation? {
        var location = location
        for component in components {
            var inner = JSONCursor(bytes: bytes, end: location.range.upperBound, position: location.range.lowerBound)
            let found: JSONLocation?? = try? inner.child(component, of: location.kind)
            guard let child = found ?? nil else { return nil }
            location = child
        }
        return location
    }

    /// The member or element `component` of the container that opens here; the last one where a key is repeated.
    private mutating func child(_ component: [UInt8], of kind: JSONKind) throws(JSONError) -> JSONLocation? {
        guard kind == .object || kind == .array else { return nil }
        let keys = JSONKeys([component])
        var found: JSONLocation?
        var index = 0
        position += 1
        skipSpace()
        while let first = byte, first != UInt8(ascii: "}"), first != UInt8(ascii: "]") {
            var isWanted = false
            if kind == .object {
                let keyStart = position + 1
                let escapeCount = try skipString()
                let key = UnsafeBufferPointer(start: bytes + keyStart, count: position - 1 - keyStart)
                keys.forEachMatch(of: key, escapeCount: escapeCount) { _ in isWanted = true }
                try skipColon()
            } else {
                isWanted = component.elementsEqual(String(index).utf8)
                index += 1
            }
            let start = position
            let value = try skipValue(depth: 1)
            if isWanted {
                found = JSONLocation(
                    kind: value.kind, range: start..<position, escapeCount: value.escapeCount, isRepeated: found != nil)
            }
            skipSpace()
            if byte == UInt8(ascii: ",") { position += 1 }
            skipSpace()
        }
        return found
    }
}
