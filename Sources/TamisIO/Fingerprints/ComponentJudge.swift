// The documents that are joined by pairs, directly or over others, come component by component: first the documents in the
// order ≺, then copies with their representatives, then verified pairs. At its end each document gets its line of a drop
// file, or null where it is like no other after all. A document may be called by a short id here and have its own as name:
//
//     {"component":"a","id":"a"}
//     {"component":"a","id":"b","name":"articles/b"}
//     {"component":"a","pair":["a","b",90,100,100]}       earlier, later, common shingles, shingles of each
//     {"component":"a","copy":["b","a"]}                  would say that b has the exact key of a
//
//     {"id":"a","cluster_id":"a","cluster_size":2}
//     {"id":"articles/b","rule":"near-duplicate-document","duplicate_of":"a","similarity":0.818…,"cluster_id":"a","cluster_size":2}

import Tamis

/// Decides which documents of each component stay: a line of output for each line with an id.
public struct ComponentJudge {
    private let thresholds: SimilarityThresholds
    private let settings: Settings

    /// Decides at `thresholds`, by the document rules that are on in `settings`.
    public init(thresholds: SimilarityThresholds, settings: Settings) {
        (self.thresholds, self.settings) = (thresholds, settings)
    }

    /// Reads components and writes the decisions; memory is that of the largest component, 20 bytes a pair and the ids.
    public func write(_ items: [InputFile], to output: OutputFile) throws {
        var latest: [UInt8]?
        var component = Component()
        try JSONLines(items).forEach(
            prepare: { line throws(InputError) in try line.member("component", \.bytes) },
            { name, line in
                if name != latest {
                    try output.write(component.decisions(thresholds, settings))
                    component = Component()
                    latest = name
                }
                try component.add(line)
            })
        try output.write(component.decisions(thresholds, settings))
    }
}

/// The documents of a component and what joins them.
private struct Component {
    /// The ids that the decisions name.
    private var names: [[UInt8]] = []
    private var ranks: [[UInt8]: UInt32] = [:]
    private var pairs: [VerifiedPair] = []
    private var copies: [(rank: UInt32, representative: UInt32)] = []

    mutating func add(_ line: JSONLines.Line) throws(InputError) {
        if let id = line.value["id"]?.bytes {
            guard ranks.updateValue(UInt32(names.count), forKey: id) == nil else {
                throw line.refusal("has an id that another document has")
            }
            names.append(line.value["name"]?.bytes ?? id)
        } else if let copy = line.value["copy"]?.elements {
            guard copy.count == 2, let later = rank(copy[0]), let first = rank(copy[1]), first < later else {
                throw line.refusal("is no copy of an earlier document")
            }
            copies.append((later, first))
        } else {
            let parts = try line.member("pair", \.elements)
            let counts = parts.dropFirst(2).compactMap(\.integer).compactMap { UInt32(exactly: $0) }
            guard parts.count == 5, counts.count == 3, let earlier = rank(parts[0]), let later = rank(parts[1]),
                earlier < later, 0 < counts[0], counts[0] <= min(counts[1], counts[2])
            else { throw line.refusal("is no pair of documents of the component") }
            pairs.append(
                VerifiedPair(
                    earlier: earlier, later: later, commonCount: counts[0], earlierCount: counts[1],
                    laterCount: counts[2]))
        }
    }

    private func rank(_ id: JSONValue) -> UInt32? { id.bytes.flatMap { ranks[$0] } }

    /// The line of each document, in the order ≺.
    func decisions(_ thresholds: SimilarityThresholds, _ settings: Settings) -> [UInt8] {
        var survivors = Survivors(documentCount: names.count, thresholds: thresholds)
        if settings.isOn(.duplicate) {
            for copy in copies { survivors.addCopy(copy.rank, of: copy.representative) }
        }
        let pairs = pairs.sorted { ($0.later, $0.earlier) < ($1.later, $1.earlier) }
        if settings.isOn(.nearDuplicate) { for pair in pairs { survivors.judgeNear(pair) } }
        if settings.isOn(.contained) {
            let contained = pairs.compactMap { survivors.containedPair($0) }
            let ordered = contained.sorted { ($0.place, $0.largerPlace) < ($1.place, $1.largerPlace) }
            for pair in ordered { survivors.judgeContained(pair) }
        }
        for pair in pairs { survivors.assign(pair) }
        survivors.finish()
        var writer = JSONWriter()
        for rank in names.indices { write(UInt32(rank), survivors, &writer) }
        return writer.take()
    }

    private func write(_ rank: UInt32, _ survivors: Survivors, _ writer: inout JSONWriter) {
        let removal = survivors.removal(of: rank)
        let survivor = removal?.survivor ?? rank
        let size = survivors.clusterSize(of: survivor)
        if removal == nil, size == 1 {
            writer.null()
            return writer.newline()
        }
        let (id, survivorID) = (names[Int(rank)], names[Int(survivor)])
        writer.beginObject()
        writer.key("id")
        writer.string(id.span)
        if let removal {
            writer.key("rule")
            writer.string(removal.rule.rawValue)
            writer.key("duplicate_of")
            writer.string(survivorID.span)
            writer.key("similarity")
            writer.number(removal.similarity)
        }
        writer.key("cluster_id")
        writer.string(survivorID.span)
        writer.key("cluster_size")
        writer.integer(size)
        writer.endObject()
        writer.newline()
    }
}
