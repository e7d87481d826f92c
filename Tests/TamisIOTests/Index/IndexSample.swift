import Tamis
import Testing

@testable import TamisIO

/// A small index: runs of documents whose keys and shingles follow from their names.
enum IndexSample {
    static let parameters = IndexParameters(bandCount: 20, rowCount: 6)

    /// The document with this id.
    static func document(_ id: String) -> IndexedDocument {
        let bytes = Array(id.utf8)
        var random = SeededRandom(seed: bytes.reduce(0) { $0 &* 31 &+ UInt64($1) })
        return IndexedDocument(
            id: id, site: bytes.count % 2 == 0 ? nil : "example.org", exactKey: Key(hashing: bytes.span),
            addressKey: bytes.count % 3 == 0 ? random.next() : nil, keys: (0..<20).map { _ in random.next() },
            shingles: (0..<random.below(40)).map { _ in random.next() })
    }

    /// Adds a run of documents, unless the index has it, and one duplicate of the first.
    static func add(_ ids: [String], run: String, to path: String) throws {
        let index = try DocumentIndex(changing: path, parameters: parameters)
        guard let addition = try index.begin(run: run, memoryBytes: 1 << 20) else { return }
        for id in ids { try addition.add(document(id)) }
        try addition.addDuplicate(id: ids[0] + "-copy", site: nil, survivor: ids[0])
        try addition.commit()
    }

    /// Everything that a run with this digest sees, read through the keys as a run does.
    static func contents(of path: String, forRun digest: String) throws -> [String] {
        let index = try DocumentIndex(reading: path, parameters: parameters)
        let view = index.view(forRun: digest)
        var keys: [Int: [UInt64]] = [:]
        try forEach(view.keys) { keys[Int($0.value), default: []].append($0.key) }
        var addresses: [Int: UInt64] = [:]
        try forEach(view.addressKeys) { addresses[Int($0.value)] = $0.key }
        var lines: [String] = []
        try forEach(view.exactKeys) { pair in
            let number = Int(pair.value)
            let entry = try view.entry(ofDocument: number)
            let expected = document(entry.id)
            #expect(entry.exactKey == expected.exactKey?.hexadecimal)
            #expect(pair.key == expected.exactKey?.low)
            #expect(entry.site == expected.site)
            #expect(addresses[number] == expected.addressKey)
            #expect(keys[number]?.sorted() == expected.keys.sorted())
            #expect(try view.shingles(ofDocument: number) == expected.shingles)
            lines.append("\(number) \(entry.id) \(entry.run)")
        }
        #expect(lines.count == view.documentCount)
        #expect(keys.count == view.documentCount)
        return lines.sorted { Int($0.prefix { $0 != " " })! < Int($1.prefix { $0 != " " })! }
    }

    private static func forEach(_ pairs: SortedPairs, _ body: (KeyedValue) throws -> Void) throws {
        var cursor = try pairs.cursor()
        var last = KeyedValue(key: 0, value: 0)
        while let pair = try cursor.next() {
            #expect(last <= pair)
            last = pair
            try body(pair)
        }
    }
}
