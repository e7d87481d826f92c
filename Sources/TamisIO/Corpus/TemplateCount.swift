import Tamis

/// Counts the lines that many documents share and writes them to a file.
public struct TemplateCount {
    private let items: [InputFile]
    private let options: CleanOptions

    /// Prepares to count the lines of `items`.
    public init(_ items: [InputFile], _ options: CleanOptions) {
        self.items = items
        self.options = options.noticingFields()
    }

    /// The fields that were named and that no record had, so that naming them did nothing.
    public var unseenFields: [FieldPath] { options.unseenFields }

    /// Reads all inputs and writes the file; returns how many lines it holds.
    ///
    /// Its seed is fixed, so that the same inputs give the same bytes.
    ///
    /// - Parameter onError: Told of each input or record that cannot be read; the others are counted.
    public func write(to output: OutputFile, onError: (InputError) -> Void) throws -> Int {
        var corpusOptions = CorpusOptions()
        corpusOptions.seed = Version.seed
        let ids = StringStore(memoryBytes: corpusOptions.shares.ids)
        let found = try TemplatePass(items: items, options: options, corpusOptions: corpusOptions).run(
            ids: ids, onError: onError)
        let names = try found.names(in: ids)
        let templates = Templates(found, seed: corpusOptions.seed) { names[$0] ?? "" }
        try output.write(templates.bytes)
        try output.finish()
        return templates.count
    }
}
