import Testing

@testable import Tamis

@Suite struct HardWrappingTests {
    static let wrapped = """
        A proposal to wrap text
        The text of this letter was wrapped by the program that sent it, so each
        line ends where the next word would not have fitted. Two paragraphs are
        set apart by a blank line, and that is all the mark-up there is.

        What a reader takes for one paragraph is a run of lines, however long it
        may be. A program that takes each line for a paragraph finds no sentence
        that is whole, and counts a paragraph three times. These are the points
        that it has to see:
        - a list item starts a paragraph of its own, even where no blank line
          stands before it;
        - so does the next one.
          A shorter line starts another.
        """

    @Test func paragraphsOfWrappedText() {
        let document = SegmentedDocumentTests.segmented(Self.wrapped)
        #expect(document.isHardWrapped)
        let paragraphs = document.paragraphs.map { String(decoding: document.folded[$0.foldedRange], as: UTF8.self) }
        #expect(paragraphs.count == 6)
        #expect(paragraphs.first == "a proposal to wrap text")
        #expect(paragraphs[1].hasPrefix("the text of this letter") && paragraphs[1].hasSuffix("mark-up there is."))
        #expect(paragraphs[2].hasPrefix("what a reader takes") && paragraphs[2].hasSuffix("that it has to see:"))
        #expect(
            paragraphs[3] == "- a list item starts a paragraph of its own, even where no blank line stands before it;")
        #expect(paragraphs[4...] == ["- so does the next one.", "a shorter line starts another."])
    }

    @Test func sentencesRunOverWrappedLines() {
        let document = SegmentedDocumentTests.segmented(Self.wrapped.replacing("\n", with: "\r\n"))
        let sentences = document.sentences.map { String(decoding: document.folded[$0.foldedRange], as: UTF8.self) }
        #expect(
            sentences.contains("two paragraphs are set apart by a blank line, and that is all the mark-up there is."))
    }

    static let poem = (1...6).map { "When stanza \($0) begins its early song\nthe lines are short\nand stay apart\n" }
    static let list = (1...12).map { "item number \($0) of this list is not the longest\n" }
    static let table = (10...24).map { "row \($0)   of the table     with columns    that are padded   to one width\n" }
    static let article = (1...9).map { _ in
        "a paragraph per line, each with one more thought than would fit a page of eighty columns, and no blank lines at all\n"
            + "so it goes on\n"
    }

    @Test(arguments: [poem, list, table, article])
    func otherTextHasAParagraphPerLine(lines: [String]) {
        let document = SegmentedDocumentTests.segmented(lines.joined())
        #expect(!document.isHardWrapped)
        #expect(document.paragraphs.map(\.range) == document.lines.map(\.range))
    }
}
