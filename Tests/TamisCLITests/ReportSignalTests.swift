import Testing

/// `report` with signals, profiles and the families side by side.
@Suite struct ReportSignalTests {
    private let files = ["a.txt": Article.dirty, "b.txt": Article.plain, "e.txt": ""]

    @Test func signalsAreShownBySpread() throws {
        let run = try Workspace(files).tamis("report a.txt b.txt e.txt --signals word_count,excess_line_fraction")
        #expect(run.text.contains("median") && run.text.contains("\nword_count"), "\(run.text)")
        #expect(!(try Workspace(files).tamis("report a.txt")).text.contains("median"))
    }

    @Test func violatedBoundsAreCounted() throws {
        let run = try Workspace(files).tamis("report a.txt b.txt e.txt --profile gopher,redpajama")
        #expect(run.text.contains("profile, bound") && run.text.contains("  short_doc"), "\(run.text)")
        #expect(run.text.contains("  empty") && run.text.contains("3 documents: 2 clean, 1 to change"), "\(run.text)")
        let json = try Workspace(files).tamis("report --json a.txt e.txt --profile c4 --signals none").text
        #expect(
            json.contains(
                #""violations":{"c4":{"documents":2,"empty":1,"bounds":{"lorem_ipsum":0,"curly_bracket":0,"too_few_sentences":"#
            ), "\(json)")
    }

    @Test func allSignalsBringAllProfiles() throws {
        let run = try Workspace(files).tamis("report a.txt --signals all")
        #expect(["gopher", "c4", "fineweb2", "redpajama"].allSatisfy { run.text.contains("\n\($0) ") }, "\(run.text)")
    }

    @Test func familiesAnswerSideBySide() throws {
        let run = try Workspace(files).tamis("report --compare a.txt")
        #expect(run.text.contains("How many words are there?\n  word_count  "), "\(run.text)")
        let json = try Workspace(files).tamis("report --compare --json a.txt").text
        #expect(json.contains(#""compare":[{"question":""#) && json.contains(#""why":""#), "\(json)")
    }

    @Test(arguments: ["", "--signals all", "--signals core --profile gopher,fineweb2", "--compare"])
    func theTableFitsATerminal(_ options: String) throws {
        let name = "a-long-name-of-a-document-that-somebody-scraped-from-somewhere-one-day-in-spring.txt"
        var files = files
        files[name] = String(repeating: Article.dirty, count: 40)
        let run = try Workspace(files).tamis("report a.txt b.txt e.txt \(name) \(options)")
        #expect(run.isDone)
        for line in run.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test func anUnknownProfileIsRefused() throws {
        #expect(try Workspace(files).tamis("report a.txt --profile c5").refused("did you mean 'c4'?"))
    }
}
