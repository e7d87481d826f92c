import Tamis

/// A run that writes the fingerprint of each document as it is cleaned: a JSON line per document, in the order of the input.
///
/// For engines that group keys and compare documents elsewhere; `docs/fingerprints.md` describes the lines.
public struct FingerprintRun {
    private let options: CleanOptions
    private let preference: CorpusOptions.Preference
    private let banding: Banding
    private let shingles: Shingling
    private let templatesPath: String?

    /// How lines have the shingles.
    public enum Shingling: Sendable {
        case none
        /// As a list of signed numbers.
        case listed
        /// As base64 of eight bytes each, the lowest first.
        case packed
    }

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - preference: Which duplicate stays; other than the first, each line says how the document compares.
    ///   - banding: Cuts the signatures.
    ///   - shingles: Whether and how each line has the document's shingles.
    ///   - templatesPath: The file of lines that many documents share; nil for none.
    public init(
        _ options: CleanOptions, preference: CorpusOptions.Preference = .first, banding: Banding, shingles: Shingling,
        templatesPath: String? = nil
    ) {
        self.templatesPath = templatesPath
        self.options = options.noticingFields()
        self.preference = preference
        self.banding = banding
        self.shingles = shingles
    }

    /// The fields that were named and that no record had, so that naming them did nothing.
    public var unseenFields: [FieldPath] { options.unseenFields }

    /// Writes the lines of all documents in `items`.
    ///
    /// - Parameter onError: Told of each input or record that failed, in order; the run goes on unless the options say stop.
    /// - Returns: How many inputs or records failed.
    /// - Throws: `OutputError` where `output` cannot be written.
    public func write(_ items: [InputFile], to output: OutputFile, onError: (InputError) -> Void) throws -> Int {
        let templates = try templatesPath.map { path throws(InputError) in try Templates(path: path) } ?? .empty
        let lines = FingerprintLines(
            options, Corpus(templates: templates), preference: preference, banding: banding,
            shingles: shingles)
        var errorCount = 0
        var isStopped: Bool { options.stopsOnError && errorCount > 0 }
        func report(_ error: InputError) {
            errorCount += 1
            onError(error)
        }
        try InputPass(items: items, options: options).run(
            isStopped: { isStopped }, work: { batch, file in lines.lines(of: batch, file) },
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

/// Makes the lines of a batch's documents: the part of the run that happens on the workers.
private struct FingerprintLines: Sendable {
    typealias Shingling = FingerprintRun.Shingling

    private let cleaner: BatchCleaner
    private let corpus: Corpus
    private let preference: CorpusOptions.Preference
    private let signal: Signal?
    private let banding: Banding
    private let shingles: Shingling
    private let detail: Fingerprint.Detail

    init(
        _ options: CleanOptions, _ corpus: Corpus, preference: CorpusOptions.Preference, banding: Banding,
        shingles: Shingling
    ) {
        cleaner = BatchCleaner(options)
        self.corpus = corpus
        self.preference = preference
        if case .best(let name) = preference { signal = Signal.all.first { $0.name == name } } else { signal = nil }
        self.banding = banding
        self.shingles = shingles
        // Keys of paragraphs propose contained documents.
        var detail: Fingerprint.Detail = options.settings.isOn(.contained) ? .paragraphs : .signature
        if options.settings.isOn(.duplicate) { detail.insert(.exactKey) }
        self.detail = detail
    }

    /// The lines, one for each record, and what could not be read.
    func lines(of batch: RecordBatch, _ file: InputName) -> (bytes: [UInt8], errors: [InputError]) {
        var writer = JSONWriter()
        var errors: [InputError] = []
        let pipeline = cleaner.pipeline(for: file)
        cleaner.forEachDocument(of: batch, file) { read in
            writer.beginObject()
            switch read {
            case .failure(let error):
                errors.append(error)
                writer.order(file: file.number, record: error.record ?? batch.firstRecordNumber)
                writer.key("error")
                writer.string(error.what)
            case .success(let read):
                let (fingerprint, value) = pipeline.fingerprint(
                    read.document, corpus: corpus, banding: banding, detail: detail, signal: signal)
                write(fingerprint, of: read, file, value, &writer)
            }
            writer.endObject()
            writer.newline()
        }
        return (writer.take(), errors)
    }

    /// Writes the members of a document; keys of 64 bits are signed, since engines have no others.
    private func write(
        _ fingerprint: Fingerprint, of read: ReadDocument, _ file: InputName, _ value: Double?,
        _ writer: inout JSONWriter
    ) {
        writer.key("id")
        writer.string(read.document.id)
        writer.order(file: file.number, record: read.record)
        writer.key("character_count")
        writer.integer(fingerprint.characterCount)
        let collapses = cleaner.options.settings.isOn(.duplicate)
        writer.key("exact_key")
        if collapses, let key = fingerprint.exactKey { writer.string(key.hexadecimal) } else { writer.null() }
        if collapses, let address = read.address.flatMap({ CanonicalAddress($0) }) {
            writer.key("address_key")
            writer.integer(Int64(bitPattern: Key(hashing: address.utf8.span, seed: 0).low))
        }
        if let preference = preferenceKey(fingerprint, value) {
            writer.key("preference")
            // With the uppermost bit turned, signed numbers are in the order of the unsigned ones.
            writer.integer(Int64(bitPattern: preference ^ 1 << 63))
        }
        writer.key("band_keys")
        writer.integers(fingerprint.bandKeys + fingerprint.paragraphKeys)
        if case .none = shingles { return }
        writer.key("shingles")
        if case .packed = shingles {
            writer.packed(fingerprint.shingles)
        } else {
            writer.integers(fingerprint.shingles)
        }
    }

    private func preferenceKey(_ fingerprint: Fingerprint, _ value: Double?) -> UInt64? {
        switch preference {
        case .first: nil
        case .longest: OrderKey.preference(scalarCount: fingerprint.characterCount)
        case .best: OrderKey.preference(signal: value)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func order(file: Int, record: Int) {
        key("order")
        beginArray()
        integer(file)
        integer(record)
        endArray()
    }

    fileprivate mutating func integers(_ values: [UInt64]) {
        append(upTo: values.count * (JSONNumber.byteLimit + 1) + 2) { place in
            var end = place
            for value in values {
                end[0] = UInt8(ascii: end == place ? "[" : ",")
                end += 1 + (end + 1).store(integer: Int64(bitPattern: value))
            }
            if values.isEmpty {
                end[0] = UInt8(ascii: "[")
                end += 1
            }
            end[0] = UInt8(ascii: "]")
            return end + 1 - place
        }
    }
}
