import CKernels

// Example: "The  Ferry\nLeaves at noon." has the lines 0..<10 and 11..<26. The folding of the second is the lower-cased text
// in its place, `folded[11..<26]`; that of the first, "the ferry", stands behind the text.

extension SegmentedDocument {
    /// Cuts `document` into lines and nothing else, in one pass: most of them need no more than their lower case and its key.
    init(linesOf document: Document) {
        var lines: [Segment] = []
        let folded = document.utf8.withUnsafeBufferPointer { utf8 in
            var folder = ExactFolder(utf8)
            // What the kernel writes beyond the text is room for foldings then.
            let room = max(64, min(utf8.count / 2, 1 << 16))
            var folded = [UInt8](filling: utf8.count + room) { lowered, count in
                lines = Self.lines(of: utf8, lowered, &folder)
                count = utf8.count
            }
            folded.append(contentsOf: folder.buffer.written)
            return folded
        }
        self.init(document, lines: lines, sentences: [], words: [], folded: folded, levels: .lines)
    }

    /// The lines of a text, which goes to `lowered` in lower case; the foldings of those that need one go to `folder`.
    private static func lines(
        of utf8: UnsafeBufferPointer<UInt8>, _ lowered: UnsafeMutableBufferPointer<UInt8>, _ folder: inout ExactFolder
    ) -> [Segment] {
        guard let bytes = utf8.baseAddress, let loweredBytes = lowered.baseAddress else { return [] }
        var lines: [Segment] = []
        lines.reserveCapacity(tamis_count_newlines(bytes, utf8.count) + 1)
        var search = tamis_line_search()
        (search.bytes, search.count, search.lowered) = (bytes, utf8.count, loweredBytes)
        withUnsafeTemporaryAllocation(of: tamis_line.self, capacity: Int(TAMIS_LINES_AT_ONCE)) { found in
            while true {
                let count = tamis_find_lines(&search, found.baseAddress)
                if count == 0 { break }
                for index in 0..<count {
                    let line = found[index]
                    let range = line.start..<line.stop
                    if line.is_regular != 0 {
                        let key = Key(
                            hashing: UnsafeBufferPointer(start: loweredBytes + line.start, count: range.count))
                        lines.append(Segment(range: range, end: line.end, foldedRange: range, key: key, words: 0..<0))
                        continue
                    }
                    let content = utf8.trimmed(range)
                    if utf8.isBlank(content) { continue }
                    folder.begin(at: content.lowerBound)
                    folder.fold(to: content.upperBound)
                    let part = folder.finish()
                    let key = Key(hashing: UnsafeBufferPointer(rebasing: folder.buffer.written[part]))
                    let folded = utf8.count + part.lowerBound..<utf8.count + part.upperBound
                    lines.append(Segment(range: range, end: line.end, foldedRange: folded, key: key, words: 0..<0))
                }
            }
        }
        return lines
    }
}
