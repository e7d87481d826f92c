import Tamis
import Testing

private let haiku = "An old silent pond\nA frog jumps in\nAn old silent pond\n"
private let chorus = "La la la.\nRow, row!\nLa la la.\nla LA la.\n"

@Suite struct CoreSignalTests {
    @Test(arguments: sizes + vocabulary + repeats + characterKinds + lineShapes)
    func valueByHand(_ example: SignalExample) throws {
        let value = try measured(example.signal, Array(example.text.utf8))
        guard let value, let expected = example.value else {
            #expect(value == example.value)
            return
        }
        #expect(abs(value - expected) < 1e-12, "\(value), not \(expected)")
    }

    @Test func everySignalHasExamples() {
        let examples = sizes + vocabulary + repeats + characterKinds + lineShapes
        for signal in Signal.named("core") ?? [] {
            let count = examples.count { $0.signal == signal.name }
            #expect(count >= 3, "\(signal.name) has \(count) examples")
        }
    }

    @Test(arguments: ["", " ", "\n", "\t \u{3000}\r\n\n", "…\n!\n?", "۝"])
    func onlyCountsHaveValuesWithoutWords(_ text: String) {
        let signals = Signal.all.filter { $0.needs.contains(.words) }
        let document = SegmentedDocument(Document(id: "", utf8: Array(text.utf8)), levels: .all)
        let values = measure(document, signals: signals)
        for (signal, value) in zip(values.signals, values.values) {
            #expect(value == (signal.unit == .count ? 0 : nil), "\(signal.name)")
        }
    }
}

private let sizes: [SignalExample] = [
    SignalExample("char_count", "", 0),
    SignalExample("char_count", "Tea\r\n", 5),
    SignalExample("char_count", "café", 4),
    SignalExample("char_count", "cafe\u{301}", 5),
    SignalExample("char_count", "東京 👍🏽", 5),
    SignalExample("word_count", "", 0),
    SignalExample("word_count", " \n\t ", 0),
    SignalExample("word_count", "Hello", 1),
    SignalExample("word_count", "Don't pay 3.50 — or do!", 5),
    SignalExample("word_count", "東京へ", 3),
    SignalExample("line_count", "", 0),
    SignalExample("line_count", "\n \n\r\n", 0),
    SignalExample("line_count", "one\n\ntwo\r\nthree", 3),
    SignalExample("paragraph_count", "", 0),
    SignalExample("paragraph_count", "  ", 0),
    SignalExample("paragraph_count", "one\n\ntwo\n", 2),
    SignalExample("sentence_count", "", 0),
    SignalExample("sentence_count", "Hello", 1),
    SignalExample("sentence_count", "One. Two! Is it three?\nFour", 4),
    SignalExample("sentence_count", "今日は。明日も。", 2),
    SignalExample("mean_word_length", "", nil),
    SignalExample("mean_word_length", "...", nil),
    SignalExample("mean_word_length", "Hello", 5),
    SignalExample("mean_word_length", "to be wise", 8.0 / 3),
    SignalExample("mean_word_length", "Ärger über 東京", 11.0 / 4),
    SignalExample("mean_line_length", "", nil),
    SignalExample("mean_line_length", "\n\n", nil),
    SignalExample("mean_line_length", "four\n\nsix ab\n", 5),
    SignalExample("mean_line_length", "äö\n東", 1.5),
]

