import Foundation
import Testing

/// The page of `report --html` and `clean --report`.
struct ReportPageTests {
    private static let attack = "<script>alert(1)</script>\" onload=\"alert(2)\u{1B}]52;c;x\u{07}\u{202E}"

    @Test func pageIsTheSameForAnyThreads() throws {
        let workspace = try Workspace(["r.jsonl": corpus(documentCount: 60)])
        for threads in [1, 2, 5] {
            #expect(try workspace.tamis("report r.jsonl --html \(threads).html --threads \(threads)").isDone)
            #expect(workspace.text("\(threads).html") == workspace.text("1.html"))
        }
        // The same pass, but for the bounds: clean judges by those that it requires.
        #expect(try workspace.tamis("clean -q r.jsonl -o out.jsonl --report clean.html").isDone)
        #expect(try workspace.tamis("report r.jsonl --html plain.html --profile redpajama").isDone)
        let parts = try ["clean", "plain", "1"].map { name in
            let page = workspace.text(name + ".html")
            let start = try #require(page.range(of: "<section id=\"repeats\""))
            let end = try #require(page.range(of: "<section id=\"sources\""))
            return page[start.lowerBound..<end.lowerBound]
        }
        #expect(parts[0] == parts[1] && parts[1] == parts[2])
    }

    @Test func documentsAreComparedAndShownSideBySide() throws {
        let workspace = try Workspace(["r.jsonl": corpus(documentCount: 60)])
        let report = try workspace.tamis("report r.jsonl --html page.html")
        #expect(report.isDone && report.text.contains("documents") && report.text.contains("to remove"))
        let page = workspace.text("page.html")
        for part in ["Largest clusters", "Side by side", "duplicate-document", "near-duplicate-document"] {
            #expect(page.contains(part), "no \(part)")
        }
    }

    /// Every place a document's words can come to: text, id, site, and the file's name.
    @Test func nothingOfADocumentIsMarkup() throws {
        let attack = Self.attack
        let escaped = try #require(String(data: JSONEncoder().encode(attack), encoding: .utf8))
        let text = try #require(
            String(
                data: JSONEncoder().encode("\(attack)\n\nIt rained for days and days.\n\n\(attack)\nx \(attack) y"),
                encoding: .utf8))
        let line = "{\"id\":\(escaped),\"site\":\(escaped),\"text\":\(text)}\n"
        let name = "<img src=x onerror=alert(3)>.jsonl"
        let workspace = try Workspace([name: line + line])
        let run = try workspace.shell("tamis report '\(name)' --site-field site --html page.html")
        #expect(run.isDone)
        let page = workspace.text("page.html")
        #expect(page.contains("&lt;script&gt;alert(1)"))
        for part in ["<script", "<img", "\u{1B}", "\u{07}", "\u{202E}", " onload=\""] { #expect(!page.contains(part)) }
        #expect(!run.text.contains("\u{1B}") && !run.messages.contains("\u{1B}"))
    }

