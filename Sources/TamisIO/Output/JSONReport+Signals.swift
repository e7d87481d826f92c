import Tamis

extension JSONWriter {
    /// Writes the member `signals`: by name, the distribution before and after cleaning.
    mutating func tallies(_ tallies: SignalTallies) {
        key("signals")
        beginObject()
        for (index, signal) in tallies.signals.enumerated() {
            key(named: signal.name)
            beginObject()
            key("before")
            tally(tallies.before[index], signal.unit)
            key("after")
            tally(tallies.after[index], signal.unit)
            endObject()
        }
        endObject()
    }

    private mutating func tally(_ tally: SignalTally, _ unit: Signal.Unit) {
        beginObject()
        key("count")
        integer(tally.count)
        key("null_count")
        integer(tally.undefinedCount)
        let values = [
            ("min", tally.least), ("lower_quartile", tally.quantile(0.25)), ("median", tally.quantile(0.5)),
            ("upper_quartile", tally.quantile(0.75)), ("max", tally.greatest),
        ]
        for (name, value) in values {
            key(named: name)
            optional(value)
        }
        key("histogram")
        beginArray()
        for count in tally.tenths(of: unit) { integer(count) }
        endArray()
        endObject()
    }

    /// Writes the member `violations`: documents by profile and bound.
    mutating func violations(_ tally: ViolationTally) {
        key("violations")
        beginObject()
        for row in tally.rows {
            key(named: row.profile)
            beginObject()
            key("documents")
            integer(row.documentCount)
            key("empty")
            integer(row.emptyCount)
            key("bounds")
            beginObject()
            for (bound, count) in zip(Profile.named(row.profile)?.bounds ?? [], row.boundCounts) {
                key(named: bound.name)
                integer(count)
            }
            endObject()
            endObject()
        }
        endObject()
    }

    /// Writes the member `compare`: what each family answers to one question, as the median over the documents.
    mutating func comparisons(_ tallies: SignalTallies) {
        key("compare")
        beginArray()
        for comparison in FamilyComparison.all {
            beginObject()
            key("question")
            string(comparison.question)
            key("answers")
            beginObject()
            for name in comparison.signals {
                key(named: name)
                optional(tallies.before(name)?.quantile(0.5))
            }
            endObject()
            key("why")
            string(comparison.reason)
            endObject()
        }
        endArray()
    }

    private mutating func optional(_ value: Double?) {
        if let value { integerOrNumber(value) } else { null() }
    }
}
