// What a part of a run came to, as a line of JSON that other parts are added to:
//
//     {"schema":1,"algorithm":1,"seed":0,"settings":"7b64…","compares_documents":true,"documents":3,"kept":1,…}
//     {"schema":1,"algorithm":1,"seed":0,"settings":"7b64…","compares_documents":true,"documents":2,"kept":1,…}
//     merged: 5 documents, 2 kept, …
//
// With `samples` a line has what the page about a corpus shows, and the merged page is that of one run but for sources that
// are input files and for lines that had no room.

import Tamis

/// The counts of a part of a run and, where its documents were sampled, what a page shows of them.
public struct ReportPart: Sendable {
    /// The version of the format.
    static let schema = 1
    /// How many of the most frequent lines a part names; what others may have is in the missed count.
    static let lineLimit = 1 << 12

    /// The counts.
    package internal(set) var summary: Summary
    /// The samples; nil where none were taken.
    package internal(set) var report: CorpusReport?
    /// Whether documents were compared with each other, here or elsewhere.
    var comparesDocuments: Bool
    /// The digest of the settings.
    let settings: String

    /// Takes what a run came to.
    public init(of run: CleanRun, _ options: CleanOptions) {
        summary = run.summary
        report = options.samplesDocuments ? run.report : nil
        comparesDocuments = options.corpus.map { $0.comparesDocuments || $0.dropPath != nil } ?? false
        settings = options.settings.digest
    }

    init(_ summary: Summary, _ report: CorpusReport?, comparesDocuments: Bool, settings: String) {
        (self.summary, self.report) = (summary, report)
        (self.comparesDocuments, self.settings) = (comparesDocuments, settings)
    }

    /// What comparing came to, as far as the counts tell.
    public var corpusSummary: CorpusSummary {
        guard comparesDocuments else { return CorpusSummary() }
        return CorpusSummary(summary, report)
    }

    /// Adds another part of the same run.
    mutating func merge(_ other: ReportPart) throws(Summary.DifferentRules) {
        try summary.merge(other.summary)
        comparesDocuments = comparesDocuments || other.comparesDocuments
        // A page of some of the documents would look like one of all.
        guard report != nil, let samples = other.report else { return report = nil }
        report?.merge(samples)
    }

    /// The part as a line of JSON with its line end.
    public var line: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("schema", Self.schema)
        writer.member("algorithm", Version.algorithm)
        writer.member("seed", Int(Version.seed))
        writer.key("settings")
        writer.string(settings)
        writer.key("compares_documents")
        writer.boolean(comparesDocuments)
        writer.members(of: summary)
        if let report {
            writer.key("samples")
            writer.samples(report)
        }
        writer.endObject()
        writer.newline()
        return writer.take()
    }
}
