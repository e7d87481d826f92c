import Tamis
import Testing

/// One small text for each definition in which the systems differ.
@Suite struct FamilyExampleTests {
    static let examples: [SignalExample] = [
        // Later copies of three lines; DCLM and dolma count all copies.
        .init("datatrove_dup_line_frac", "a\nb\na", 1.0 / 3),
        .init("gopher_dup_line_frac", "a\nb\na", 2.0 / 3),
        .init("dolma_fraction_of_duplicate_lines", "a\nb\na", 2.0 / 3),
        // Empty pieces at both ends are copies to datatrove, blank lines are to dolma.
        .init("datatrove_dup_line_frac", "\n", 0.5),
        .init("gopher_dup_line_frac", "\n", nil),
        .init("dolma_fraction_of_duplicate_lines", "a\n\nb\n\nc", 2.0 / 5),
        // A run that stands once counts in datatrove and dolma, not in DCLM and RedPajama.
        .init("datatrove_top_2_gram", "ab cd", 1),
        .init("dolma_fraction_of_characters_in_most_common_2grams", "ab cd", 1),
        .init("gopher_top_2_gram", "ab cd", 0),
        .init("rps_doc_frac_chars_top_2gram", "ab cd", 0),
        .init("datatrove_top_2_gram", "ab", nil),
        // Words are joined without a space.
        .init("datatrove_dup_5_gram", "ab c d e f | a bc d e f", 6.0 / 23),
        .init("datatrove_dup_5_gram", "a b c d e a b c d e", 5.0 / 19),
        .init("gopher_dup_5_gram", "a b c d e a b c d e", 1),
        // White space of Python, not of Unicode.
        .init("datatrove_word_count", "one\u{1C}two\u{A0}three\u{200B}", 3),
        .init("datatrove_bullet_line_ratio", "- a\u{85}b\u{2028}  • c\r\nd", 0.5),
        .init("datatrove_non_symbol_word_count", "— , １ one 2", 2),
        .init("datatrove_stop_word_count", "The the the of", 2),
        .init("gopher_stop_word_count", "The the the of", 4),
        // White space behind the mark hides it.
        .init("fineweb_line_punct_ratio", "One.\nTwo. \n\nThree。", 2.0 / 3),
        .init("fineweb_char_dup_ratio", "ab\nab\ncd", 2.0 / 6),
        .init("c4_kept_line_count", "Read all of this.\nMenu\nWait for more...\nUse coo\u{212A}ies for all.", 1),
        .init("c4_sentence_count", "He won it.[3] All cheered him![edit]", 2),
        .init("c4_lorem_ipsum_count", "Lorem Ipsum is here.\nHe wrote { and }.", 1),
        .init("c4_curly_bracket_count", "Lorem Ipsum is here.\nHe wrote { and }.", 0),
        .init("rps_doc_word_count", "E-mail – ... ok", 3),
        .init("rps_doc_mean_word_length", "É", 2),
        .init("rps_doc_frac_unique_words", "ΟΔΟΣ οδος οδοσ", 2.0 / 3),
        .init("rps_doc_frac_all_caps_words", "NATO said: Ⅷ", 0.5),
        .init("rps_doc_num_sentences", "Dr. A. said 3.5! ...", 4),
        .init("rps_doc_lorem_ipsum", "Lorem, Ipsum", 1.0 / 11),
        // NeMo's measures of repeats are of what stays.
        .init("nemo_repeated_lines", "a\nb\na", 2.0 / 3),
        .init("nemo_repeated_lines_char", "ab\nc\nab", 3.0 / 5),
        .init("nemo_repeated_paragraphs", "a\n\n\n\na", 2.0 / 3),
        .init("nemo_repeated_paragraphs_char", "\n\n", nil),
        // The run's places in the text, also inside of words, but not over two blanks.
        .init("nemo_repeating_top_2grams", "ab cd ab cd", 10.0 / 11),
        .init("nemo_repeating_top_2grams", "a b a b xa bx a  b", 9.0 / 18),
        .init("nemo_repeating_top_3grams", "ab cd", 1),
        .init("nemo_repeating_top_3grams", " ", nil),
        .init("nemo_repeating_dup_5gram", "a b c d e a b c d e", 9.0 / 19),
        .init("nemo_repeating_dup_5gram", "a a a a a a a", 11.0 / 13),
        .init("nemo_alpha_numeric", "Ab1,.\n; é", 3.0 / 9),
        .init("nemo_numbers_ratio", "12 ٣٤", 2.0 / 5),
        .init("nemo_urls_ratio", "http:// https://a.b/~c", 12.0 / 22),
        .init("nemo_white_space", "a\u{8}\u{A0} ", 0.5),
        .init("nemo_parentheses_ratio", "(⟨x⟩)", 0.8),
        .init("nemo_symbol_to_word", "# ## #a# a#b -» […] x", 4.0 / 7),
        .init("nemo_words_without_alphabets", "½ ٣ Ⅷ ab", 0.5),
        .init("nemo_common_english_words", "the The the the", 2),
        .init("nemo_max_word_length", "a caf\u{E9} b", 4),
        .init("nemo_bullet_ratio", "• a\n- b\n\n  ⦿ c\n* d", 0.5),
        .init("nemo_punctuation", "One.\n“Two.”\nThree! ", 1.0 / 3),
        .init("nemo_ellipsis", "Read More\nread more..\nmore…\nend.", 0.75),
        .init("nemo_boilerplate_string_ratio", "Our Coo\u{212A}ie Policy\n\nNews\n\n", 1.0 / 3),
        .init("nemo_boilerplate_string_ratio", "Uses cookies\n\nLorem ipsum\n\nc", 1),
    ]

    @Test(arguments: examples)
    func value(_ example: SignalExample) throws {
        #expect(try measured(example.signal, Array(example.text.utf8)) == example.value)
    }

    @Test(arguments: [
        ("rps_lines_num_words", "One, two\n\nthree", [2, 0, 1]),
        ("rps_lines_uppercase_letter_fraction", "ABc\nd", [0.5, 0]),
        ("rps_lines_numerical_chars_fraction", "1a ½!\n", [0.5]),
        ("rps_lines_start_with_bulletpoint", "", [nil]),
        ("rps_lines_ending_with_terminal_punctution_mark", "“a.”\n\"a.\"", [1, 0]),
        ("c4_lines_kept", "One two three.\r\n\r\nOne two.", [1, 0, 0]),
    ])
    func lineValues(_ name: String, _ text: String, _ expected: [Double?]) throws {
        let signals = try #require(Signal.named(name))
        let document = SegmentedDocument(Document(id: "", utf8: Array(text.utf8)), levels: signals.needs.levels)
        #expect(measure(document, signals: signals).lineValues(at: 0) == expected)
    }
}
