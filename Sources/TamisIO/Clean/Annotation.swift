import Tamis

extension JSONWriter {
    /// Writes what is added to a record: its status, signals before and after, and what was cut by rule, in characters.
    ///
    /// - Parameter signalKeys: The keys of the signals.
    mutating func annotation(
        of cleaned: CleanedDocument, _ outcome: DocumentOutcome?, isConverted: Bool = false, listsFindings: Bool,
        signalKeys: SignalKeys
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
        let cuts = cleaned.isChanged ? cleaned.cuts : []
        for (rule, cut) in cuts.enumerated() where cut.findingCount > 0 {
            key(named: Rule.all[rule].name)
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

    /// Writes signals by name; `null` where one is undefined.
    ///
    /// - Parameter keys: Those of the signals.
    mutating func signals(_ values: SignalValues, keys: SignalKeys) {
        guard !values.hasLines else { return signalsOfLines(values, keys: keys) }
        let byteLimit = keys.bytes.count + keys.ends.count * (JSONNumber.byteLimit + 1) + 2
        append(upTo: byteLimit) { place in
            place[0] = UInt8(ascii: "{")
            var (count, start) = (1, 0)
            for index in keys.ends.indices {
                if index > 0 {
                    place[count] = UInt8(ascii: ",")
                    count += 1
                }
                let end = keys.ends[index]
                keys.bytes.withUnsafeBufferPointer { keys in
                    (place + count).update(from: keys.baseAddress.unsafelyUnwrapped + start, count: end - start)
                }
                count += end - start
                start = end
                let next = place + count
                guard let value = values.values[index] else {
                    count += next.store(literal: "null")
                    continue
                }
                count += keys.areWhole[index] ? next.store(integerOrNumber: value) : next.store(number: value)
            }
            place[count] = UInt8(ascii: "}")
            return count + 1
        }
    }

    /// Writes signals of which some have a value for each line.
    private mutating func signalsOfLines(_ values: SignalValues, keys: SignalKeys) {
        func value(_ value: Double?, isWhole: Bool) {
            if let value { isWhole ? integerOrNumber(value) : number(value) } else { null() }
        }
        beginObject()
        var start = 0
        for (index, end) in keys.ends.enumerated() {
            key(spelled: keys.bytes[start..<end])
            start = end
            if let lines = values.lineValues(at: index) {
                beginArray()
                for line in lines { value(line, isWhole: keys.areWhole[index]) }
                endArray()
            } else {
                value(values.values[index], isWhole: keys.areWhole[index])
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

    /// Writes a whole number without a fraction.
    mutating func integerOrNumber(_ value: Double) {
        append(upTo: JSONNumber.byteLimit) { $0.store(integerOrNumber: value) }
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
        if case .debris(var what) = evidence {
            // That of nearly all findings, in one step.
            return what.withUTF8 { what in
                compose(upTo: 32 + 6 * what.count) { member in
                    member.add(literal: #""evidence":{"debris":"#)
                    member.add(string: what)
                    member.add(literal: "}")
                }
            }
        }
        key("evidence")
        beginObject()
        switch evidence {
        case .debris: break
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
