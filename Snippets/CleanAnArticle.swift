import Tamis

let text = """
    A Day at Sea

    We left at noon and came back at night.

    We left at noon and came back at night.
    Share this:
    Facebook

    """
let article = Document(id: "sea", utf8: Array(text.utf8))
let cleaned = Pipeline(settings: Settings()).clean(article)
let cleanText = String(decoding: cleaned.utf8, as: UTF8.self)
let reasons = cleaned.findings.map { "\($0.rule) \($0.range)" }
// snippet.hide
print(cleanText)
for reason in reasons { print(reason) }