private let vocabulary: [SignalExample] = [
    SignalExample("unique_word_fraction", "", nil),
    SignalExample("unique_word_fraction", "word", 1),
    SignalExample("unique_word_fraction", "The cat the CAT", 0.5),
    SignalExample("unique_word_fraction", "cafe café Kafe", 2.0 / 3),
    SignalExample("unique_word_fraction", "東東京", 2.0 / 3),
    SignalExample("unigram_entropy", "", nil),
    SignalExample("unigram_entropy", "word Word word", 0),
    SignalExample("unigram_entropy", "one two", 0.693_147_180_559_945_3),
    SignalExample("unigram_entropy", "a a a b", 0.562_335_144_618_808_3),
    SignalExample("unigram_entropy", "a b c d", 1.386_294_361_119_890_6),
    SignalExample("distinct_2_fraction", "", nil),
    SignalExample("distinct_2_fraction", "one", nil),
    SignalExample("distinct_2_fraction", "one two", 1),
    SignalExample("distinct_2_fraction", "la la la la", 1.0 / 3),
    SignalExample("distinct_2_fraction", "a b a b a", 0.5),
    SignalExample("distinct_2_fraction", "the sea the sky the sea", 4.0 / 5),
    SignalExample("distinct_2_fraction", "ab c a bc", 1),
    SignalExample("distinct_5_fraction", "one two three four", nil),
    SignalExample("distinct_5_fraction", "one two three four five", 1),
    SignalExample("distinct_5_fraction", "a a a a a a a", 1.0 / 3),
    SignalExample("distinct_5_fraction", "a b c d e a b c d e", 5.0 / 6),
    SignalExample("distinct_20_fraction", String(repeating: "a ", count: 19), nil),
    SignalExample("distinct_20_fraction", String(repeating: "a ", count: 20), 1),
    SignalExample("distinct_20_fraction", String(repeating: "a ", count: 23), 0.25),
    SignalExample("distinct_20_fraction", String(repeating: "a b ", count: 12), 2.0 / 5),
    SignalExample("stop_word_fraction", "", nil),
    SignalExample("stop_word_fraction", "the", 1),
    SignalExample("stop_word_fraction", "The cat sat on THE mat", 0.5),
    SignalExample("stop_word_fraction", "don’t shout", 0.5),
    SignalExample("stop_word_fraction", "der Hund bellt", 0),
]

private let repeats: [SignalExample] = [
    SignalExample("excess_line_fraction", "", nil),
    SignalExample("excess_line_fraction", " \n ", nil),
    SignalExample("excess_line_fraction", "one", 0),
    SignalExample("excess_line_fraction", haiku, 1.0 / 3),
    SignalExample("excess_line_fraction", chorus, 0.5),
    SignalExample("excess_line_fraction", "a\n\n\nb\n", 0),
    SignalExample("excess_line_char_fraction", "", nil),
    SignalExample("excess_line_char_fraction", haiku, 18.0 / 51),
    SignalExample("excess_line_char_fraction", "東京\nab\n東京", 2.0 / 6),
    SignalExample("member_line_fraction", "", nil),
    SignalExample("member_line_fraction", haiku, 2.0 / 3),
    SignalExample("member_line_fraction", chorus, 0.75),
    SignalExample("member_line_char_fraction", "", nil),
    SignalExample("member_line_char_fraction", haiku, 36.0 / 51),
    SignalExample("member_line_char_fraction", "東京\nab\n東京", 4.0 / 6),
    SignalExample("excess_paragraph_fraction", "", nil),
    SignalExample("excess_paragraph_fraction", "Yes.\n\nYes.\n\nNo.", 1.0 / 3),
    SignalExample("excess_paragraph_fraction", "Yes.\n\nNo.", 0),
    SignalExample("excess_paragraph_char_fraction", "", nil),
    SignalExample("excess_paragraph_char_fraction", "Yes.\n\nYes.\n\nNo.", 4.0 / 11),
    SignalExample("excess_paragraph_char_fraction", "Yes.\n\nNo.", 0),
    SignalExample("member_paragraph_fraction", "", nil),
    SignalExample("member_paragraph_fraction", "Yes.\n\nYes.\n\nNo.", 2.0 / 3),
    SignalExample("member_paragraph_fraction", "Yes.\n\nNo.", 0),
    SignalExample("member_paragraph_char_fraction", "", nil),
    SignalExample("member_paragraph_char_fraction", "Yes.\n\nYes.\n\nNo.", 8.0 / 11),
    SignalExample("member_paragraph_char_fraction", "Yes.\n\nNo.", 0),
    SignalExample("excess_sentence_fraction", "", nil),
    SignalExample("excess_sentence_fraction", "It rained. It rained. We left.", 1.0 / 3),
    SignalExample("excess_sentence_fraction", "It rained.", 0),
    SignalExample("excess_sentence_char_fraction", "", nil),
    SignalExample("excess_sentence_char_fraction", "It rained. It rained. We left.", 10.0 / 28),
    SignalExample("excess_sentence_char_fraction", "It rained.", 0),
    SignalExample("member_sentence_fraction", "", nil),
    SignalExample("member_sentence_fraction", "It rained. It rained. We left.", 2.0 / 3),
    SignalExample("member_sentence_fraction", "It rained.", 0),
    SignalExample("member_sentence_char_fraction", "", nil),
    SignalExample("member_sentence_char_fraction", "It rained. It rained. We left.", 20.0 / 28),
    SignalExample("member_sentence_char_fraction", "It rained.", 0),
    SignalExample("excess_word_5gram_char_fraction", "", nil),
    SignalExample("excess_word_5gram_char_fraction", "too short", 0),
    SignalExample("excess_word_5gram_char_fraction", "a b c d e a b c d e", 0.5),
    SignalExample("excess_word_5gram_char_fraction", "a b c d e x a b c d e y", 5.0 / 12),
    SignalExample("excess_word_5gram_char_fraction", "a b c d e f a b c d e f", 0.5),
    SignalExample("excess_word_5gram_char_fraction", "aa aa aa aa aa aa aa aa", 7.0 / 8),
    SignalExample("excess_word_5gram_char_fraction", "ä b c d 東 ß b ä b c d 東", 5.0 / 12),
]

