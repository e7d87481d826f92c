extension SegmentedDocument {
    /// The indices of the lines that hold a byte of `set`, in order.
    func lines(holding set: ByteSet) -> [Int] {
        document.utf8.withUnsafeBufferPointer { bytes in
            var found: [Int] = []
            var offset = set.first(in: bytes, from: 0)
            var index = 0
            while offset < bytes.count, index < lines.count {
                let range = lines[index].range
                if offset >= range.upperBound {
                    index += 1
                } else if offset < range.lowerBound {
                    offset = set.first(in: bytes, from: range.lowerBound)
                } else {
                    if found.isEmpty { found.reserveCapacity(lines.count - index) }
                    found.append(index)
                    index += 1
                    offset = set.first(in: bytes, from: range.upperBound)
                }
            }
            return found
        }
    }
}
