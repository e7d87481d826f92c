import Glibc

/// Where documents come from: the site where one is known, else the input file.
struct SourceTable: Sendable {
    /// The names of the sources, in the order in which they came.
    private(set) var names: [String] = []
    /// How many documents each source has.
    private(set) var counts: [Int] = []
    private var numbers: [[UInt8]: UInt32] = [:]
    private var sources: [UInt32] = []

    /// Adds the next document.
    mutating func append(_ name: String) {
        // Documents of one source mostly come one after another.
        let isLast = sources.last.map { names[Int($0)].hasBytes(of: name) } ?? false
        if let number = isLast ? sources.last : numbers[Array(name.utf8)] {
            sources.append(number)
            counts[Int(number)] += 1
            return
        }
        numbers[Array(name.utf8)] = UInt32(names.count)
        sources.append(UInt32(names.count))
        names.append(name)
        counts.append(1)
    }

    /// The number of the source of a document.
    func source(of document: Int) -> Int { Int(sources[document]) }
}

extension String {
    /// Whether two names are the same byte by byte, and not only to the eye.
    func hasBytes(of other: String) -> Bool {
        let (bytes, otherBytes) = (utf8.span.bytes, other.utf8.span.bytes)
        return bytes.withUnsafeBytes { bytes in
            otherBytes.withUnsafeBytes { other in
                bytes.count == other.count
                    && (bytes.isEmpty || memcmp(bytes.baseAddress!, other.baseAddress!, bytes.count) == 0)
            }
        }
    }
}

/// What a source loses.
public struct SourceLoss: Sendable, Equatable {
    /// The site, or the input's path.
    public let source: String
    /// Its documents.
    public let documentCount: Int
    /// Those that go because of other documents.
    public let removedCount: Int

    /// The fewest documents with which a source is judged.
    public static let leastDocumentCount = 100

    /// Whether it is large enough to judge and loses more than `fraction`.
    func exceeds(_ fraction: Double) -> Bool {
        documentCount >= Self.leastDocumentCount && Double(removedCount) > fraction * Double(documentCount)
    }
}
