/// The rows of `page-furniture` in all languages.
extension FurniturePhrase {
    /// Every phrase: the English ones by kind, then those of other languages.
    static let all: [FurniturePhrase] =
        commentForms + shareBars + consentNotices + newsletterPrompts + relatedArticles + breadcrumbs + pagination
        + navigation + footers + advertisements + placeholders + credits + platforms + otherLanguages

    private static let otherLanguages =
        german + french + spanish + italian + portuguese + dutch + polish + russian + chinese + japanese
}
