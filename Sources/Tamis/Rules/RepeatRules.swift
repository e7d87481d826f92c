extension Rule {
    /// The rules that find what a document says twice.
    static let repeats: [Rule] = [
        Rule(
            "repeated-line",
            "A line that stands earlier in the document, also in quotes or with a site name behind it; the first copy "
                + "stays. Of a table of contents and its headings the headings stay.",
            guards: "Lines under three words, list items, fields of a record, spoken lines and lines that ask or "
                + "announce go only beside their copy or as the title. What recurs three times or more between different "
                + "lines is a label and stays, unless a line of five words or more repeats beside it or its first copy is "
                + "among the first three lines; so do up to eight words that end no sentence and recur behind other prose. "
                + "Table rows, code and verse stay.",
            examples: [
                "The river rises again\n⟦The river rises again\n⟧It rained for days.\n⟦The River rises  again\n⟧So it went.",
                "The river rises again\n⟦“The river rises again”\n⟧It rained for days.",
                "“No.”\n“Why not?”\n“No.”\n“No reason?”\n“No.”",
                "| Monday | 4 |\n| Tuesday | 2 |\n| Monday | 4 |",
                "Page 1\nThe first page of the report.\nPage 2\nThe second page of the report.",
                """
                A history of the harbour
                ⟦The harbour before the bridge
                Who paid for it
                What the ferrymen did
                ⟧The harbour before the bridge
                Boats had to wait for the tide.
                Who paid for it
                The town did, and for thirty years.
                What the ferrymen did
                They opened an inn.
                """,
                """
                A history of the harbour
                ⟦The harbour: before the bridge
                The bridge: who paid for it
                What the ferrymen did
                ⟧All of it is told in order, by the people who were there.
                The harbour: before the bridge
                Boats had to wait for the tide.
                The bridge: who paid for it
                The town did, and for thirty years.
                What the ferrymen did
                They opened an inn.
                ⟦All of it is told in order, by the people who were there.
                ⟧It was a good inn.
                """,
                """
                A history of the harbour
                ⟦“The harbour before the bridge”
                “Who paid for the bridge”
                “What the ferrymen did then”
                ⟧“The harbour before the bridge”
                Boats had to wait for the tide.
                “Who paid for the bridge”
                The town did, and for thirty years.
                “What the ferrymen did then”
                They opened an inn.
                """,
                """
                Three bicycles
                We rode each of them for a month over hills and along the river, in rain and in sun, and with a full load.
                The Heron
                Best for small children
                It has a low frame and a belt in place of a chain, and it stands up to rain and to salt as no other did.
                The Swift
                Best for small children
                It is the lightest of the three by far, which one feels on each hill, and a child can lift it up the stairs.
                """,
                """
                The Swift
                Weight
                12 kg
                Gears
                Eight
                The Martin
                Weight
                15 kg
                Gears
                Eight
                The Heron
                Weight
                21 kg
                Gears
                Three
                """,
                "The Heron\nWeight: 12 kg\nGears: 8\nThe Martin\nWeight: 15 kg\nGears: 8\nThe Swift\nWeight: 12 kg\nGears: 3",
                "Verse 1\nWe left at noon\nand it rained\n\nChorus\nRow over the bay\n\nVerse 2\nWe came home late\n\nChorus\nRow over the bay",
            ],
            matches: { context in repeatedLines(in: context.text) }),
        Rule(
            "repeated-paragraph", "A paragraph of several lines that stands earlier in the document.",
            levels: .paragraphs,
            examples: [
                """
                The ferry leaves from the northern pier at noon, and it is the only
                way to reach the island in winter, when the bridge is closed to all.

                Passengers are asked to wait inside the hall until the bell has rung
                three times, since the pier is narrow and the planks are often wet.

                ⟦The ferry leaves from the northern pier at noon, and it is the only
                way to reach the island in winter, when the bridge is closed to all.
                ⟧
                Tickets are sold on board by the second mate, who takes coins but no
                notes, and who will not wait for anyone who has yet to find a purse.
                """
            ],
            matches: { context in repeatedParagraphs(in: context.text) }),
        Rule(
            "repeated-sentence", "A sentence that stands earlier in the document, word for word.",
            guards: "It has five words or more, asks nothing, and at least 40 % of its paragraph's words stay. One "
                + "that repeats alone, without the sentence beside it, goes only where its copy stands in the same "
                + "paragraph or in the first five; a teaser that is its paragraph's first sentence is left to near-repeat.",
            limits: [
                Limit(
                    name: "word_count", value: 5, bounds: 3...100, summary: "the fewest words of a sentence that goes"),
                Limit(
                    name: "kept_fraction", value: 0.4, bounds: 0...1,
                    summary: "the least part of a paragraph's words that must stay"),
            ],
            levels: [.sentences, .words],
            examples: [
                """
                The ferry leaves from the pier at noon. Bring a coat.
                It is the only way in winter, and the crossing is rough. ⟦The ferry leaves from the pier at noon. ⟧\
                Tickets are sold on board.
                """,
                "He said no. She said no. He said no.",
                """
                Bread
                Anna Berg
                It takes a day.
                Flour
                Water
                Mix the flour with the water. Let it rest for five minutes.
                Add the salt and fold the dough twice. Let it rest for five minutes.
                """,
                """
                Bread
                Anna Berg
                It takes a day.
                Flour
                Water
                Fold the dough twice from each side. Let it rest for five minutes. Then knead it again.
                This is how it is done. ⟦Fold the dough twice from each side. Let it rest for five minutes. ⟧It is soft now.
                """,
            ],
            matches: { context in repeatedSentences(in: context) }),
        Rule(
            "near-repeat",
            "A paragraph that says what another one says in nearly the same words, such as a teaser above the full text "
                + "or a pull quote.",
            guards: "Numbers and names that differ make it another paragraph; lists, tables, code and verse stay, and "
                + "so does what a caption repeats with a remark in brackets behind it. Over six paragraphs away goes only "
                + "what the first five have.",
            limits: [
                Limit(
                    name: "jaccard", value: 0.85, bounds: 0.5...1,
                    summary: "the least Jaccard similarity of the words, copies counted"),
                Limit(
                    name: "containment", value: 0.95, bounds: 0.5...1,
                    summary: "the least part of the shorter paragraph's words that stand in the longer one"),
                Limit(
                    name: "word_count", value: Double(nearRepeatWordCount), bounds: 4...1000,
                    summary: "the fewest words of a paragraph that goes"),
            ],
            levels: [.paragraphs, .words], usesWordRuns: true,
            examples: [
                """
                ⟦The ferry leaves from the northern pier at noon every day.
                ⟧The ferry leaves from the northern pier at noon every day, and tickets are sold on board.
                """,
                """
                The ferry leaves from the northern pier at noon every day, in any weather, said the mate.
                ⟦The ferry also leaves from the northern pier at noon every day, in any weather, said the mate.
                ⟧Tickets are sold on board.
                """,
                """
                The harbour in spring
                ⟦The ferry leaves from the northern pier at noon every day, in any weather, and takes …
                ⟧The ferry leaves from the northern pier at noon every day, in any weather, and takes the mail.
                """,
                """
                The ferry leaves from the northern pier at noon every day.
                It rained, and all of them went home.
                The ferry leaves from the northern pier at noon every day. (Anna Berg/The Harbour Post)
                """,
                """
                >>> from ferry import leave; leave(pier='north', hour=12, day='any', weather='any', crew='all')
                It leaves.
                >>> from ferry import leave; leave(pier='north', hour=12, day='any', weather='any', crew='all', late=True)
                """,
                """
                Bread
                Anna Berg
                It takes a day.
                Flour
                Water
                The setting for ovens tells the baker when it may be opened and what is taken out of it.
                Salt
                Oil
                Yeast
                Time
                Heat
                Steam
                The setting for stoves tells the baker when it may be opened and what is taken out of it.
                """,
                """
                The ferry carried 410 people from the northern pier at noon that day, in any weather, said the mate.
                The ferry carried 520 people from the northern pier at noon that day, in any weather, said the mate.
                """,
                """
                Паром отошёл от северного причала ровно в полдень при любой погоде, сказала капитан Анна Берг вчера.
                Паром отошёл от северного причала ровно в полдень при любой погоде, сказала капитан Анна Даль вчера.
                """,
                """
                The setting `open_pier` tells the ferry when it may leave the northern pier and whom it takes along.
                The setting `shut_pier` tells the ferry when it may leave the northern pier and whom it takes along.
                """,
            ],
            matches: { context in nearRepeats(in: context) }),
    ]
}
