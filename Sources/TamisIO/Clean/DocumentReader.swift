import Tamis

/// The documents of one input, cleaned one by one, for a command that shows them.
public struct DocumentReader {
    private let file: InputFile
    private let options: CleanOptions

    /// Prepares to read `file`.
    public init(_ file: InputFile, options: CleanOptions) {
        self.file = file
        self.options = options
    }

    /// Calls `body` with each document and the number of its record, in order.
    ///
    /// - Throws: `InputError` at the first input or record that cannot be read, and what `body` throws.
    public func forEach(_ body: (CleanedDocument, Int) throws -> Void) throws {
        var feed = InputFeed([file], options)
        let cleaner = BatchCleaner(options)
        while let step = feed.step() {
            switch step {
            case .begin, .end, .finished: continue
            case .failure(let error): throw error
            case .batch(let batch, let name):
                let pipeline = cleaner.pipeline(for: name)
                try cleaner.forEachDocument(of: batch, name) { read in
                    let read = try read.get()
                    try body(pipeline.clean(read.document), read.record)
                }
            }
        }
    }
}
