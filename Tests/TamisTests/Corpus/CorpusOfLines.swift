@testable import Tamis

extension Corpus {
    /// A corpus in which lines are templates with fifty votes, some of them only before and after the prose.
    static func knowing(_ lines: [String], onlyInZones zoneLines: [String] = [], site: String? = nil) -> Corpus {
        let templates = (lines.map { ($0, false) } + zoneLines.map { ($0, true) }).compactMap { line, isOnlyInZones in
            let text = SegmentedDocument(Document(id: "", utf8: Array(line.utf8)), levels: .paragraphs)
            return TemplateKeys(text, seed: Templates.seed(7, site: site)).lines.first.map {
                Template(key: $0.key, voteCount: 50, isOnlyInZones: isOnlyInZones, documents: [0, 1, 2])
            }
        }
        return Corpus(templates: Templates(templates.sorted { $0.key < $1.key }, seed: 7) { "document \($0)" })
    }
}
