extension Rule {
    /// The rules that find scraper remains inside one document.
    static let debris: [Rule] = [
        Rule(
            "listed-line", "A line that the phrases file lists.",
            levels: .lines,
            examples: [],
            matches: { context in
                guard !context.listedLines.isEmpty else { return [] }
                return context.text.lines.filter { context.listedLines.contains($0.key) }
                    .map { .cut($0.range.lowerBound..<$0.end, .debris("listed by the user")) }
            }),
        Rule(
            "markup-fragment",
            "What is left of HTML in text that is HTML no more: attribute tails, tags, shortcodes, lone entities, scripts.",
            guards: "Code samples stay, and so do tags in a text that shows code, but for what is left of a picture's.",
            examples: [
                """
                A headline of the day
                ⟦"alignnone size-medium wp-image-4" src="" alt="A headline of the day" />
                ⟧The article begins here.
                """,
                """
                The bridge ⟦<img class="wide" src="bridge.jpg">⟧ was closed on Monday.
                """,
                """
                They met⟦<br />⟧ at the <old harbour> at noon, when 3 < 4 still held.
                """,
                """
                ⟦[caption id="attachment_12" align="aligncenter" width="300"]⟧The mill in spring⟦[/caption]⟧
                Nobody knew why [the owner] left.
                """,
                """
                The town council met.
                ⟦window.dataLayer = window.dataLayer || [];
                ⟧It will meet again.
                """,
                """
                The town council met.
                ⟦<script type="text/javascript">
                  show(12);
                </script>
                ⟧It will meet again.
                """,
                """
                ⟦&nbsp;
                ⟧The town council met.
                """,
                "The interval [where x = 3 holds] and a <b and c = d> then; write <!-- and then the words.",
                """
                Write the row like this:
                ```
                <img class="wide" src="bridge.jpg">
                ```
                """,
                """
                ⟦"alignnone size-full wp-image-7" src="" alt="The row" />
                ⟧import mill
                import river
                def row(): return "<img class='wide'>"
                It writes a <img class="wide" src="bridge.jpg">. Use size-4 for the mill and size-8 for the bridge.
                """,
            ],
            matches: { context in markupFragments(in: context.text) }),
        Rule(
            "self-concatenation", "A line or a token that is one string two or more times in a row; one copy stays.",
            guards: "The string has four characters or more, and words of running prose such as 'Bora Bora' stay.",
            levels: .words,
            examples: [
                "The harbour opened.\nspot_img⟦spot_img⟧\nShips came.",
                "Read more⟦Read more⟧\nShips came.",
                "They ate couscous on Bora Bora and said bye bye.",
                "Bora Bora",
                "20242024",
            ],
            matches: { context in selfConcatenations(in: context.text) }),
        Rule(
            "placeholder", "Where a widget, an advertisement or sample text should have been.",
            guards: "Only whole lines.", usesPhrases: true,
            examples: [
                "The harbour opened.\n⟦spot_img\n⟧Ships came.",
                "The harbour opened.\n⟦Advertisement\n⟧Ships came.",
                "The harbour opened.\n⟦{{ post.title }}\n⟧Ships came.",
                "An advertisement in the paper said so.",
            ],
            matches: { context in placeholders(in: context) }),
        Rule(
            "page-furniture",
            "Lines of the web site around an article: comment forms, share bars, consent notices, newsletter prompts, "
                + "headers of other articles, navigation.",
            guards:
                "Whole lines: of at most ten words that a phrase of the table takes, inside the article only with a "
                + "neighbour of the same kind; or with odds that reach the level, judged by words, shape and the lines around. "
                + "The title, the author, code, verse, questions and answers stay.",
            limits: [
                Limit(
                    name: "level", value: 0, bounds: 0...2,
                    summary: "how much goes: 0 gentle, 1 standard, 2 strict; --furniture sets it")
            ],
            levels: [.words, .paragraphs], usesPhrases: true, judgesLines: true, looksAround: true,
            examples: [
                """
                The town council met on Monday evening and agreed to rebuild the old bridge before the summer is over.
                ⟦Leave a Reply
                Please enter your comment!
                Please enter your name here⟧
                """,
                """
                The town council met on Monday evening and agreed to rebuild the old bridge before the summer is over.
                Name
                The river has no name in the old maps, said the council, and so none was given to the bridge either.
                """,
            ],
            matches: { context in pageFurniture(in: context) }),
    ]
}
