import Tamis

let pipeline = Pipeline(settings: Settings())
let copy = Document(id: "copy", utf8: Array("Snow fell on the pass, and nobody crossed it.\n".utf8))

// What is known of the other documents is frozen before the first is cleaned.
let known = Corpus(duplication: Duplication(rule: .duplicate, survivor: "first", similarity: 1))
let cleaned = pipeline.clean(copy, corpus: known)
let isGone = cleaned.utf8.isEmpty
let reason = cleaned.findings[0]
// snippet.hide
print(isGone)
print(reason)
