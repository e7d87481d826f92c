// A drop file says what was decided elsewhere, a line of JSON per document that has others like it, ascending by the
// bytes of the ids:
//
//     {"id":"a1","cluster_id":"a1","cluster_size":3}                                  stays, and two point to it
//     {"id":"b7","rule":"near-duplicate-document","duplicate_of":"a1","similarity":0.93,"cluster_id":"a1","cluster_size":3}
//
// A document is looked for by halving the bytes of the file and going to the start of a line.

import Tamis

/// The documents that go because of others, as another engine found them: a sorted file of JSON Lines, mapped into memory.
final class DropFile: Sendable {
    private let file: FrozenBytes
    private let path: String

    /// Maps the file at `path` and checks that it is whole and sorted; linear in its length.
    init(path: String) throws(InputError) {
        self.path = path
        file = try .mapping(path)
        var offset = 0
        var number = 1
        var latest: [UInt8]?
        while offset < file.bytes.count {
            let end = lineEnd(from: offset)
            let (id, _) = try row(offset..<end, number)
            if let latest, !latest.lexicographicallyPrecedes(id) {
                throw InputError(
                    "the ids are not in ascending order", file: path, record: number, byteOffset: offset,
                    advice: "sort the lines by the bytes of their ids, each id once", isUsage: true)
            }
            latest = id
            offset = end + 1
            number += 1
        }
    }

    /// What was decided about the document with this id; nil where it is like no other.
    ///
    /// Logarithmic in the file's length.
    func outcome(id: [UInt8]) throws(InputError) -> DocumentOutcome? {
        var low = 0
        var high = file.bytes.count
        while low < high {
            let start = lineStart(before: (low + high) / 2, from: low)
            let end = lineEnd(from: start)
            let (found, outcome) = try row(start..<end, nil)
            if found == id { return outcome }
            if found.lexicographicallyPrecedes(id) { low = end + 1 } else { high = start }
        }
        return nil
    }

    private func lineStart(before offset: Int, from low: Int) -> Int {
        var start = offset
        while start > low, file.bytes[start - 1] != 0x0A { start -= 1 }
        return start
    }

    private func lineEnd(from offset: Int) -> Int {
        var end = offset
        while end < file.bytes.count, file.bytes[end] != 0x0A { end += 1 }
        return end
    }

    private func row(_ range: ByteRange, _ number: Int?) throws(InputError) -> (id: [UInt8], DocumentOutcome) {
        func refusal(_ what: String) -> InputError {
            InputError(
                what, file: path, record: number, byteOffset: range.lowerBound, advice: "see docs/corpus.md",
                isUsage: true)
        }
        let bytes = Array(file.bytes[range])
        guard let row = try? JSONValue(parsing: bytes.span) else { throw refusal("is no line of JSON") }
        guard let id = row["id"]?.bytes, let clusterID = row["cluster_id"]?.text,
            let size = row["cluster_size"]?.integer
        else { throw refusal("lacks id, cluster_id or cluster_size") }
        guard let ruleName = row["rule"]?.text else {
            return (id, DocumentOutcome(duplication: nil, clusterID: clusterID, clusterSize: size))
        }
        guard let rule = Removal.Rule(rawValue: ruleName) else { throw refusal("there is no rule '\(ruleName)'") }
        guard let survivor = row["duplicate_of"]?.text, let similarity = row["similarity"]?.double else {
            throw refusal("lacks duplicate_of or similarity")
        }
        return (
            id,
            DocumentOutcome(
                duplication: Duplication(rule: rule, survivor: survivor, similarity: similarity), clusterID: clusterID,
                clusterSize: size)
        )
    }
}
