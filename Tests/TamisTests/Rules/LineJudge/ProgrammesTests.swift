import Testing

@testable import Tamis

/// Days and times are read in the ways of many countries, and lists of them are told from news by going forward.
@Suite struct ProgrammesTests {
    private func segmented(_ lines: [String]) -> SegmentedDocument {
        SegmentedDocument(Document(id: "", utf8: Array(lines.joined(separator: "\n").utf8)), levels: .words)
    }

    @Test(arguments: [
        ("June 9 – Leeds, Corn Hall", 609), ("9 June: A day at the mill", 609), ("Sat 9th June", 609),
        ("9 de junio – Sevilla", 609), ("9. März, 20 Uhr", 309), ("9 мая – парад", 509), ("6月9日 東京", 609), ("6月9", 609),
        ("09.06.2026 Berlin", 609), ("2026-06-09 Oslo", 609), ("2018.04.05 Seoul", 405), ("6/9/2026 Austin", 609),
        ("23/6/2026 Cardiff", 623), ("19:30 Doors", 10_000 + 19 * 60 + 30), ("Doors at 7:05 pm", 10_000 + 7 * 60 + 5),
        ("Wk 3: 31 Dec", 1231),
    ])
    func aLineNamesADayOrATime(line: String, order: Int) {
        let text = segmented([line])
        #expect(Moment.order(namedBy: text.lines[0], in: text) == order)
    }

    @Test(arguments: [
        "June 2026", "9.6 Loops", "1.2.3 Notes", "10 ways to mend a net", "3:1", "99:99", "May 32", "Room 101",
        "VIP : 60,000", "may 1999", "一二月", "", "–", "12月", "7月x",
    ])
    func anotherLineNamesNone(line: String) {
        let text = segmented(["\(line) "])
        for segment in text.lines { #expect(Moment.order(namedBy: segment, in: text) == nil) }
    }

    private func lists(_ lines: [String]) -> [Range<Int>] {
        let text = segmented(lines)
        let readings = LineJudge.shared.readings(of: text, hits: PhraseHits(in: text))
        return Programmes(in: text, LineTable(text, readings)).lists
    }

    @Test func aProgrammeGoesForwardAndNewsGoBack() {
        let prose = "The band will play in six towns, said its drummer, who has never been to any of them before."
        let days = ["June 4", "June 6", "June 11", "June 27", "July 2", "July 5"]
        let concerts = days.map { "\($0) – Town Hall, Alderhaven" }
        #expect(lists([prose] + concerts + [prose]) == [1..<7])
        #expect(lists([prose] + concerts.reversed() + [prose]).isEmpty)
        #expect(lists([prose] + concerts.dropLast() + [prose]).isEmpty)
        // A turn of the year is one step back.
        #expect(lists(["30 Dec, Hull", "31 Dec, Hull"] + (1...5).map { "\($0) Jan, York" }) == [0..<7])
        // The house and the price of each evening stand on lines of their own; more than three lines end a list.
        #expect(lists(days.flatMap { [$0, "Town Hall", "£5"] } + ["News"]) == [0..<18])
        #expect(lists(days.flatMap { [$0, "Town Hall", "Alderhaven", "Doors open early", "£5"] }).isEmpty)
        #expect(lists(days.flatMap { [$0, prose] }).isEmpty)
    }

    /// Concerts stay, on the page and when they are all that is left of it beside the article.
    @Test func whatIsInAProgrammeStays() {
        let concerts = (1...12).map { "June \($0 * 2) – Alderhaven, Sign in @ Harbour Hall" }
        let prose = (1...3).map {
            "The band will play in town number \($0), said its drummer, who has never been there before."
        }
        let utf8 = Array((prose + concerts).joined(separator: "\n").utf8)
        for level in FurnitureLevel.allCases {
            var settings = Settings()
            settings.set(furniture: level)
            #expect(Pipeline(settings: settings).clean(Document(id: "", utf8: utf8)).utf8 == utf8, "\(level.name)")
        }
    }
}
