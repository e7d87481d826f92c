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
    public internal(set) var summary: Summary
    /// The samples; nil where none were taken.
    public internal(set) var report: CorpusReport?
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

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ value: Int) {
        key(named: name)
        integer(value)
    }

    private mutating func member(_ name: String, bytes: [UInt8]) {
        key(named: name)
        string(bytes.span)
    }

    fileprivate mutating func members(of summary: Summary) {
        member("documents", summary.readCount)
        for (name, count) in [
            ("kept", summary.keptCount), ("changed", summary.changedCount), ("removed", summary.removedCount),
            ("rejected", summary.rejectedCount), ("input_bytes", summary.inputByteCount),
            ("output_bytes", summary.outputByteCount),
        ] { member(name, count) }
        for (name, counts) in [("findings", summary.findingCounts), ("cut", summary.cutCharacterCounts)] {
            key(named: name)
            beginObject()
            for (rule, count) in zip(summary.rules, counts) where count > 0 { member(rule, count) }
            endObject()
        }
        key("duplicates")
        duplicates(summary.duplicates)
    }

    private mutating func duplicates(_ tally: DuplicateTally) {
        beginArray()
        for level in [tally.lines, tally.paragraphs, tally.sentences] { self.level(level) }
        endArray()
    }

    private mutating func level(_ level: DuplicateTally.Level) {
        beginArray()
        for path in DuplicateTally.Level.counts { integer(level[keyPath: path]) }
        endArray()
    }

    fileprivate mutating func samples(_ report: CorpusReport) {
        beginObject()
        for (name, tally) in [("before", report.before), ("after", report.after)] {
            key(named: name)
            duplicates(tally)
        }
        for (name, level) in [("documents", report.documents), ("remaining", report.remainingDocuments)] {
            key(named: name)
            self.level(level)
        }
        key("cuts")
        beginArray()
        for rule in Rule.all { for sample in report.cuts.samples(of: rule.name) { cut(sample) } }
        endArray()
        let (lines, missedCount) = report.lines.leading(ReportPart.lineLimit)
        member("missed_copies", missedCount)
        key("lines")
        beginArray()
        for line in lines { copied(line) }
        endArray()
        key("clusters")
        beginArray()
        for cluster in report.clusters.largest {
            for sample in [cluster.survivor, cluster.farthest].compactMap({ $0 }) { clusterMember(sample) }
        }
        endArray()
        key("sources")
        beginArray()
        for source in report.sources.largest(report.sources.count) { self.source(source) }
        endArray()
        endObject()
    }

    private mutating func cut(_ sample: CutSample) {
        beginObject()
        for (name, text) in [("rule", sample.rule), ("document", sample.document)] {
            key(named: name)
            string(text)
        }
        member("before", bytes: sample.before)
        member("cut", bytes: sample.cut)
        member("after", bytes: sample.after)
        member("replacement", bytes: sample.replacement)
        member("bytes", sample.byteCount)
        for (name, value) in [("preceded", sample.isPreceded), ("followed", sample.isFollowed)] {
            key(named: name)
            boolean(value)
        }
        member("priority", Int(bitPattern: UInt(sample.priority)))
        evidence(sample.evidence)
        endObject()
    }

    private mutating func copied(_ line: CopiedLine) {
        beginObject()
        member("low", Int(bitPattern: UInt(line.key.low)))
        member("high", Int(bitPattern: UInt(line.key.high)))
        member("text", bytes: line.text)
        member("bytes", line.byteCount)
        member("copies", line.count)
        member("cut", line.cutCount)
        member("documents", line.documentCount)
        member("template_documents", line.templateDocumentCount)
        endObject()
    }

    private mutating func clusterMember(_ sample: ClusterMember) {
        beginObject()
        for (name, text) in [("cluster_id", sample.clusterID), ("id", sample.id)] {
            key(named: name)
            string(text)
        }
        member("size", sample.size)
        key("similarity")
        number(sample.similarity)
        key("stays")
        boolean(sample.isSurvivor)
        member("text", bytes: sample.text)
        endObject()
    }

    private mutating func source(_ source: SourceTally) {
        beginObject()
        key("name")
        string(source.name)
        member("documents", source.documentCount)
        member("changed", source.changedCount)
        member("removed", source.removedCount)
        member("characters", source.characterCount)
        member("cut", source.cutCharacterCount)
        endObject()
    }
}

extension DuplicateTally.Level {
    /// The counts in the order in which a part writes them.
    static var counts: [WritableKeyPath<Self, Int> & Sendable] {
        [
            \.count, \.excessCount, \.memberCount, \.characterCount, \.excessCharacterCount, \.memberCharacterCount,
        ]
    }
}
