import Tamis

/// How the documents of a run are compared with each other and with those of earlier runs.
public struct CorpusOptions: Sendable {
    /// Which of several duplicates stays.
    public var preference = Preference.first
    /// When two documents are near duplicates.
    public var thresholds = SimilarityThresholds.standard
    /// What the corpus may take of memory, in bytes; beyond it, sorted runs go to temporary files.
    public var memoryBytes = PhysicalMemory.byteCount / 2
    /// Where every verified pair is written; nil for nowhere.
    public var pairsPath: String?
    /// The part of the documents that may be removed; where more would go, nothing is written.
    public var maxRemovedFraction = 1.0
    /// Whether the documents of the run are compared with each other, for which all are read first.
    public var comparesDocuments = true
    /// Templates counted elsewhere; nil to count them here.
    public var templatesPath: String?
    /// The removals found elsewhere; nil to find them here.
    public var dropPath: String?

    /// The secret of exact keys, drawn for each run, so that nobody can prepare two texts with equal keys.
    var seed: UInt64 = 0
    /// What each part of the comparison may take.
    var shares: MemoryShares { MemoryShares(memoryBytes: memoryBytes) }
    /// How signatures are cut: enough bands to find pairs that are as alike as the threshold says.
    public var banding: Banding { Banding(threshold: thresholds.near.value) }

    /// Whether short texts get their band keys when it is known which of them matter: an index has or takes all keys.
    var putsOffShortTexts: Bool { indexPath == nil }

    /// Which of several duplicates stays.
    public enum Preference: Sendable, Equatable {
        /// The first of the input.
        case first
        /// The one with most characters.
        case longest
        /// The one with the highest value of a signal.
        case best(String)
    }

    /// The folder of an index of earlier runs to compare with; nil for none.
    public var indexPath: String?
    /// Whether the documents that stay are added to the index.
    public var addsToIndex = false

    /// The defaults.
    public init() {}
}
