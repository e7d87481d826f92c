import Foundation
import Testing

/// The examples of the library are programs: the build compiles `Snippets`, and pages show them with what they print.
struct SnippetTests {
    @Test(arguments: CodeExample.all)
    func exampleIsAProgramThatPrintsThis(_ example: CodeExample) throws {
        let folder = CodeExample.root + "Snippets/"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        // What only prints what the page shows is behind the mark that DocC has for such lines.
        let name = try #require(
            names.first { name in
                let text = (try? String(contentsOfFile: folder + name, encoding: .utf8)) ?? ""
                return text.components(separatedBy: "// snippet.hide\n")[0] == example.code
            }, "no file of Snippets is this example")
        let program = (Spawn.command as NSString).deletingLastPathComponent + "/" + name.dropLast(".swift".count)
        let run = try Workspace().shell("'\(program)'")
        #expect(run.isDone && run.text == example.output, "\(run)")
    }

    /// A library that prints is no library: nothing below `Sources` does, its pages included.
    @Test func noPageOfTheLibraryPrints() {
        #expect(!CodeExample.all.contains { $0.page.hasPrefix("Sources/") && $0.code.contains(/\bprint\(/) })
    }

    @Test func everyProgramIsShown() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: CodeExample.root + "Snippets")
        #expect(names.count >= 6 && CodeExample.all.count == names.count)
        let first = try #require(CodeExample.all.first { $0.page == "README.md" })
        #expect(
            first.code.split(separator: "\n", omittingEmptySubsequences: false).count == 11, "ten lines and their end")
    }
}

/// A block of Swift in a page, and the block of text under it.
struct CodeExample: Sendable, CustomTestStringConvertible {
    let page: String
    let code: String
    let output: String

    static let root = String(#filePath.dropLast("Tests/TamisCLITests/SnippetTests.swift".count))
    static let all: [CodeExample] = {
        let catalog = "Sources/Tamis/Tamis.docc"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root + catalog)) ?? []
        return (["README.md"] + names.sorted().map { catalog + "/" + $0 }).flatMap(examples)
    }()

    var testDescription: String { "\(page): \(code.split(separator: "\n").dropFirst().first ?? "")" }

    private static func examples(_ page: String) -> [CodeExample] {
        let text = (try? String(contentsOfFile: root + page, encoding: .utf8)) ?? ""
        return text.components(separatedBy: "```swift\n").dropFirst().map { rest in
            let code = rest.components(separatedBy: "```\n")[0]
            let shown = rest.components(separatedBy: "```text\n").dropFirst().first ?? ""
            return CodeExample(page: page, code: code, output: shown.components(separatedBy: "```\n")[0])
        }
    }
}
