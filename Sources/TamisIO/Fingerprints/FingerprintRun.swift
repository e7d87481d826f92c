import Tamis

/// A run that writes the fingerprint of each document as it is cleaned: a JSON line per document, in the order of the input.
///
/// For engines that group keys and compare documents elsewhere; `docs/fingerprints.md` describes the lines.
public struct FingerprintRun {
    private let options: CleanOptions
    private let banding: Banding
    private let listsShingles: Bool
    private let templatesPath: String?

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - banding: Cuts the signatures.
    ///   - listsShingles: Whether each line has the document's shingles.
    ///   - templatesPath: The file of lines that many documents share; nil for none.
    public init(_ options: CleanOptions, banding: Banding, listsShingles: Bool, templatesPath: String? = nil) {
        self.templatesPath = templatesPath
        self.options = options
        self.banding = banding
        self.listsShingles = listsShingles
    }

    /// Writes the lines of all documents in `items`.
    ///
    /// - Parameter onError: Told of each input or record that failed, in order; the run goes on unless the options say stop.
    /// - Returns: How many inputs or records failed.
    /// - Throws: `OutputError` where `output` cannot be written.
    public func write(_ items: [InputFile], to output: OutputFile, onError: (InputError) -> Void) throws -> Int {
        let cleaner = BatchCleaner(options)
        let (banding, listsShingles) = (banding, listsShingles)
        let templates = try templatesPath.map { path throws(InputError) in try Templates(path: path) } ?? .empty
        var errorCount = 0
        var isStopped: Bool { options.stopsOnError && errorCount > 0 }
        func report(_ error: InputError) {
            errorCount += 1
            onError(error)
        }
        try InputPass(items: items, options: options).run(
            isStopped: { isStopped },
            work: { batch, file in
                FingerprintLines(
                    of: batch, file, cleaner, Corpus(templates: templates), banding: banding,
                    listsShingles: listsShingles)
            },
            consume: { step, lines in
                guard !isStopped else { return }
                if case .failure(let error) = step { report(error) }
                guard let lines else { return }
                try output.write(lines.bytes)
                for error in lines.errors { report(error) }
            })
        return errorCount
    }
}

/// The lines of a batch's documents, and what could not be read.
private struct FingerprintLines: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var errors: [InputError] = []

    init(
        of batch: RecordBatch, _ file: InputName, _ cleaner: BatchCleaner, _ corpus: Corpus, banding: Banding,
        listsShingles: Bool
    ) {
        var writer = JSONWriter()
        var errors: [InputError] = []
        let pipeline = cleaner.pipeline(for: file)
        cleaner.forEachDocument(of: batch, file) { read in
            switch read {
            case .failure(let error): errors.append(error)
            case .success(let read):
                let (fingerprint, _) = pipeline.fingerprint(read.document, corpus: corpus, banding: banding)
                writer.fingerprint(
                    fingerprint, id: read.document.id, file: file.number, record: read.record,
                    listsShingles: listsShingles)
                writer.newline()
            }
        }
        bytes = writer.take()
        self.errors = errors
    }
}

extension JSONWriter {
    /// Writes a fingerprint as an object; keys of 64 bits are signed, since engines have no others.
    fileprivate mutating func fingerprint(
        _ fingerprint: Fingerprint, id: String, file: Int, record: Int, listsShingles: Bool
    ) {
        beginObject()
        key("id")
        string(id)
        key("order")
        beginArray()
        integer(file)
        integer(record)
        endArray()
        key("character_count")
        integer(fingerprint.characterCount)
        key("exact_key")
        if let exactKey = fingerprint.exactKey { string(exactKey.hexadecimal) } else { null() }
        key("band_keys")
        integers(fingerprint.bandKeys + fingerprint.paragraphKeys)
        if listsShingles {
            key("shingles")
            integers(fingerprint.shingles)
        }
        endObject()
    }

    private mutating func integers(_ values: [UInt64]) {
        beginArray()
        for value in values { integer(Int64(bitPattern: value)) }
        endArray()
    }
}
