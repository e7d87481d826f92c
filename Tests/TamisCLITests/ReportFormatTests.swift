import Foundation
import Testing

/// The other formats of `report`, and what the command says of itself.
struct ReportFormatTests {
    @Test func csvHasALinePerDocument() throws {
        let workspace = try Workspace(["r.jsonl": "{\"id\":\"=cmd()\",\"text\":\"One\\nOne\"}\n" + Article.record])
        let run = try workspace.tamis("report --csv --scope document r.jsonl")
        let lines = run.text.components(separatedBy: "\r\n")
        #expect(run.isDone && lines.count == 4 && lines[0].hasPrefix("id,status,duplicate_of,char_count"))
        #expect(lines[1].hasPrefix("'=cmd(),") && lines[1].contains(",0.5,1.0,"))
    }

    @Test func markdownHasTheTotals() throws {
        let workspace = try Workspace(["r.jsonl": Article.record])
        let run = try workspace.tamis("report --markdown r.jsonl")
        #expect(run.isDone && run.text.contains("**1 document**") && run.text.contains("| lines |"))
        #expect(try workspace.tamis("report --markdown --csv r.jsonl").refused("exclude each other"))
    }

    @Test func printedSettingsCanBeGivenBack() throws {
        let workspace = try Workspace(["r.jsonl": Article.record, "s.json": "{\"near-repeat.jaccard\": 0.95}"])
        let printed = try workspace.tamis("clean --print-settings --settings s.json --disable page-furniture")
        #expect(printed.isDone && printed.text.contains("\"near-repeat.jaccard\": 0.95"))
        workspace.write(printed.output, to: "printed.json")
        let again = try workspace.tamis("clean --print-settings --settings printed.json")
        #expect(again.output == printed.output && printed.text.contains("\"page-furniture\": false"))
    }

    @Test(arguments: ["version", "instructions", "memory", "zstd", "sqlite"])
    func doctorNames(_ row: String) throws {
        let run = try Workspace().tamis("doctor")
        #expect(run.isDone && run.text.split(separator: "\n").contains { $0.hasPrefix(row + " ") })
    }

    @Test func doctorSaysWhichKernelsAreUsed() throws {
        let run = try Workspace().tamis("doctor", environment: ["TAMIS_CPU": "portable"])
        #expect(run.text.contains("instructions     portable"))
    }
}
