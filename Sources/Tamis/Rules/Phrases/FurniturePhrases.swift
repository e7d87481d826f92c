/// The rows of `page-furniture` in all languages.
extension FurniturePhrase {
    /// Every phrase, by kind.
    static let all: [FurniturePhrase] =
        commentForms + shareBars + consentNotices + newsletterPrompts + relatedArticles + breadcrumbs + pagination
        + navigation + footers + advertisements + placeholders + credits + platforms
}
