import Tamis

/// A report as one JSON object: `{"schema":1,"documents":[…],"total":{…}}`, written as documents come.
public final class JSONReport {
    private let output: OutputFile
    private var writer = JSONWriter()

    /// Starts a report at `output`.
    public init(_ output: OutputFile) throws(OutputError) {
        self.output = output
        writer.beginObject()
        writer.key("schema")
        writer.integer(1)
        writer.key("documents")
        writer.beginArray()
        try send()
    }

    /// Adds a document.
    public func write(_ row: DocumentRow) throws(OutputError) {
        writer.beginObject()
        writer.key("id")
        writer.string(row.id)
        writer.key("status")
        writer.string("\(row.outcome)")
        if let survivor = row.duplicateOf {
            writer.key("duplicate_of")
            writer.string(survivor)
        }
        writer.key("char_count")
        writer.integer(row.characterCount)
        writer.key("cut_char_count")
        writer.integer(row.cutCharacterCount)
        writer.cuts(zip(Rule.all.map(\.name), row.cutCharacterCounts))
        writer.duplicates(row.duplicates)
        if !row.before.signals.isEmpty {
            writer.key("before")
            writer.signals(row.before, keys: SignalKeys(row.before.signals))
        }
        if !row.after.signals.isEmpty {
            writer.key("after")
            writer.signals(row.after, keys: SignalKeys(row.after.signals))
        }
        if let violations = row.violations {
            writer.key("violations")
            writer.violations(violations)
        }
        writer.endObject()
        try send()
    }

    /// Adds the total and ends the report.
    ///
    /// - Parameters:
    ///   - tallies: The distributions of the signals; none are written without signals.
    ///   - violations: What profiles judged; nothing is written without profiles.
    ///   - comparesFamilies: Whether the families' answers are put side by side.
    package func finish(
        _ summary: Summary, _ corpus: CorpusSummary, tallies: SignalTallies, violations: ViolationTally,
        comparesFamilies: Bool = false
    ) throws(OutputError) {
        writer.endArray()
        writer.key("total")
        writer.beginObject()
        let counts = [
            ("documents", summary.readCount), ("kept", summary.keptCount), ("changed", summary.changedCount),
            ("removed", summary.removedCount), ("rejected", summary.rejectedCount),
            ("input_bytes", summary.inputByteCount), ("cut_char_count", summary.cutCharacterCount),
        ]
        for (name, count) in counts {
            writer.key(named: name)
            writer.integer(count)
        }
        writer.cuts(zip(summary.rules, summary.cutCharacterCounts))
        writer.duplicates(summary.duplicates)
        if corpus.documentCount > 0 { writer.documents(corpus) }
        if !tallies.signals.isEmpty { writer.tallies(tallies) }
        if !violations.rows.isEmpty { writer.violations(violations) }
        writer.endObject()
        if comparesFamilies { writer.comparisons(tallies) }
        writer.endObject()
        writer.newline()
        try send()
    }

    private func send() throws(OutputError) {
        try output.write(writer.take())
    }
}

extension JSONWriter {
    /// Writes the member `cut`: characters by rule, rules that cut nothing left out.
    fileprivate mutating func cuts(_ cuts: some Sequence<(String, Int)>) {
        key("cut")
        beginObject()
        for (rule, count) in cuts where count > 0 {
            key(named: rule)
            integer(count)
        }
        endObject()
    }

    /// Writes the member `document_duplicates`: documents that go because of others, and all that others are like.
    fileprivate mutating func documents(_ corpus: CorpusSummary) {
        key("document_duplicates")
        beginObject()
        for (name, count) in [
            ("count", corpus.documentCount), ("excess_count", corpus.removedCount),
            ("member_count", corpus.memberCount),
            ("cluster_count", corpus.clusterCount), ("largest_cluster_size", corpus.largestClusterSize),
        ] {
            key(named: name)
            integer(count)
        }
        key("excess_fraction")
        number(Double(corpus.removedCount) / Double(corpus.documentCount))
        key("member_fraction")
        number(Double(corpus.memberCount) / Double(corpus.documentCount))
        endObject()
    }

    /// Writes the members `lines`, `paragraphs` and `sentences`.
    fileprivate mutating func duplicates(_ tally: DuplicateTally) {
        for (name, level) in [("lines", tally.lines), ("paragraphs", tally.paragraphs), ("sentences", tally.sentences)]
        {
            key(named: name)
            beginObject()
            let counts = [
                ("count", level.count), ("excess_count", level.excessCount), ("member_count", level.memberCount),
            ]
            for (name, count) in counts {
                key(named: name)
                integer(count)
            }
            let fractions = [
                ("excess_fraction", level.excessFraction), ("member_fraction", level.memberFraction),
                ("excess_char_fraction", level.excessCharacterFraction),
                ("member_char_fraction", level.memberCharacterFraction),
            ]
            for (name, fraction) in fractions {
                key(named: name)
                if let fraction { number(fraction) } else { null() }
            }
            endObject()
        }
    }
}
