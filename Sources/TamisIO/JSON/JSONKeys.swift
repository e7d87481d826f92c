/// The keys looked for in an object, compared with raw keys as they stand in a record.
struct JSONKeys: Sendable {
    private let names: [[UInt8]]

    init(_ names: [[UInt8]]) {
        self.names = names
    }

    /// Calls `body` with the index of each name equal to the raw key `key`, compared after unescaping.
    @inline(__always)
    func forEachMatch(of key: UnsafeBufferPointer<UInt8>, escapeCount: Int, _ body: (Int) -> Void) {
        if escapeCount > 0 {
            let unescaped = JSONString.decode(key, escapeCount: escapeCount).bytes
            for index in names.indices where names[index] == unescaped { body(index) }
            return
        }
        for index in names.indices where names[index].count == key.count {
            if names[index].elementsEqual(key) { body(index) }
        }
    }
}
