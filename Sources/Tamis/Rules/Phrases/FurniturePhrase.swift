/// A line that belongs to the web site and not to the article: a row of the tables in this folder.
///
/// A phrase is compared with a *whole* line after template folding: case folded, punctuation to single spaces,
/// number runs to `0`, trimmed. So "5 min read" is `0 min read`, "- Advertisement -" is `advertisement`.
///
///     pattern            a line it takes                    a line it leaves
///     like loading       "Like Loading…"                    "Like it or not"
///     leave a reply *    "Leave a Reply Cancel reply"       a line of more than `wordLimit` words
///     * cancel reply     "Leave a comment Cancel reply"     "Cancel reply mode"
///     via * on *         "via Harbour News on Monday"       "via Harbour News"
struct FurniturePhrase: Sendable {
    /// What part of a site a phrase comes from.
    enum Kind: String, Sendable, CaseIterable {
        case commentForm = "comment form"
        case shareBar = "share bar"
        case consent = "consent notice"
        case newsletter = "newsletter prompt"
        case related = "related articles"
        case breadcrumb
        case pagination
        case advertisement
        case navigation
        case credit = "source or continuation link"
        case footer
        case placeholder
    }

    /// Where in a text a phrase is furniture: the union of what a row names.
    struct Zone: OptionSet, Sendable {
        /// One bit per zone.
        let rawValue: UInt8

        /// Before the main span of the text.
        static let head = Zone(rawValue: 1)
        /// After the main span of the text.
        static let tail = Zone(rawValue: 2)
        /// Within the main span.
        static let inside = Zone(rawValue: 4)
        /// Beside a line that is furniture for a reason of its own, in any place.
        static let neighbour = Zone(rawValue: 8)
        /// Outside the main span.
        static let edge: Zone = [.head, .tail]
        /// In every place.
        static let anywhere: Zone = [.head, .tail, .inside]
    }

    /// The part of a site it comes from: the evidence in the ledger.
    let kind: Kind
    /// Where it counts.
    let zone: Zone
    /// The folded words; `*` as the last word stands for any words after them, as the first for any before, none included.
    ///
    /// Between a beginning and words that end with a star, another star stands for one word or more.
    let pattern: String
    /// The most words a line may have that the pattern takes.
    let wordLimit: Int
    /// Whether at the tail a block of furniture starts here that runs on while only short lines follow.
    let opensBlock: Bool
    /// Lines as they stand on sites that the pattern takes; a test runs them.
    let matches: [String]
    /// Lines of articles that come near and that the pattern leaves; a test runs them.
    let misses: [String]

    /// Makes a row.
    init(
        _ kind: Kind, _ zone: Zone, _ pattern: String, wordLimit: Int = 10, opensBlock: Bool = false,
        matches: [String], misses: [String] = []
    ) {
        self.kind = kind
        self.zone = zone
        self.pattern = pattern
        self.wordLimit = wordLimit
        self.opensBlock = opensBlock
        self.matches = matches
        self.misses = misses
    }
}
