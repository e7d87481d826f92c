import Tamis

let words = (0..<60).map { "word\($0)" }
let documents = [
    ("first", words.joined(separator: " ")), ("copy", words.joined(separator: "\n")),
    ("edited", (words.dropLast() + ["another"]).joined(separator: " ")),
    ("other", words.reversed().joined(separator: " ")),
].map { Document(id: $0.0, utf8: Array($0.1.utf8)) }

// What must be kept of a document to compare it later: some keys, and the shingles to verify a pair.
let pipeline = Pipeline(settings: Settings())
let banding = Banding(threshold: 0.8)
let fingerprints = documents.map { pipeline.fingerprint($0, banding: banding).fingerprint }

var pairs: [String] = []
for (later, one) in fingerprints.enumerated() {
    for (earlier, other) in fingerprints[..<later].enumerated() {
        // Few pairs share a band key, so few are compared.
        guard !Set(one.bandKeys).isDisjoint(with: other.bandKeys) else { continue }
        let (a, b) = (ShingleSet(other.shingles), ShingleSet(one.shingles))
        let common = a.commonCount(with: b)
        let jaccard = Double(common) / Double(a.count + b.count - common)
        pairs.append("\(documents[earlier].id) \(documents[later].id) \(jaccard)")
    }
}
// snippet.hide
for pair in pairs { print(pair) }
