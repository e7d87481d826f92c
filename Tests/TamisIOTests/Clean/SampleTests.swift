import Tamis
import Testing

@testable import TamisIO

/// Every sample against its golden, byte for byte, and the way back.
@Suite struct SampleTests {
    private static let folder =
        String(#filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }) + "/samples"

    private static let folders = ["/articles", "/jsonl", "/tables", "/archives"]

    @Test(arguments: folders.flatMap { part in names(in: folder + part).map { part + "/" + $0 } })
    func isAsRecorded(path: String) throws {
        let input = try #require(contents(of: Self.folder + path))
        let expected = try #require(contents(of: Self.folder + "/expected" + path))
        let run = try Cleaning(input) { $0.annotationField = nil }
        #expect(run.output == expected)
        #expect(try run.restored() == input)
        let again = try Cleaning(run.output) { $0.annotationField = nil }
        #expect(again.output == run.output)
    }

    @Test func thereIsAGoldenForEachAndNoOther() {
        for folder in Self.folders {
            let samples = names(in: Self.folder + folder)
            #expect(samples == names(in: Self.folder + "/expected" + folder) && !samples.isEmpty)
        }
    }
}
