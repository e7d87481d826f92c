/// What a document is told of the others, frozen before the first is cleaned.
public struct Corpus: Sendable {
    /// The lines that many documents share.
    public let templates: Templates
    private let earlierDocument: (@Sendable (_ paragraph: Key) -> String?)?

    /// Nothing is known of other documents.
    public static let empty = Corpus()

    /// What is known.
    ///
    /// - Parameters:
    ///   - templates: The lines that many documents share, of all sites.
    ///   - earlierDocument: The id of the first document that stays, stands before the one at hand in the order ≺ and has a
    ///     paragraph with this key; nil where there is none.
    public init(templates: Templates = .empty, earlierDocument: (@Sendable (_ paragraph: Key) -> String?)? = nil) {
        self.templates = templates
        self.earlierDocument = earlierDocument
    }

    /// Whether it is known which paragraphs stand in earlier documents.
    var knowsParagraphs: Bool { earlierDocument != nil }

    /// The id of the first document that holds a paragraph with this exact key and precedes the one at hand.
    func firstDocument(ofParagraph key: Key) -> String? { earlierDocument?(key) }
}
