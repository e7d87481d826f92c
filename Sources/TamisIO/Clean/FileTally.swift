import Tamis

/// What the records of one file came to.
struct FileTally: Sendable {
    var summary = Summary(rules: Rule.all.map(\.name))
    /// Records that could not be read.
    var errorCount = 0
    /// Records that hold the text field twice.
    var repeatedFieldCount = 0
    /// Records that hold HTML and were passed on as they are.
    var htmlCount = 0

    /// Adds what a batch became.
    mutating func add(_ batch: CleanedBatch) {
        summary.add(batch.summary)
        errorCount += batch.errors.count
        repeatedFieldCount += batch.repeatedFieldCount
        htmlCount += batch.htmlCount
    }

    /// Adds another file's, but for its errors, which are counted where they are told.
    mutating func add(_ file: FileTally) {
        summary.add(file.summary)
        repeatedFieldCount += file.repeatedFieldCount
        htmlCount += file.htmlCount
    }
}

extension Summary {
    /// Adds another part of a run, which has the same rules.
    fileprivate mutating func add(_ part: Summary) {
        do {
            try merge(part)
        } catch {
            preconditionFailure("the parts of one run have the same rules")
        }
    }
}
