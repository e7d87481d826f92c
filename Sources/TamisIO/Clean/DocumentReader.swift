import Tamis

/// The documents of one input, cleaned one by one, for a command that shows them.
public struct DocumentReader {
    private let file: InputFile
    private let options: CleanOptions

    /// What is done with a document.
    public enum Choice: Sendable {
        /// It is passed over, and not cleaned.
        case pass
        /// It is cleaned.
        case take
        /// It is cleaned, and nothing is read after it.
        case last
    }

    /// Prepares to read `file`.
    public init(_ file: InputFile, options: CleanOptions) {
        self.file = file
        self.options = options
    }

    /// Calls `body` with each document that was chosen and the number of its record, in order.
    ///
    /// - Parameter choose: Says what is done with the document of a record; the number is nil where a file is a document.
    /// - Throws: `InputError` at the first input, or record not passed over, that cannot be read, and what `body` throws.
    public func forEach(
        choose: (Int?) -> Choice, _ body: (CleanedDocument, Int?) throws -> Void
    ) throws {
        var feed = InputFeed([file], options)
        let cleaner = BatchCleaner(options)
        var isDone = false
        while !isDone, let step = feed.step() {
            switch step {
            case .begin, .end, .finished: continue
            case .failure(let error): throw error
            case .batch(let batch, let name):
                let pipeline = cleaner.pipeline(for: name)
                try cleaner.forEachDocument(of: batch, name) { read in
                    if isDone { return }
                    let record = name.format == .text ? nil : read.record
                    let choice = choose(record)
                    if choice == .pass { return }
                    isDone = choice == .last
                    try body(pipeline.clean(read.get().document), record)
                }
            }
        }
    }
}

extension Result<ReadDocument, InputError> {
    /// The record's number; nil where it is not known.
    fileprivate var record: Int? {
        switch self {
        case .success(let read): read.record
        case .failure(let error): error.record
        }
    }
}
