import Tamis

extension ReportPage {
    /// The lines with most copies in all documents together, and those that a site's documents share.
    func lines(_ page: inout HTMLWriter) {
        copiedLines(&page)
        let shared = report.lines.templates(40)
        guard !shared.isEmpty else { return }
        page.element("h3", "Templates of sites")
        page.element("p") { page in
            page.text("A ")
            page.term("template", .template)
            page.text(" is a line that many documents of one site share.")
        }
        page.table(
            "Templates that most documents share",
            [.text("line"), .numbers("documents", .template), .numbers("copies that go", .copies)],
            shared.map { line in
                [
                    lineCell(line), .number(PlainNumber.count(line.templateDocumentCount)),
                    .number(PlainNumber.count(line.cutCount)),
                ]
            })
    }

    private func lineCell(_ line: CopiedLine) -> HTMLCell {
        if isRedacted { return .text("left out, \(PlainNumber.count(line.byteCount, "byte"))") }
        return .document(line.byteCount > line.text.count ? line.text + Array("…".utf8) : line.text)
    }

    private func copiedLines(_ page: inout HTMLWriter) {
        let most = report.lines.most(40)
        guard !most.isEmpty else { return page.element("p", "No line has a copy.") }
        page.element("p") { page in
            page.text("Copies in one document and in several are counted alike")
            page.text(
                report.lines.missedCount > 0
                    ? "; a count may be short by up to \(PlainNumber.count(report.lines.missedCount))." : ".")
        }
        page.table(
            "Lines with most copies",
            [
                .text("line"), .numbers("copies", .copies), .numbers("documents", .document),
                .numbers("copies that go", .copies),
            ],
            most.map { line in
                [
                    lineCell(line), .number(PlainNumber.count(line.count)),
                    .number(PlainNumber.count(line.documentCount)),
                    .number(PlainNumber.count(line.cutCount)),
                ]
            })
    }

    /// The largest clusters, each with the document that stays beside the one least like it.
    func clusters(_ page: inout HTMLWriter) {
        page.element("p") { page in
            page.text("A ")
            page.term("cluster", .cluster)
            page.text(
                " is a document that stays with those that go for it. Beside it stands the one that is least like it; lines that "
            )
            page.text("differ are marked.")
        }
        for (index, cluster) in report.clusters.largest.enumerated() {
            page.element("h3", "\(index + 1). \(PlainNumber.count(cluster.size, "document")): \(shortened(cluster.id))")
            guard let survivor = cluster.survivor, let farthest = cluster.farthest else { continue }
            page.element("p", ["class": "note"]) { page in
                page.term("Similarity", .similarity)
                page.text(" to \(shortened(farthest.id)): \(PlainNumber.short(farthest.similarity)).")
            }
            if isRedacted { continue }
            page.element("details") { page in
                page.element("summary", "Side by side")
                difference(survivor, farthest, &page)
            }
        }
        if isRedacted { page.element("p", ["class": "note"], "Texts are left out by --redact.") }
    }

    private func difference(_ first: ClusterMember, _ second: ClusterMember, _ page: inout HTMLWriter) {
        page.element("table", ["class": "difference"]) { page in
            page.element("caption", "The beginnings of both texts, line by line")
            page.element("thead") { page in
                page.element("tr") { page in
                    page.element("th", ["scope": "col"], "stays: \(shortened(first.id))")
                    page.element("th", ["scope": "col"], "goes: \(shortened(second.id))")
                }
            }
            page.element("tbody") { page in
                for row in LineDifference(first.text, second.text).rows {
                    page.element("tr") { page in
                        page.element("td", ["class": row.isSame || row.first == nil ? "same" : "only-a"]) {
                            $0.text(row.first ?? [])
                        }
                        page.element("td", ["class": row.isSame || row.second == nil ? "same" : "only-b"]) {
                            $0.text(row.second ?? [])
                        }
                    }
                }
            }
        }
    }

    /// What each source loses.
    func sources(_ page: inout HTMLWriter) {
        let limit = 50
        let largest = report.sources.largest(limit)
        guard !largest.isEmpty else { return page.element("p", "There are no documents.") }
        let charted = largest.prefix(15)
        let most = max(charted.map { share($0) ?? 0 }.max() ?? 0, 0.01)
        Chart.bars(
            "sources-chart", "Share of the characters that go, by source; the largest sources", series: ["characters"],
            charted.map { source in
                Chart.Row(
                    label: shortened(source.name), lengths: [(share(source) ?? 0) / most],
                    values: [PlainNumber.percent(share(source))])
            }, to: &page)
        page.table(
            "What each source loses",
            [
                .term("source", .source), .numbers("documents", .document), .numbers("changed", .changed),
                .numbers("removed", .removed), .numbers("characters that go", .characters), .numbers("share", .share),
            ],
            largest.map { source in
                [
                    .text(shortened(source.name)), .number(PlainNumber.count(source.documentCount)),
                    .number(PlainNumber.count(source.changedCount)), .number(PlainNumber.count(source.removedCount)),
                    .number(PlainNumber.count(source.cutCharacterCount)), .number(PlainNumber.percent(share(source))),
                ]
            })
        let rest = report.sources.count - largest.count
        if rest > 0 { page.element("p", ["class": "note"], "… and \(PlainNumber.count(rest, "smaller source")).") }
    }

    private func share(_ source: SourceTally) -> Double? {
        source.characterCount > 0 ? Double(source.cutCharacterCount) / Double(source.characterCount) : nil
    }
}
