/// What a document says in the count of templates: its vote, and the lines and paragraphs for which it is given.
public struct TemplateBallot: Sendable {
    /// The vote.
    public let vote: TemplateVote
    /// The distinct template keys of the lines and paragraphs, in rising order.
    public let keys: [UInt64]

    /// Takes the ballot of a text, whose template keys are seeded with `seed`; nil where it has fewer than five words.
    public init?(_ utf8: [UInt8], seed: UInt64) {
        let ballot = ShingledText.with(utf8) { text in
            let layout = text.layout()
            return TemplateVote(text, layout).map { vote in
                let keys = TemplateKeys(text.text.utf8, layout, seed: seed)
                return (vote, (keys.lines + keys.paragraphs).map(\.key).ascendingDistinct())
            }
        }
        guard let ballot else { return nil }
        (vote, keys) = ballot
    }
}
