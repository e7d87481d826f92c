import Tamis

/// A part of the pipeline that is measured by itself.
struct Job {
    let name: String
    let run: (Document) -> Void

    private static let banding = Banding(threshold: 0.8)

    /// Takes something of every result.
    nonisolated(unsafe) static var checksum = 0

    nonisolated(unsafe) static let all: [Job] =
        [
            segmenting("lines", .lines), segmenting("paragraphs", .paragraphs), segmenting("sentences", .sentences),
            segmenting("words", .words), segmenting("everything", .all),
        ] + Folding.allCases.map(folding) + [
            Job(name: "signals, core family") { document in
                let segmented = SegmentedDocument(document, levels: .all)
                checksum ^= measure(segmented, signals: Signal.all).values.count
            },
            Job(name: "signatures") { document in
                let words = SegmentedDocument(document, levels: .words).words
                checksum ^= Int(Signature(shingles: Shingles.hashes(of: words)).minima[0])
            },
            Job(name: "fingerprints") { document in
                checksum ^= Fingerprint(document.utf8, banding: banding).bandKeys.count
            },
            Job(name: "template votes and keys") { document in
                checksum ^= TemplateBallot(document.utf8, seed: 0)?.keys.count ?? 0
            },
        ] + Rule.all.map { cleaning("clean, \($0.name)", rules: [$0.name]) } + [
            cleaning("clean, default rules", rules: nil)
        ]

    private static func segmenting(_ name: String, _ levels: SegmentLevels) -> Job {
        Job(name: "segment into \(name)") { checksum ^= SegmentedDocument($0, levels: levels).lines.count }
    }

    private static func folding(_ folding: Folding) -> Job {
        var buffer: [UInt8] = []
        return Job(name: "fold to \(folding)") { document in
            buffer.removeAll(keepingCapacity: true)
            folding.append(0..<document.utf8.count, of: document.utf8.span, to: &buffer)
            checksum ^= buffer.count
        }
    }

    private static func cleaning(_ name: String, rules: [String]?) -> Job {
        var settings = Settings()
        settings.signals = []
        if let rules { try? settings.setOnly(rules: rules) }
        let pipeline = Pipeline(settings: settings)
        return Job(name: name) { checksum ^= pipeline.clean($0).findings.count }
    }
}
