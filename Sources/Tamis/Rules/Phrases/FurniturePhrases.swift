/// The rows of `page-furniture` in all languages.
extension FurniturePhrase {
    /// Every phrase: the English ones by kind, then those of other languages.
    static let all: [FurniturePhrase] = [
        commentForms, shareBars, consentNotices, newsletterPrompts, relatedArticles, breadcrumbs, pagination,
        navigation, footers, advertisements, placeholders, credits, platforms, german, french, spanish, italian,
        portuguese, dutch, swedish, danish, norwegian, polish, czech, russian, ukrainian, turkish, arabic, indonesian,
        chinese, japanese, korean,
    ].flatMap { $0 }
}
