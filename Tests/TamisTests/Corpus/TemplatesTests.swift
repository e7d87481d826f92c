import Testing

@testable import Tamis

struct TemplatesTests {
    @Test(arguments: [
        (1, 5, true), (99, 5, true), (100, 5, true), (101, 6, true), (999, 50, true), (1_000, 10, false),
        (5_000, 10, false), (5_001, 11, false), (1_000_000, 2_000, false),
    ])
    func aThresholdFollowsThePopulation(population: Int, votes: Int, isOnlyInZones: Bool) {
        let threshold = TemplateThreshold(populationCount: population)
        #expect(threshold.voteCount == votes && threshold.isOnlyInZones == isOnlyInZones)
    }

    @Test(arguments: 0..<20)
    func countsAreTheLeastOverPermutations(seed: Int) {
        var generator = RandomText(seed: UInt64(seed))
        var records: [TemplateRecord] = []
        var votes: [UInt64: [Set<UInt64>]] = [:]
        var holders: [UInt64: Set<UInt32>] = [:]
        for document in 0..<60 as Range<UInt32> {
            let hashes = (0..<3).map { _ in UInt64.random(in: 0..<20, using: &generator) << 40 }
            for key in 0..<12 as Range<UInt64> where Bool.random(using: &generator) {
                records.append(TemplateRecord(key: key, document: document))
                holders[key, default: []].insert(document)
                for (permutation, hash) in hashes.enumerated() {
                    records.append(TemplateRecord(key: key, permutation: permutation, smallestHash: hash))
                    votes[key, default: [[], [], []]][permutation].insert(hash)
                }
            }
        }
        let population = [60, 200, 320, 1_000][seed % 4]
        var counter = TemplateCounter { _ in population }
        for record in records.sorted(by: { ($0.key, $0.value) < ($1.key, $1.value) }) { counter.add(record) }
        counter.finish()
        let threshold = TemplateThreshold(populationCount: population)
        let expected = votes.keys.sorted().compactMap { key -> Template? in
            let count = votes[key]?.map(\.count).min() ?? 0
            guard count >= threshold.voteCount else { return nil }
            return Template(
                key: key, voteCount: count, isOnlyInZones: threshold.isOnlyInZones,
                documents: Array((holders[key] ?? []).sorted().prefix(3)))
        }
        #expect(counter.templates == expected)
    }

    @Test(arguments: [0, 1, 2, 3, 100, 3_000])
    func aFrozenTemplateIsFound(count: Int) throws {
        var generator = RandomText(seed: UInt64(count))
        let keys = Set((0..<count).map { index in index % 5 == 0 ? UInt64(index) : generator.next() }).sorted()
        let templates = keys.enumerated().map { place, key in
            Template(
                key: key, voteCount: place + 10, isOnlyInZones: place % 2 == 0,
                documents: (0..<UInt32(place % 4)).map { $0 * 7 + UInt32(place) })
        }
        let frozen = Templates(templates, seed: 9) { "document \($0)" }
        let file = try Templates(file: FrozenBytes(copying: Array(frozen.bytes)))
        #expect(file.count == keys.count && file.seed == 9)
        for template in templates {
            let entry = Templates.Entry(
                voteCount: template.voteCount, isOnlyInZones: template.isOnlyInZones,
                documents: template.documents.map { "document \($0)" })
            #expect(frozen.entry(of: template.key) == entry && file.entry(of: template.key) == entry)
        }
        for _ in 0..<200 {
            let key = generator.next()
            #expect((file.entry(of: key) != nil) == keys.contains(key))
        }
    }

    @Test func everyFlippedBitAndCutByteIsNoticed() {
        let templates = [Template(key: 1 << 60, voteCount: 12, isOnlyInZones: false, documents: [3, 4])]
        let bytes = Array(Templates(templates, seed: 1) { "id \($0)" }.bytes)
        for offset in bytes.indices {
            #expect(throws: TemplateFileError.self) {
                try Templates(file: FrozenBytes(copying: Array(bytes[..<offset])))
            }
            for bit in 0..<8 {
                var damaged = bytes
                damaged[offset] ^= 1 << UInt8(bit)
                #expect(throws: TemplateFileError.self) { try Templates(file: FrozenBytes(copying: damaged)) }
            }
        }
    }

    /// A file with numbers of anybody's choice and a right checksum is refused or read, and is never a trap.
    @Test func aForgedFileIsNoTrap() throws {
        var generator = RandomText(seed: 3)
        let templates = (0..<9).map { Template(key: $0 << 60, voteCount: 12, isOnlyInZones: false, documents: [3, 4]) }
        let bytes = Array(Templates(templates, seed: 1) { "id \($0)" }.bytes)
        for _ in 0..<3_000 {
            var forged = bytes
            let offset = Int.random(in: 8..<bytes.count, using: &generator)
            forged[offset] =
                [0, 1, 0x7F, 0xFF, UInt8.random(in: 0...255, using: &generator)].randomElement(using: &generator) ?? 0
            let checksum = forged.withUnsafeBytes { TemplateFile.checksum(of: $0) }
            for place in 0..<8 { forged[40 + place] = UInt8(truncatingIfNeeded: checksum >> UInt64(8 * place)) }
            guard let file = try? Templates(file: FrozenBytes(copying: forged)) else { continue }
            for template in templates { _ = file.entry(of: template.key) }
        }
    }
}
