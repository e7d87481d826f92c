import Tamis

extension ReportPart {
    /// Reads a line.
    init(_ line: JSONLines.Line) throws(InputError) {
        guard line.value["schema"]?.integer == Self.schema, line.value["algorithm"]?.integer == Version.algorithm,
            line.value["seed"]?.integer == Int(Version.seed)
        else { throw line.refusal("is no part of a run of this version", "see tamis clean --summary") }
        var outcomes: [Int] = []
        for name in ["kept", "changed", "removed", "rejected"] { outcomes.append(try line.count(line.value[name])) }
        let rules = Rule.all.map(\.name)
        var counts: [[Int]] = []
        for name in ["findings", "cut"] {
            let members = try line.member(name) { $0.members == nil ? nil : $0 }
            counts.append([])
            for rule in rules {
                counts[counts.count - 1].append(try line.count(members[rule] ?? .number("0")))
            }
        }
        var summary = Summary(
            rules: rules, outcomeCounts: outcomes, inputByteCount: try line.count(line.value["input_bytes"]),
            outputByteCount: try line.count(line.value["output_bytes"]), findingCounts: counts[0],
            cutCharacterCounts: counts[1])
        summary.addDuplicates(try line.duplicates(line.value["duplicates"]))
        var report: CorpusReport?
        if let samples = line.value["samples"] { report = try CorpusReport(samples, line) }
        self.init(
            summary, report, comparesDocuments: try line.member("compares_documents", \.boolean),
            settings: try line.member("settings", \.text))
    }
}

extension JSONLines.Line {
    /// Says what is wrong with the line.
    func refusal(_ what: String, _ advice: String) -> InputError {
        InputError(what, file: file, record: record, advice: advice)
    }

    /// A count, or the lack of one.
    fileprivate func count(_ value: JSONValue?) throws(InputError) -> Int {
        guard let count = value?.integer, (0...1 << 40).contains(count) else { throw refusal("has no such count") }
        return count
    }

    /// Refuses rows whose counts add up to more than a part can have.
    fileprivate func checkSum(_ counts: some Sequence<Int>) throws(InputError) {
        var sum = 0
        for count in counts {
            sum += count
            guard sum <= 1 << 43 else { throw refusal("has rows with more than there can be") }
        }
    }

    fileprivate func duplicates(_ value: JSONValue?) throws(InputError) -> DuplicateTally {
        guard let levels = value?.elements, levels.count == 3 else { throw refusal("has no three levels") }
        var tally = DuplicateTally()
        tally.lines = try level(levels[0])
        tally.paragraphs = try level(levels[1])
        tally.sentences = try level(levels[2])
        return tally
    }

    fileprivate func level(_ value: JSONValue?) throws(InputError) -> DuplicateTally.Level {
        var level = DuplicateTally.Level()
        guard let counts = value?.elements, counts.count == DuplicateTally.Level.counts.count else {
            throw refusal("has no six counts of a level")
        }
        for (path, count) in zip(DuplicateTally.Level.counts, counts) { level[keyPath: path] = try self.count(count) }
        return level
    }

    fileprivate func list<Element>(
        _ value: JSONValue?, _ read: (JSONValue) throws(InputError) -> Element
    ) throws(InputError) -> [Element] {
        guard let elements = value?.elements else { throw refusal("lacks a list of samples") }
        var list: [Element] = []
        for element in elements { list.append(try read(element)) }
        return list
    }

    fileprivate func bytes(_ value: JSONValue?) throws(InputError) -> [UInt8] {
        guard let bytes = value?.bytes else { throw refusal("lacks a text of a sample") }
        return bytes
    }

    fileprivate func text(_ value: JSONValue?) throws(InputError) -> String {
        String(decoding: try bytes(value), as: UTF8.self)
    }

    fileprivate func hash(_ value: JSONValue?) throws(InputError) -> UInt64 {
        guard let number = value?.integer else { throw refusal("lacks a hash of a sample") }
        return UInt64(bitPattern: Int64(number))
    }
}

extension CorpusReport {
    fileprivate init(_ value: JSONValue, _ line: JSONLines.Line) throws(InputError) {
        let lines = try line.list(value["lines"]) { row throws(InputError) in
            CopiedLine(
                key: Key(low: try line.hash(row["low"]), high: try line.hash(row["high"])),
                text: try line.bytes(row["text"]), byteCount: try line.count(row["bytes"]),
                count: try line.count(row["copies"]),
                cutCount: try line.count(row["cut"]), documentCount: try line.count(row["documents"]),
                templateDocumentCount: try line.count(row["template_documents"]))
        }
        let sources = try line.list(value["sources"]) { row throws(InputError) in
            SourceTally(
                try line.text(row["name"]), documentCount: try line.count(row["documents"]),
                changedCount: try line.count(row["changed"]), removedCount: try line.count(row["removed"]),
                characterCount: try line.count(row["characters"]), cutCharacterCount: try line.count(row["cut"]))
        }
        try line.checkSum(lines.lazy.map { $0.count + $0.documentCount })
        try line.checkSum(sources.lazy.map { $0.documentCount + $0.characterCount + $0.cutCharacterCount })
        self.init(
            before: try line.duplicates(value["before"]), after: try line.duplicates(value["after"]),
            documents: try line.level(value["documents"]), remainingDocuments: try line.level(value["remaining"]),
            cuts: try line.list(value["cuts"]) { row throws(InputError) in try CutSample(row, line) },
            lines: FrequentLines(lines, missedCount: try line.count(value["missed_copies"])),
            clusters: try line.list(value["clusters"]) { row throws(InputError) in
                ClusterMember(
                    clusterID: try line.text(row["cluster_id"]), size: try line.count(row["size"]),
                    similarity: row["similarity"]?.double ?? 1, id: try line.text(row["id"]),
                    isSurvivor: row["stays"]?.boolean ?? false, text: try line.bytes(row["text"]))
            },
            sources: sources)
    }
}

extension CutSample {
    fileprivate init(_ row: JSONValue, _ line: JSONLines.Line) throws(InputError) {
        self.init(
            rule: try line.text(row["rule"]), document: try line.text(row["document"]),
            before: try line.bytes(row["before"]), cut: try line.bytes(row["cut"]), after: try line.bytes(row["after"]),
            replacement: try line.bytes(row["replacement"]), byteCount: try line.count(row["bytes"]),
            isPreceded: row["preceded"]?.boolean ?? false, isFollowed: row["followed"]?.boolean ?? false,
            evidence: try Evidence(row["evidence"], line), priority: try line.hash(row["priority"]))
    }
}

extension Evidence {
    fileprivate init(_ value: JSONValue?, _ line: JSONLines.Line) throws(InputError) {
        let similarity = value?["similarity"]?.double ?? 1
        if let range = value?["repeats"]?.elements, range.count == 2 {
            let (lower, upper) = (try line.count(range[0]), try line.count(range[1]))
            guard lower <= upper else { throw line.refusal("has a range that ends before it begins") }
            self = .repeats(lower..<upper, similarity: similarity)
        } else if let count = value?["in_documents"] {
            self = .inDocuments(
                try line.count(count),
                first: try line.list(value?["first"]) { id throws(InputError) in try line.text(id) })
        } else if let document = value?["duplicate_of"]?.text {
            self = .duplicates(document: document, similarity: similarity)
        } else {
            self = .debris(try line.text(value?["debris"]))
        }
    }
}
