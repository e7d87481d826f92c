/// Lines that site software prints: form fields, forums, public bodies' banners, affiliate notices.
extension FurniturePhrase {
    static let platforms: [FurniturePhrase] = [
        .init(
            .commentForm, .anywhere, "this field is for validation purposes *", wordLimit: 12,
            matches: ["This field is for validation purposes and should be left unchanged."]),
        .init(
            .commentForm, .anywhere, "this field is hidden when viewing the form",
            matches: ["This field is hidden when viewing the form"]),
        .init(
            .commentForm, .anywhere, "please enter a valid email *", wordLimit: 6,
            matches: ["Please enter a valid email address"]),
        .init(
            .commentForm, .tail, "leave a replycancel reply", opensBlock: true, matches: ["Leave a ReplyCancel reply"]),
        .init(.commentForm, .tail, "expand full comment", matches: ["Expand full comment"]),
        .init(.commentForm, .tail, "new follow up comments", matches: ["new follow-up comments"]),
        .init(.commentForm, .tail, "new replies to my comments", matches: ["new replies to my comments"]),
        .init(.commentForm, .tail, "0 more comments", matches: ["12 more comments..."]),
        .init(
            .commentForm, .edge, "was this page helpful *", wordLimit: 6,
            matches: ["Was this page helpful?", "Was this page helpful? Yes No"]),
        .init(.commentForm, .edge, "was this article helpful *", wordLimit: 6, matches: ["Was this article helpful?"]),
        .init(.commentForm, .edge, "rate this *", wordLimit: 4, matches: ["Rate this recipe", "Rate this post"]),
        .init(
            .commentForm, .edge, "thank you your submission has been received",
            matches: ["Thank you! Your submission has been received!"]),
        .init(.commentForm, .anywhere, "add to quote", matches: ["Add to quote"]),
        .init(.commentForm, .anywhere, "reply quote *", wordLimit: 3, matches: ["Reply Quote", "Reply Quote Like"]),
        .init(.commentForm, .tail, "post your reply", matches: ["Post your reply"]),
        .init(.shareBar, .edge, "x twitter", matches: ["X (Twitter)"]),
        .init(.shareBar, .anywhere, "toggle caption", matches: ["toggle caption"]),
        .init(.shareBar, .anywhere, "hide caption", matches: ["hide caption"]),
        .init(.shareBar, .anywhere, "image 0 of 0", matches: ["Image 1 of 5"]),
        .init(.shareBar, .anywhere, "back to gallery", matches: ["Back to Gallery"]),
        .init(.shareBar, .edge, "open in a new tab", matches: ["Open in a new tab"]),
        .init(
            .shareBar, .edge, "follow us on telegram *", wordLimit: 18,
            matches: ["Follow us on Telegram, Facebook, Instagram, YouTube and X for the latest news and updates"]),
        .init(
            .newsletter, .anywhere, "subscribe now to keep reading *", wordLimit: 14,
            matches: ["Subscribe now to keep reading and get access to the full archive."]),
        .init(
            .newsletter, .anywhere, "to continue reading *", wordLimit: 10,
            matches: ["To continue reading, subscribe or log in."],
            misses: ["He wanted to continue reading by candlelight."]),
        .init(
            .newsletter, .anywhere, "this article is for subscribers *", wordLimit: 8,
            matches: ["This article is for subscribers only."]),
        .init(.newsletter, .tail, "ready for more", opensBlock: true, matches: ["Ready for more?"]),
        .init(.newsletter, .edge, "type your email", matches: ["Type your email…"]),
        .init(.newsletter, .edge, "start your substackget the app", matches: ["Start your SubstackGet the app"]),
        .init(
            .newsletter, .edge, "substack is the home for great culture",
            matches: ["Substack is the home for great culture"]),
        .init(
            .newsletter, .edge, "discover more from *", wordLimit: 8, opensBlock: true,
            matches: ["Discover more from Harbour News"]),
        .init(.newsletter, .edge, "manage subscription", matches: ["Manage subscription"]),
        .init(.newsletter, .edge, "start free trial", matches: ["Start free trial"]),
        .init(.newsletter, .edge, "start your free trial *", wordLimit: 5, matches: ["Start your free trial"]),
        .init(.newsletter, .edge, "log in subscribe", matches: ["Log in | Subscribe"]),
        .init(
            .newsletter, .edge, "to subscribe to this rss feed *", wordLimit: 20,
            matches: ["To subscribe to this RSS feed, copy and paste this URL into your RSS reader."]),
        .init(.newsletter, .edge, "got a tip *", wordLimit: 6, matches: ["Got a tip?", "Got a tip? Tell us."]),
        .init(
            .consent, .edge, "we and our partners *", wordLimit: 60,
            matches: ["We and our partners process data to provide:"],
            misses: ["For years we and our partners rowed the same boat."]),
        .init(
            .consent, .edge, "an official website of the united states government",
            matches: ["An official website of the United States government"]),
        .init(.consent, .edge, "here s how you know", matches: ["Here's how you know"]),
        .init(.consent, .edge, "official websites use gov *", wordLimit: 20, matches: ["Official websites use .gov"]),
        .init(
            .consent, .edge, "secure gov websites use https *", wordLimit: 30,
            matches: ["Secure .gov websites use HTTPS"]),
        .init(.consent, .edge, "interest based ads", matches: ["Interest-Based Ads"]),
        .init(.consent, .edge, "about our ads", matches: ["About our ads"]),
        .init(
            .navigation, .edge, "you are using an out of date browser *", wordLimit: 20,
            matches: ["You are using an out of date browser. It may not display this or other websites correctly."]),
        .init(.navigation, .edge, "table of contents", matches: ["Table of Contents"]),
        .init(.navigation, .edge, "in this section", matches: ["In this section"]),
        .init(.navigation, .edge, "jump to section", matches: ["Jump to section"]),
        .init(.navigation, .anywhere, "return to top", matches: ["Return to top"]),
        .init(.navigation, .edge, "expand collapse search", matches: ["expand/collapse search"]),
        .init(.navigation, .edge, "what are you looking for", matches: ["What are you looking for?"]),
        .init(.navigation, .edge, "new posts", matches: ["New posts"]),
        .init(.navigation, .edge, "search forums", matches: ["Search forums"]),
        .init(.navigation, .edge, "go to page", matches: ["Go to page:"]),
        .init(.navigation, .edge, "sign in with *", wordLimit: 4, matches: ["Sign in with Google"]),
        .init(.navigation, .edge, "edit this page", matches: ["Edit this page"]),
        .init(.navigation, .edge, "improve this page", matches: ["Improve this page"]),
        .init(.navigation, .edge, "report a bug", matches: ["Report a bug"]),
        .init(.navigation, .edge, "help centre", matches: ["Help Centre"]),
        .init(.navigation, .edge, "helpful links", opensBlock: true, matches: ["Helpful Links"]),
        .init(.navigation, .edge, "get a demo", matches: ["Get a demo"]),
        .init(.navigation, .edge, "uk edition", matches: ["UK edition"]),
        .init(.navigation, .edge, "us edition", matches: ["US edition"]),
        .init(.navigation, .edge, "breaking news", matches: ["Breaking News"]),
        .init(.navigation, .edge, "watch live", matches: ["Watch live"]),
        .init(.navigation, .edge, "today s paper", matches: ["Today's paper"]),
        .init(.navigation, .edge, "letters to the editor", matches: ["Letters to the Editor"]),
        .init(.footer, .edge, "terms and rules", matches: ["Terms and rules"]),
        .init(.footer, .edge, "work for us", matches: ["Work for us"]),
        .init(.footer, .edge, "press room", matches: ["Press Room"]),
        .init(.footer, .edge, "reuse this content", matches: ["Reuse this content"]),
        .init(.footer, .edge, "reprints and permissions", matches: ["Reprints and permissions"]),
        .init(.footer, .edge, "contact the author", matches: ["Contact the author"]),
        .init(.footer, .edge, "modern slavery statement", matches: ["Modern slavery statement"]),
        .init(
            .footer, .edge, "forum software by xenforo *", wordLimit: 10,
            matches: ["Forum software by XenForo® © 2010-2020 XenForo Ltd."]),
        .init(
            .footer, .edge, "community platform by xenforo *", wordLimit: 10,
            matches: ["Community platform by XenForo® © 2010-2024 XenForo Ltd."]),
        .init(
            .footer, .edge, "as an amazon associate *", wordLimit: 12,
            matches: ["As an Amazon Associate I earn from qualifying purchases."],
            misses: ["She left her job as an Amazon associate to bake."]),
        .init(
            .footer, .edge, "this post may contain affiliate links *", wordLimit: 40,
            matches: ["This post may contain affiliate links. Read my disclosure for details."]),
        .init(
            .footer, .edge, "when you purchase through links *", wordLimit: 30,
            matches: ["When you purchase through links on our site, we may earn an affiliate commission."]),
        .init(
            .footer, .edge, "if you buy something through *", wordLimit: 30,
            matches: ["If you buy something through our links, we may earn a commission."]),
    ]
}