    @Test func pageAsksNothingOfANetwork() throws {
        let workspace = try Workspace(["r.jsonl": corpus(documentCount: 60)])
        #expect(try workspace.tamis("report r.jsonl --signals all --html page.html").isDone)
        let page = workspace.text("page.html")
        #expect(page.contains("default-src 'none'"))
        for part in ["<script", "src=", "url(", "@import", "href=\"http"] { #expect(!page.contains(part), "\(part)") }
    }

    @Test func everyLinkHasATarget() throws {
        let workspace = try Workspace(["r.jsonl": corpus(documentCount: 60)])
        #expect(try workspace.tamis("report r.jsonl --signals all --html page.html").isDone)
        let page = workspace.text("page.html")
        let links = Set(page.components(separatedBy: "href=\"#").dropFirst().map { String($0.prefix { $0 != "\"" }) })
        let targets = page.components(separatedBy: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(links.count > 20 && links.isSubset(of: targets))
        #expect(Set(targets).count == targets.count)
        let chartCount = page.components(separatedBy: "<svg").count
        #expect(page.components(separatedBy: "<desc").count == chartCount)
        let levels = page.components(separatedBy: "<h").dropFirst().compactMap { $0.first?.wholeNumberValue }
        #expect(levels.first == 1 && zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    }

    /// One click from every number: whatever stands over a column of numbers leads to its definition.
    @Test func everyColumnOfNumbersIsDefined() throws {
        let workspace = try Workspace(["r.jsonl": corpus(documentCount: 60)])
        #expect(try workspace.tamis("report r.jsonl --html page.html").isDone)
        let page = workspace.text("page.html")
        let headers = page.components(separatedBy: "<th class=\"number\" scope=\"col\">").dropFirst()
        #expect(headers.count > 30 && headers.allSatisfy { $0.hasPrefix("<a href=\"#def-") })
        let cards = page.components(separatedBy: "<li><strong>").dropFirst().map {
            $0.components(separatedBy: "</li>")[0]
        }
        #expect(cards.count == 4 && cards.allSatisfy { $0.contains("<a href=\"#def-") })
        let charts = page.components(separatedBy: "<svg").dropFirst()
        #expect(charts.count > 20 && page.contains("class=\"mark\"") && page.contains(">gopher &lt;= "))
    }

    /// Lines that the documents of a site share are listed with the number of documents.
    @Test func templatesAreListed() throws {
        var documents = InventedDocuments(seed: 4)
        for _ in 0..<30 { documents.append("\(documents.sentence(60))\n\nThe Harbour Courier is printed in Bergdorf") }
        let workspace = try Workspace(["r.jsonl": documents.records.joined()])
        #expect(try workspace.tamis("report r.jsonl --site-field site --html page.html").isDone)
        let page = workspace.text("page.html")
        #expect(page.contains("Templates of sites"))
        #expect(
            page.contains(
                "The Harbour Courier is printed in Bergdorf</th><td class=\"number\">30</td><td class=\"number\">30</td>"
            ))
    }

    @Test func redactedPageHoldsNoText() throws {
        let workspace = try Workspace(["r.jsonl": corpus(documentCount: 60)])
        #expect(try workspace.tamis("report r.jsonl --html page.html --redact").isDone)
        let page = workspace.text("page.html")
        #expect(page.contains("left out") && !page.contains("harvest"))
    }

    /// What can be long is cut short: ids, names, lines, texts.
    @Test func pageIsBounded() throws {
        let name = String(repeating: "<", count: 30_000)
        let text = String(repeating: "<", count: 1_500)
        let lines = (0..<120).map { number in
            "{\"id\":\"\(name)\(number % 60)\",\"site\":\"\(name)\(number)\","
                + "\"text\":\"\(text) harvest \(number % 60)\\n\(text)\\n\(text)\"}\n"
        }
        let workspace = try Workspace(["r.jsonl": lines.joined()])
        #expect(try workspace.tamis("report r.jsonl --site-field site --html page.html").isDone)
        #expect(workspace.text("page.html").utf8.count < 2_000_000)
    }

    @Test func theInputIsNotWrittenOver() throws {
        let workspace = try Workspace(["r.jsonl": Article.record])
        #expect(try workspace.tamis("report r.jsonl --html r.jsonl").refused("is an input"))
        #expect(try workspace.tamis("clean r.jsonl -o out.jsonl --report r.jsonl").refused("is an input"))
        #expect(workspace.text("r.jsonl") == Article.record)
    }

    /// Documents of which some are copies, some near copies, and all have repeats.
    private func corpus(documentCount: Int) -> String {
        (0..<documentCount).map { number in
            let topic = number % 20
            let words = (0..<80).map { "harvest\(topic)word\($0)" }
            let head = number >= 40 ? "changed " : ""
            let text =
                "Headline of document \(topic)\\n\\n\(head)\(words.joined(separator: " ")).\\n\\nRead more\\nRead more"
            return "{\"id\":\"d\(number)\",\"text\":\"\(text)\"}\n"
        }.joined()
    }
}
