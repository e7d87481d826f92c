import Tamis

let text = "A Day at Sea\n\nWe left at noon.\n\nA Day at Sea\n\nShare this:\nFacebook\n"
let article = Document(id: "sea", utf8: Array(text.utf8))
let cleaned = Pipeline(settings: Settings()).clean(article)

print(String(decoding: cleaned.utf8, as: UTF8.self))
for finding in cleaned.findings {
    print(finding.rule, finding.range, finding.evidence)
}
