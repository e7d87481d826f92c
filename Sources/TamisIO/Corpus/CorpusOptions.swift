import Tamis

/// How the documents of a run are compared with each other and with those of earlier runs.
public struct CorpusOptions: Sendable {
    /// What the corpus may take of memory, in bytes; beyond it, sorted runs go to temporary files.
    public var memoryBytes = 1 << 30
    /// Where every verified pair is written; nil for nowhere.
    public var pairsPath: String?
    /// The part of the documents that may be removed; where more would go, nothing is written.
    public var maxRemovedFraction = 1.0
    /// Templates counted elsewhere; nil to count them here.
    public var templatesPath: String?
    /// The removals found elsewhere; nil to find them here.
    public var dropPath: String?

    /// The defaults.
    public init() {}
}
