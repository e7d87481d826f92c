import Tamis

extension JSONWriter {
    /// Writes what is added to a record: its status, signals before and after, and what was cut by rule, in characters.
    ///
    /// - Parameter signalKeys: What `signalKeys(of:)` makes of the signals.
    mutating func annotation(
        of cleaned: CleanedDocument, _ outcome: DocumentOutcome?, isConverted: Bool = false, listsFindings: Bool,
        signalKeys: [[UInt8]]
    ) {
        beginObject()
        key("schema")
        integer(1)
        key("status")
        string(isConverted || cleaned.isChanged && !listsFindings ? "changed" : "kept")
        if let outcome { cluster(outcome) }
        if !cleaned.before.signals.isEmpty {
            key("before")
            let start = bytes.count
            signals(cleaned.before, keys: signalKeys)
            if !listsFindings {
                let written = start..<bytes.count
                key("after")
                if cleaned.isChanged { signals(cleaned.after, keys: signalKeys) } else { repeatValue(at: written) }
            }
        }
        key("cut")
        beginObject()
        for (rule, cut) in zip(Rule.all, cleaned.cuts) where cut.findingCount > 0 {
            key(named: rule.name)
            integer(cut.characterCount)
        }
        endObject()
        if let violations = cleaned.violations {
            key("violations")
            self.violations(violations)
        }
        if listsFindings {
            key("findings")
            beginArray()
            for finding in cleaned.findings { self.finding(finding) }
            endArray()
        }
        endObject()
    }

    /// Writes which documents are like this one.
    private mutating func cluster(_ outcome: DocumentOutcome) {
        if let duplication = outcome.duplication {
            key("duplicate_of")
            string(duplication.survivor)
            key("similarity")
            number(duplication.similarity)
        }
        key("cluster_id")
        string(outcome.clusterID)
        key("cluster_size")
        integer(outcome.clusterSize)
    }

    /// The names of signals as keys, written once for many documents.
    static func signalKeys(of signals: [Signal]) -> [[UInt8]] {
        signals.map { signal in
            var writer = JSONWriter()
            writer.key(named: signal.name)
            return writer.take()
        }
    }

    /// Writes signals by name; `null` where one is undefined.
    ///
    /// - Parameter keys: What `signalKeys` makes of the signals.
    mutating func signals(_ values: SignalValues, keys: [[UInt8]]) {
        beginObject()
        for index in keys.indices {
            key(spelled: keys[index])
            let unit = values.signals[index].unit
            if let lines = values.lineValues[index] {
                beginArray()
                for value in lines { self.value(value, unit: unit) }
                endArray()
            } else {
                value(values.values[index], unit: unit)
            }
        }
        endObject()
    }

    /// Writes what a text violates, as an array of objects.
    mutating func violations(_ violations: [Violation]) {
        beginArray()
        for violation in violations {
            beginObject()
            key("profile")
            string(violation.profile)
            switch violation.reason {
            case .empty:
                key("empty")
                boolean(true)
            case .bound(let name, let signal, let value, let side, let limit):
                key("bound")
                string(name)
                key("signal")
                string(signal)
                key("value")
                integerOrNumber(value)
                key("accepted")
                string(side.rawValue)
                key("limit")
                integerOrNumber(limit)
            }
            endObject()
        }
        endArray()
    }

    private mutating func value(_ value: Double?, unit: Signal.Unit) {
        if let value {
            unit == .count || unit == .characters ? integerOrNumber(value) : number(value)
        } else {
            null()
        }
    }

    /// Writes a whole number without a fraction.
    mutating func integerOrNumber(_ value: Double) {
        if value.rounded() == value, abs(value) < 1e15 { integer(Int(value)) } else { number(value) }
    }

    private mutating func finding(_ finding: Finding) {
        beginObject()
        key("rule")
        string(finding.rule)
        range(finding.range)
        evidence(finding.evidence)
        if !finding.replacement.isEmpty {
            key("replacement")
            string(finding.replacement.span)
        }
        endObject()
    }

    /// Writes the member `range`, in bytes of the text as it came.
    mutating func range(_ range: ByteRange) {
        key("range")
        beginArray()
        integer(range.lowerBound)
        integer(range.upperBound)
        endArray()
    }

    /// Writes the member `evidence`.
    mutating func evidence(_ evidence: Evidence) {
        key("evidence")
        beginObject()
        switch evidence {
        case .debris(let what):
            key("debris")
            string(what)
        case .repeats(let range, let similarity):
            key("repeats")
            beginArray()
            integer(range.lowerBound)
            integer(range.upperBound)
            endArray()
            key("similarity")
            number(similarity)
        case .inDocuments(let count, let first):
            key("in_documents")
            integer(count)
            key("first")
            beginArray()
            for id in first { string(id) }
            endArray()
        case .duplicates(let document, let similarity):
            key("duplicate_of")
            string(document)
            key("similarity")
            number(similarity)
        }
        endObject()
    }
}
