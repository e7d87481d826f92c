import Tamis

/// How records are read, cleaned and written; what decides about the text itself is in `settings`.
public struct CleanOptions: Sendable {
    /// What is written.
    public enum Writing: Sendable {
        /// The cleaned text.
        case cleaned
        /// The text as it came, with the findings in the annotation.
        case annotated
        /// Nothing but the ledger and the summary.
        case nothing
    }

    /// How documents are compared with each other; nil where each is cleaned by itself.
    public var corpus: CorpusOptions?
    /// Rules, limits and signals.
    public var settings = Settings()
    /// The field of a JSONL record that holds the text.
    public var textField = FieldPath(key: "text")
    /// The field that identifies a record.
    public var idField = FieldPath(key: "id")
    /// The field with the document's title.
    public var titleField = FieldPath(key: "title")
    /// The field that says where the document was published; nil where there is none.
    public var siteField: FieldPath?
    /// The field with the document's address; nil where there is none.
    public var urlField: FieldPath?
    /// The field with the document's language.
    public var languageField = FieldPath(key: "language")
    /// Whether documents that violate a required profile are left out; otherwise the annotation says so.
    public var removesViolations = false
    /// The name of the object that is added to each JSONL record; nil adds none.
    public var annotationField: String? = "tamis"
    /// Whether rows of CSV and TSV get it too, as a column at the end.
    public var annotatesTables = false
    /// What is written.
    public var writing = Writing.cleaned
    /// The format of the input; nil to tell by its content.
    public var format: InputFormat?
    /// The encoding of the input; nil for UTF-8.
    public var encoding: TextEncoding?
    /// Whether texts, rows and archived texts become JSONL records.
    public var writesJSONL = false
    /// Whether a ledger is kept.
    public var keepsLedger = false
    /// Whether a row per document is wanted, with its repeats.
    public var listsDocuments = false
    /// Whether the rows come with samples for a page about the corpus.
    public var samplesDocuments = false
    /// How many threads clean.
    public var threadCount = 1
    /// The bounds of the reader.
    public var limits = RecordLimits()
    /// The largest window that a frame of zstd may ask for, as a power of two of bytes.
    public var windowLogLimit = InputSource.windowLogLimit
    /// Whether each batch is handed on as soon as it is clean.
    public var isLineBuffered = false
    /// Told how many bytes were read each time, on the thread that runs.
    public var onBytesRead: (@Sendable (Int) -> Void)?
    /// Whether the first bad record ends the run.
    public var stopsOnError = false
    /// Notes which fields the records have; nil where nobody asks.
    var sightings: FieldSightings?

    /// The defaults.
    public init() {}

    /// The same, for a run that notes which fields its records have.
    func noticingFields() -> CleanOptions {
        var options = self
        options.sightings = FieldSightings()
        return options
    }

    /// The named fields that no record of such a run had.
    var unseenFields: [FieldPath] { sightings?.unseen(of: RecordFields(self)) ?? [] }
}
