// An engine sends a candidate pair a line, the sets of shingles as `tamis fingerprint --shingles` gave them, and gets back a
// line of the verified pairs, here one or none:
//
//     {"ids":["a","b"],"shingles":[[1,2,3,4,5],[1,2,3,4,6]]}     [["a","b",4,5,5]] at T = 0.60; [] at T = 0.80

import Tamis

/// Counts what candidate pairs have in common: a line of output for each line of input.
public struct PairComparison {
    private let thresholds: SimilarityThresholds

    /// Verifies at `thresholds`.
    public init(thresholds: SimilarityThresholds) { self.thresholds = thresholds }

    /// Reads pairs, the earlier document first, and writes for each the list of what is verified.
    public func write(_ items: [InputFile], to output: OutputFile) throws {
        let thresholds = thresholds
        try JSONLines(items).forEach(
            prepare: { line throws(InputError) -> [UInt8] in
                let ids = try line.member("ids") { $0.elements?.compactMap(\.bytes) }
                let sets = try line.member("shingles") { $0.elements?.compactMap(\.shingleSet) }
                guard ids.count == 2, sets.count == 2 else { throw line.refusal("is no pair") }
                let pair = VerifiedPair(0, sets[0], 1, sets[1], thresholds)
                var writer = JSONWriter()
                writer.pairs(pair.map { [$0] } ?? []) { ids[Int($0)] }
                return writer.take()
            },
            { bytes, _ in try output.write(bytes) })
    }
}

extension JSONValue {
    /// The distinct shingles of a list of signed hashes, or of hashes that were packed; nil where it is neither.
    var shingleSet: ShingleSet? {
        if let bytes { return Base64.decode(bytes).flatMap(ShingleSet.init(packed:)) }
        guard let elements else { return nil }
        var hashes: [UInt64] = []
        hashes.reserveCapacity(elements.count)
        for element in elements {
            guard let hash = element.integer else { return nil }
            hashes.append(UInt64(bitPattern: Int64(hash)))
        }
        return ShingleSet(hashes)
    }
}

extension ShingleSet {
    /// The distinct ones of hashes of eight bytes each, the lowest first; nil where a part of one is left.
    fileprivate init?(packed bytes: [UInt8]) {
        guard bytes.count.isMultiple(of: 8) else { return nil }
        self.init(
            stride(from: 0, to: bytes.count, by: 8).map { start in
                (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1)) }
            })
    }
}

extension JSONWriter {
    /// Writes hashes as base64 of eight bytes each, the lowest first.
    mutating func packed(_ hashes: [UInt64]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 * hashes.count)
        for hash in hashes {
            for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: hash >> (8 * UInt64(shift)))) }
        }
        string(Base64.encode(bytes[...]))
    }

    /// Writes verified pairs as a line: ids, then the counts of common, earlier and later shingles.
    mutating func pairs(_ pairs: [VerifiedPair], id: (UInt32) -> [UInt8]) {
        beginArray()
        for pair in pairs {
            beginArray()
            for rank in [pair.earlier, pair.later] {
                let id = id(rank)
                string(id.span)
            }
            for count in [pair.commonCount, pair.earlierCount, pair.laterCount] { integer(count) }
            endArray()
        }
        endArray()
        newline()
    }
}
