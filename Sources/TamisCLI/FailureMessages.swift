import TamisIO

/// What a run says of inputs and records that failed: a line each, but of one input no more than a hundred records.
///
/// Where a field has another name, the same would be said of a million records.
final class FailureMessages {
    private static let recordLimit = 100
    private let advice: String
    /// How many inputs and records failed.
    private(set) var count = 0
    private var file = ""
    private var recordCount = 0

    /// - Parameter advice: How to learn of the records that are only counted.
    init(advice: String = "") {
        self.advice = advice
    }

    /// Says what is wrong, or counts it.
    func tell(_ error: InputError) {
        count += 1
        if error.file != file {
            finish()
            file = error.file
        }
        if error.record != nil {
            recordCount += 1
            guard recordCount <= Self.recordLimit else { return }
        }
        Message.error(error)
    }

    /// Says what is left to say at the end of a run that has not seen some fields.
    func finish(unseenFields: [FieldPath]) {
        finish()
        for field in unseenFields {
            Message.error("no record has the field '\(TerminalText.escaped("\(field)"))', so naming it did nothing")
        }
    }

    /// Says how many records of the last input were only counted.
    func finish() {
        let untoldCount = recordCount - Self.recordLimit
        recordCount = 0
        guard untoldCount > 0 else { return }
        let records = untoldCount == 1 ? "1 more of its records is" : "\(untoldCount) more of its records are"
        Message.error(InputError("\(records) rejected", file: file, advice: advice))
    }
}
