import Tamis

/// Writes pairs of documents as lines of JSON: `{"a":…,"b":…,"jaccard":…,"containment":…}`.
///
/// `a` is the earlier one in the order of preference. A copy comes with the document it is a copy of and `"exact":true`.
struct PairsFile {
    private let output: OutputFile
    private var writer = JSONWriter()

    init(path: String) throws(OutputError) {
        output = try OutputFile(path: path)
    }

    /// Writes all pairs, ascending by the later document, then the copies in their order.
    mutating func write(_ findings: DuplicateFindings, ids: StringStore, earlier: IndexView?) throws {
        let id = { (rank: UInt32) throws -> [UInt8] in
            if let document = findings.ranks.document(at: rank) { return try ids.read(document) }
            return Array((try earlier?.entry(ofDocument: Int(rank)).id ?? "").utf8)
        }
        try findings.forEachPair { pair in
            try write(
                id(pair.earlier), id(pair.later), jaccard: pair.jaccard, containment: pair.containment, isExact: false)
        }
        for copy in findings.copies {
            try write(id(copy.representative), id(copy.rank), jaccard: 1, containment: 1, isExact: true)
        }
        try output.finish()
    }

    private mutating func write(
        _ a: [UInt8], _ b: [UInt8], jaccard: Double, containment: Double, isExact: Bool
    ) throws(OutputError) {
        writer.beginObject()
        writer.key("a")
        writer.string(a.span)
        writer.key("b")
        writer.string(b.span)
        writer.key("jaccard")
        writer.number(jaccard)
        writer.key("containment")
        writer.number(containment)
        if isExact {
            writer.key("exact")
            writer.boolean(true)
        }
        writer.endObject()
        writer.newline()
        try output.write(writer.take())
    }
}
