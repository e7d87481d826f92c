import Tamis

/// Which document is the first of those that stay to hold a paragraph, for the paragraphs that several hold.
struct SharedParagraphs: Sendable {
    /// The keys, ascending.
    private var keys: [UInt64] = []
    private var firstRanks: [UInt32] = []

    /// Looks through the keys of the bands and paragraphs of all documents.
    init(_ store: FingerprintStore, _ findings: DuplicateFindings, _ pairs: SortedPairs) throws {
        let survivors = findings.survivors
        var groups = try KeyGroups(pairs, index: nil, findings.ranks)
        var group: [UInt32] = []
        let isCopy = [Bool](repeating: false, count: findings.ranks.count)
        while let key = try groups.next(into: &group, isCopy: isCopy) {
            guard Fingerprint.isParagraphKey(key) else { continue }
            let kept = group.filter { survivors.removal(of: $0) == nil }
            guard kept.count > 1 else { continue }
            keys.append(key)
            firstRanks.append(kept[0])
        }
    }

    /// The rank of the first document that stays and holds the paragraph; nil where one document or none holds it.
    func firstRank(ofParagraph paragraph: Key) -> UInt32? {
        let key = Fingerprint.paragraphKey(paragraph)
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? firstRanks[low] : nil
    }
}