private let characterKinds: [SignalExample] = [
    SignalExample("digit_fraction", "", nil),
    SignalExample("digit_fraction", "year 2024", 4.0 / 9),
    SignalExample("digit_fraction", "٣½²", 1.0 / 3),
    SignalExample("uppercase_fraction", "", nil),
    SignalExample("uppercase_fraction", "NASA up", 4.0 / 7),
    SignalExample("uppercase_fraction", "Äb Жж ⅠZ", 4.0 / 8),
    SignalExample("symbol_fraction", "", nil),
    SignalExample("symbol_fraction", "a+b=c#", 2.0 / 6),
    SignalExample("symbol_fraction", "€5 👍!", 2.0 / 5),
    SignalExample("non_ascii_fraction", "", nil),
    SignalExample("non_ascii_fraction", "plain", 0),
    SignalExample("non_ascii_fraction", "né東", 2.0 / 3),
    SignalExample("non_ascii_fraction", "ne\u{301}", 1.0 / 3),
    SignalExample("whitespace_fraction", "", nil),
    SignalExample("whitespace_fraction", "\r\n\u{3000}\t", 1),
    SignalExample("whitespace_fraction", "a b\u{A0}c\n", 3.0 / 6),
    SignalExample("markup_fraction", "", nil),
    SignalExample("markup_fraction", "1 < 2 > 0 & a = b; x=\"y", 0),
    SignalExample("markup_fraction", "a<b>c</b>", 7.0 / 9),
    SignalExample("markup_fraction", "Q&amp;A", 5.0 / 7),
    SignalExample("markup_fraction", "&#8217;é", 7.0 / 8),
    SignalExample("markup_fraction", "see alt=\"né\" ok", 8.0 / 15),
    SignalExample("markup_fraction", "<a <b> width='3'", 12.0 / 16),
    SignalExample("markup_fraction", "<!-- x -->", 1),
]

private let lineShapes: [SignalExample] = [
    SignalExample("terminal_punctuation_line_fraction", "", nil),
    SignalExample("terminal_punctuation_line_fraction", "Home\nIt ends. \nSo?”\n「はい。」\nWait…", 4.0 / 5),
    SignalExample("terminal_punctuation_line_fraction", "a,\nb:\nc;\n(d)", 0),
    SignalExample("short_line_fraction", "", nil),
    SignalExample("short_line_fraction", "  " + String(repeating: "é", count: 30) + "  ", 1),
    SignalExample("short_line_fraction", String(repeating: "é", count: 31) + "\nMenu", 0.5),
    SignalExample("short_line_fraction", String(repeating: "👍", count: 30), 1),
    SignalExample("bullet_line_fraction", "", nil),
    SignalExample("bullet_line_fraction", "• one\n  - two\n* three\n-4 °C\nfive", 3.0 / 5),
    SignalExample("bullet_line_fraction", "-\n●", 0.5),
    SignalExample("ellipsis_line_fraction", "", nil),
    SignalExample("ellipsis_line_fraction", "More...\nMore…\n[…]\nEnd.\n..", 3.0 / 5),
    SignalExample("ellipsis_line_fraction", "… and so on", 0),
    SignalExample("question_line_fraction", "", nil),
    SignalExample("question_line_fraction", "Why?\n“Who?”\n何？\nهل؟\nOh!", 4.0 / 5),
    SignalExample("question_line_fraction", "? no", 0),
]
