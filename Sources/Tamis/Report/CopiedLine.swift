/// A line of one document, with its copies there.
package struct CopiedLine: Sendable, Equatable {
    /// The exact key of the line.
    package let key: Key
    /// The line as it is first spelled, its beginning where it is long.
    package let text: [UInt8]
    /// How many bytes the line has as it is first spelled.
    package let byteCount: Int
    /// How many copies there are.
    package internal(set) var count: Int
    /// How many of them go.
    package internal(set) var cutCount: Int
    /// How many documents hold it.
    package internal(set) var documentCount = 1
    /// How many documents of a site share it, where it goes as a template; otherwise 0.
    package internal(set) var templateDocumentCount = 0

    private static let byteLimit = 160

    /// Makes a line that was counted elsewhere.
    package init(
        key: Key, text: [UInt8], byteCount: Int, count: Int, cutCount: Int, documentCount: Int = 1,
        templateDocumentCount: Int = 0
    ) {
        (self.key, self.text, self.byteCount, self.count) = (key, text, byteCount, count)
        (self.cutCount, self.documentCount) = (cutCount, documentCount)
        self.templateDocumentCount = templateDocumentCount
    }

    /// The distinct lines of a document, in the order of their first copies; linear.
    ///
    /// - Parameter findings: What goes, ascending.
    static func lines(of document: Document, _ findings: [Finding]) -> [CopiedLine] {
        let segments = SegmentedDocument(document, levels: .lines).lines
        var table = HashTable()
        table.reset(expectedCount: segments.count)
        var lines: [CopiedLine] = []
        var next = 0
        for segment in segments {
            while next < findings.count, findings[next].range.upperBound < segment.range.upperBound { next += 1 }
            let goes =
                next < findings.count && findings[next].range.lowerBound <= segment.range.lowerBound
                && findings[next].replacement.isEmpty
            let index = table.index(of: segment.key.low) { lines[$0].key == segment.key }
            if index == lines.count {
                lines.append(
                    CopiedLine(
                        key: segment.key, text: document.utf8.excerpt(segment.range, limit: byteLimit),
                        byteCount: segment.range.count, count: 0, cutCount: 0))
            }
            lines[index].count += 1
            lines[index].cutCount += goes ? 1 : 0
            if goes, case .inDocuments(let count, _) = findings[next].evidence {
                lines[index].templateDocumentCount = max(lines[index].templateDocumentCount, count)
            }
        }
        return lines
    }
}
