import Foundation
import Testing

@testable import Tamis

/// The quality gate: what the judge reaches on pages of our own writing, in English, German and French.
///
/// Every line of `samples/furniture` begins with `+` where it belongs to the article and with `-` where it does not.
/// A floor is lowered only by a change to this table, with the reason in its commit.
@Suite struct FurnitureQualityTests {
    struct Floor: Sendable, CustomTestStringConvertible {
        let level: FurnitureLevel
        /// The least share of furniture lines that go, and the most lines of articles that are lost, of all pages.
        let goneFraction: Double
        let lostLineCount: Int
        var testDescription: String { level.name }
    }

    static let floors = [
        Floor(level: .gentle, goneFraction: 0.82, lostLineCount: 0),
        Floor(level: .standard, goneFraction: 0.88, lostLineCount: 1),
        Floor(level: .strict, goneFraction: 0.90, lostLineCount: 3),
    ]

    @Test(arguments: floors)
    func reachesItsFloor(floor: Floor) throws {
        var furnitureCount = 0
        var goneCount = 0
        var lost: [String] = []
        for page in try LabelledPage.all() {
            let gone = try page.removedLines(level: floor.level)
            furnitureCount += page.isFurniture.count { $0 }
            goneCount += gone.count { page.isFurniture[$0] }
            lost += gone.filter { !page.isFurniture[$0] }.map { "\(page.name): \(page.lines[$0])" }
        }
        #expect(lost.count <= floor.lostLineCount, "\(lost)")
        #expect(Double(goneCount) >= floor.goneFraction * Double(furnitureCount), "\(goneCount) of \(furnitureCount)")
    }

    /// Articles, and what must never go from them: titles, lists, tables, questions, answers, recipes, code and verse.
    @Test func extractedTextIsLeftAlone() throws {
        for page in try LabelledPage.all() {
            let article = page.lines.indices.filter { !page.isFurniture[$0] }.map { page.lines[$0] }
            let extracted = LabelledPage(
                name: page.name, lines: article, isFurniture: article.map { _ in false })
            for level in FurnitureLevel.allCases {
                let gone = try extracted.removedLines(level: level).map { article[$0] }
                #expect(gone.isEmpty, "\(page.name) at \(level.name): \(gone)")
            }
        }
    }
}

/// A page with a label for each line.
private struct LabelledPage {
    let name: String
    let lines: [String]
    let isFurniture: [Bool]

    static func all() throws -> [LabelledPage] {
        let checkout = #filePath.dropLast("/Tests/TamisTests/Rules/LineJudge/FurnitureQualityTests.swift".count)
        let folder = String(checkout) + "/samples/furniture/"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
        #expect(names.count >= 10)
        var pages: [LabelledPage] = []
        for name in names {
            let contents = FileManager.default.contents(atPath: folder + name) ?? Data()
            pages.append(LabelledPage(name: name, labelled: String(decoding: contents, as: UTF8.self)))
        }
        return pages
    }

    init(name: String, lines: [String], isFurniture: [Bool]) {
        self.name = name
        self.lines = lines
        self.isFurniture = isFurniture
    }

    /// Reads lines that begin with `+ ` or `- `; blank ones are left out.
    init(name: String, labelled: String) {
        let rows: [Substring] = labelled.split(separator: "\n").filter { $0.count > 2 }
        #expect(rows.allSatisfy { $0.hasPrefix("+ ") || $0.hasPrefix("- ") }, "\(name)")
        self.init(name: name, lines: rows.map { String($0.dropFirst(2)) }, isFurniture: rows.map { $0.hasPrefix("-") })
    }

    /// The indices of the lines that page-furniture takes.
    func removedLines(level: FurnitureLevel) throws -> [Int] {
        var settings = Settings()
        try settings.setOnly(rules: ["page-furniture"])
        settings.set(furniture: level)
        settings.signals = []
        let utf8 = Array(lines.joined(separator: "\n").utf8)
        let findings = Pipeline(settings: settings).clean(Document(id: name, utf8: utf8)).findings
        var start = 0
        return lines.indices.filter { index in
            defer { start += lines[index].utf8.count + 1 }
            return findings.contains { $0.range.contains(start) }
        }
    }
}
