extension RandomArticle {
    /// A small vocabulary, so that chance repeats are common.
    static var words: [String] {
        [
            "the", "river", "bridge", "on", "of", "a", "council", "met", "rose", "Monday", "12", "3.5", "Anna",
            "open-source",
            "harbour", "U.S.", "and", "it's", "school", "nobody", "said", "to", "road", "straße", "naïve", "2024",
            "A.I.",
        ]
    }

    static var sentences: [String] {
        [
            "The council met on Monday and agreed to mend the bridge before the winter comes.",
            "Nobody was hurt when the old school burned down in the night.",
            "Who said that the river would rise again?", "He said: “No.” She left at 3 p.m. on Jan. 5.",
            "Bora Bora is far away, and bye bye is what they said.",
        ]
    }

    static var furniture: [String] {
        [
            "Share", "Facebook", "Twitter", "WhatsApp", "Share this:", "Advertisement", "Original article", "Read more",
            "Related articles", "Latest articles", "Leave a reply", "Cancel reply", "Name", "Email", "Website", "Home",
            "Please enter your comment!", "Please enter your name here", "spot_imgspot_img", "0 COMMENTS",
            "Save my name, email, and website in this browser for the next time I comment.", "Previous article",
            "Subscribe to our newsletter", "5 min read", "We use cookies to improve your experience on our site.",
            "Like Loading...", "Copyright © 2024 The Example. All rights reserved.", "Tags: river, bridge", "Next »",
            "lorem ipsum dolor sit amet", "Story continues below advertisement", "Posted in News", "Loading…",
        ]
    }

    static var markup: [String] {
        [
            "alignnone size-large wp-image-1234\" src=\"https://example.org/a.jpg\" alt=\"\" width=\"640\" />",
            "<p>", "</p>", "<br/>", "<b>bold</b>", "<div class=\"x\"><span>",
            "[caption id=\"attachment_1\" align=\"left\"]",
            "[/caption]", "<script>var a = 1; if (a < 2) { b(); }</script>", "<style>.a { color: red }</style>",
            "<!-- x -->",
            "&nbsp;", "&amp;nbsp;", "&lt;p&gt;", "<", ">", "a < b", "\" />", "class=\"a\" id=\"b\" style=\"c\"",
            "<a href=\"x",
            "<script>", "</div></div>", "[gallery ids=\"1,2\"]", "&quot;",
        ]
    }

    static var characters: [String] {
        [
            "\u{0}", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{80}", "\u{85}", "\u{200B}", "\u{AD}", "\u{FEFF}", "\u{200C}",
            "\u{200D}",
            "\u{2060}", "&nbsp;", "&#8217;", "&#x27;", "&amp;", "&ampnbsp;", "&amp;amp;nbsp;", "\t", "\u{B}", "\u{C}",
            "\u{A0}",
            "\u{2028}", "\u{2029}", "&shy;", "&#0;", "&#xD800;", "&hellip;", "&zwj;", "&#10;", "&#13;", "&", "\u{301}",
            "&&nbsp;",
        ]
    }

    static var scripts: [String] {
        [
            "Совет собрался в понедельник и решил починить мост до зимы.", "理事会は月曜日に集まり、冬の前に橋を直すことを決めました。",
            "เรือข้ามฟากวิ่งอีกครั้ง\u{200B}ตั้งแต่วันจันทร์", "اجتمع المجلس يوم الاثنين وقرر إصلاح الجسر قبل الشتاء.",
            "می\u{200C}خواهم به خانه بروم", "Το συμβούλιο συνήλθε τη Δευτέρα.", "👩\u{200D}🚀 flies 🇩🇪", "東京", "वह घर गया।",
            "ရေယာဉ် ပြန်ပြေးသည်", "היא הלכה הביתה.",
        ]
    }

    static var structures: [String] {
        [
            "- one\n- two\n- one\n- two", "Q: Who?\nA: Nobody.\nQ: Why?\nA: Nobody.",
            "name | age\nAnna | 12\nAnna | 12",
            "```\nif (a < b) { return &nbsp; }\nif (a < b) { return &nbsp; }\n```",
            "    let a = b\n    let a = b\n    print(a)",
            "O river, O river\nthe bridge is gone\nO river, O river\nthe road is long", "1. One\n2. Two\n3. One",
            "Yes.\nNo.\nYes.",
            "* * *", "---", "# Heading\n\n## Heading", "ANNA\nNo.\nBEN\nNo.\nANNA\nYes.", "```\n<p>a</p>\n",
            "Page 1\nPage 2\nPage 1",
        ]
    }
}
