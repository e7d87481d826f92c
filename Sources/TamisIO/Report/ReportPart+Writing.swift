import Tamis

extension JSONWriter {
    private mutating func member(_ name: String, bytes: [UInt8]) {
        key(named: name)
        string(bytes.span)
    }

    /// The members of a part that every one has.
    mutating func members(of summary: Summary) {
        member("documents", summary.readCount)
        member("kept", summary.keptCount)
        member("changed", summary.changedCount)
        member("removed", summary.removedCount)
        member("rejected", summary.rejectedCount)
        member("input_bytes", summary.inputByteCount)
        member("output_bytes", summary.outputByteCount)
        for (name, counts) in [("findings", summary.findingCounts), ("cut", summary.cutCharacterCounts)] {
            key(named: name)
            beginObject()
            for (rule, count) in zip(summary.rules, counts) where count > 0 {
                key(named: rule)
                integer(count)
            }
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

    /// What a page shows.
    mutating func samples(_ report: CorpusReport) {
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
