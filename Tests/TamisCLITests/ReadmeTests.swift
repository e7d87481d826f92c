import Foundation
import Testing

/// README and docs say what is true: their shell examples run and print what they show, what they name is there.
struct ReadmeTests {
    @Test(arguments: ShellExample.all.filter(\.missingTools.isEmpty))
    func exampleRuns(_ example: ShellExample) throws {
        let workspace = try Workspace()
        try FileManager.default.copyItem(atPath: root + "samples", toPath: workspace.path("samples"))
        let run = try workspace.shell("set -eu\n" + example.commands)
        // `diff` exits 1 where it has a difference to show.
        let isDifference = run.ending == .exit(1) && example.commands.contains("| diff ") && example.output != nil
        #expect(run.isDone || isDifference, "\(run.messages)")
        if let shown = example.output {
            #expect(withoutTrailingBlanks(run.text) == withoutTrailingBlanks(shown))
        }
    }

    @Test(
        .enabled(
            if: ShellExample.all.allSatisfy(\.missingTools.isEmpty),
            "jq, duckdb, parallel, zstd, datatrove, trafilatura or warcio is not here: examples were skipped"))
    func noExampleWasSkipped() {
        #expect(!ShellExample.all.isEmpty)
    }

    @Test(arguments: ["scripts/demo", "scripts/test", "scripts/accuracy", "scripts/bench", "scripts/record-samples"])
    func scriptCanBeRun(_ script: String) {
        #expect(pages.contains { $0.text.contains(script) })
        #expect(FileManager.default.isExecutableFile(atPath: root + script))
    }

    @Test(arguments: pages)
    func linkedFilesAreThere(_ page: Page) {
        for link in page.text.components(separatedBy: "](").dropFirst() {
            let target = link.prefix { $0 != ")" && $0 != "#" }
            guard !target.isEmpty, !target.hasPrefix("https:") else { continue }
            #expect(FileManager.default.fileExists(atPath: root + page.folder + target), "no \(target)")
        }
    }

    /// The tests that hold the promises, by the names of their files.
    @Test func namedTestsAreThere() throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: root + "Tests")
        let names = Set(files.map { $0.split(separator: "/").last.map(String.init) ?? $0 })
        let promised = pages.flatMap { $0.text.components(separatedBy: "`") }.filter { word in
            word.hasSuffix("Tests") && word != "Tests" && !word.hasPrefix("Tamis") && word.allSatisfy(\.isLetter)
        }
        #expect(promised.count >= 6)
        for name in promised { #expect(names.contains(name + ".swift"), "there is no \(name)") }
    }
}

/// The checkout.
private let root = String(#filePath.dropLast("Tests/TamisCLITests/ReadmeTests.swift".count))

private let pages: [Page] = {
    let docs = (try? FileManager.default.subpathsOfDirectory(atPath: root + "docs")) ?? []
    let names = docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
    return (["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "python/README.md", "packaging/README.md"] + names).map(
        Page.init)
}()

/// A page of documentation.
struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    init(_ name: String) {
        self.name = name
        text = (try? String(contentsOfFile: root + name, encoding: .utf8)) ?? ""
    }

    /// The folder that the page's links start from.
    var folder: String { name.split(separator: "/").dropLast().map { $0 + "/" }.joined() }
    var testDescription: String { name }
}

/// A block of a page between "```sh" and "```", and the block marked `text` right under it: what it prints.
struct ShellExample: Sendable, CustomTestStringConvertible {
    let page: String
    let commands: String
    let output: String?

    static let all = pages.flatMap(examples)

    /// What it calls that a bare machine has not.
    var missingTools: [String] {
        Self.absentTools.filter(commands.contains)
    }

    /// What examples call and this machine lacks: the word in the example.
    private static let absentTools: [String] = {
        let probes = [
            ("jq ", "jq --version"), ("duckdb ", "duckdb --version"), ("parallel ", "parallel --version"),
            ("zstd ", "zstd --version"), ("from datatrove", "python3 -c 'import datatrove.pipeline.readers'"),
            ("trafilatura --json", "trafilatura --version"),
            ("from trafilatura", "python3 -c 'import trafilatura, warcio'"),
        ]
        return probes.filter { (try? Workspace().shell($0.1).isDone) != true }.map(\.0)
    }()

    var testDescription: String { "\(page): \(commands.prefix { $0 != "\n" })" }

    private static func examples(_ page: Page) -> [ShellExample] {
        page.text.components(separatedBy: "```sh\n").dropFirst().map { rest in
            let commands = rest.components(separatedBy: "```\n")[0]
            let after = rest.dropFirst(commands.count + "```\n".count)
            let shown = after.hasPrefix("```text\n") ? after.dropFirst("```text\n".count) : nil
            return ShellExample(
                page: page.name, commands: commands, output: shown?.components(separatedBy: "```\n")[0])
        }
    }
}

private func withoutTrailingBlanks(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}
