import Tamis

let text = "Caf&eacute; open\n\nSmall talk at noon.\n\nCaf&eacute; open\n"
let article = Document(id: "cafe", utf8: Array(text.utf8))
let cleaned = Pipeline(settings: Settings()).clean(article)

// What goes, and why. Ranges are bytes of the document as it came.
let reasons = cleaned.findings.map { finding in
    "\(finding.rule) \(String(decoding: article.utf8[finding.range], as: UTF8.self)) \(finding.evidence)"
}

// What stays, and what went, side by side in the order of the text: together the article as it came.
let removed = cleaned.findings.map(\.range)
let original = (cleaned.kept + removed).sorted { $0.lowerBound < $1.lowerBound }.flatMap { article.utf8[$0] }
let isWhole = original == article.utf8
// snippet.hide
for reason in reasons { print(reason) }
print(isWhole)
