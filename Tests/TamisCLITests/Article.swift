import Foundation
import Testing

/// Texts the tests clean.
enum Article {
    /// A share bar and a headline that stands twice.
    static let dirty = """
        The river rises again
        Share
        Facebook
        Twitter

        The river rose by a metre on Monday, and the lower road was closed before the school bus came.

        The river rises again

        Nobody was hurt, and the fire brigade lent its pumps to the three houses by the bridge.

        """

    /// The same, cleaned.
    static let clean = """
        The river rises again

        The river rose by a metre on Monday, and the lower road was closed before the school bus came.

        Nobody was hurt, and the fire brigade lent its pumps to the three houses by the bridge.

        """

    /// A text in which no rule finds anything.
    static let plain = """
        The mill turns

        After eleven years of repairs the mill on the brook turned on Sunday, to the sound of the brass band.

        """

    /// `dirty` as a record of JSON Lines.
    static let record = #"{"id":"r1","n":1.10,"text":""# + dirty.replacing("\n", with: "\\n") + #"","x":[1, 2]}"# + "\n"

    /// That record cleaned, without an annotation.
    static let cleanRecord =
        #"{"id":"r1","n":1.10,"text":""# + clean.replacing("\n", with: "\\n") + #"","x":[1, 2]}"# + "\n"

    /// A page with all its furniture, from the samples.
    static func page() throws -> String {
        let path = #filePath.dropLast("/Tests/TamisCLITests/Article.swift".count) + "/samples/furniture/news-page.txt"
        let labelled = String(decoding: try #require(FileManager.default.contents(atPath: String(path))), as: UTF8.self)
        return labelled.split(separator: "\n").map { $0.dropFirst(2) + "\n" }.joined()
    }
}
