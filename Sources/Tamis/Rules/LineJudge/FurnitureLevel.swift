/// How much page furniture goes, as the odds a line must reach: more goes, and more text with it, from one level to the next.
public enum FurnitureLevel: Int, CaseIterable, Sendable {
    /// Only what is furniture almost surely.
    case gentle
    /// Most of it, at twice the text lost.
    case standard
    /// Nearly all of it, and headings and list items with it.
    case strict

    /// The level's name on the command line.
    public var name: String { "\(self)" }

    /// The level of that name, or nil.
    public init?(name: String) {
        guard let level = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = level
    }

    /// The score from which on a line of a whole page goes, in units of which 64 are a factor of e.
    var pageThreshold: Int32 {
        switch self {
        case .gentle: 104
        case .standard: 44
        case .strict: -2
        }
    }

    /// The same for text that was extracted from its page before.
    var extractThreshold: Int32 {
        switch self {
        case .gentle: 296
        case .standard: 264
        case .strict: 232
        }
    }
}
