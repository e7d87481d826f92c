/// Footers, advertisements, widget placeholders and lines that lead to the source or the rest of an article.
extension FurniturePhrase {
    static let footers: [FurniturePhrase] = [
        .init(
            .footer, .edge, "* all rights reserved", wordLimit: 14,
            matches: ["© 2024 Harbour News Ltd. All rights reserved.", "All Rights Reserved"],
            misses: ["The town did not keep all rights reserved to it by the old charter."]),
        .init(
            .footer, .edge, "all rights reserved *", wordLimit: 20,
            matches: ["All rights reserved. Harbour News is not responsible for other sites."]),
        .init(.footer, .edge, "copyright", matches: ["Copyright"]),
        .init(
            .footer, .edge, "copyright 0 *", wordLimit: 14, matches: ["Copyright © 2024 Harbour News"],
            misses: ["The copyright in letters belongs to those who wrote them."]),
        .init(
            .footer, .tail, "0 all rights reserved *", wordLimit: 14,
            matches: ["© 2020–2024 All rights reserved Harbour News"]),
        .init(
            .footer, .edge, "privacy policy *", wordLimit: 6,
            matches: ["Privacy Policy", "Privacy Policy | Terms & Conditions"],
            misses: ["Privacy policy is now a matter for the courts and not for us"]),
        .init(.footer, .edge, "privacy", matches: ["Privacy"]),
        .init(.footer, .edge, "privacy notice", matches: ["Privacy Notice"]),
        .init(.footer, .edge, "privacy statement", matches: ["Privacy Statement"]),
        .init(.footer, .edge, "privacy terms", matches: ["Privacy & Terms"]),
        .init(.footer, .edge, "terms of use *", wordLimit: 5, matches: ["Terms of Use", "Terms of Use | Privacy"]),
        .init(.footer, .edge, "terms of service *", wordLimit: 5, matches: ["Terms of Service"]),
        .init(.footer, .edge, "terms of sale", matches: ["Terms of Sale"]),
        .init(.footer, .edge, "terms conditions", matches: ["Terms & Conditions"]),
        .init(.footer, .edge, "terms and conditions *", wordLimit: 5, matches: ["Terms and Conditions"]),
        .init(.footer, .edge, "terms", matches: ["Terms"]),
        .init(.footer, .edge, "legal *", wordLimit: 2, matches: ["Legal", "Legal notice"]),
        .init(.footer, .edge, "imprint", matches: ["Imprint"]),
        .init(.footer, .edge, "accessibility", matches: ["Accessibility"]),
        .init(.footer, .edge, "accessibility statement", matches: ["Accessibility Statement"]),
        .init(.footer, .edge, "sitemap", matches: ["Sitemap"]),
        .init(.footer, .edge, "site map", matches: ["Site map"]),
        .init(.footer, .edge, "site index", matches: ["Site Index"]),
        .init(.footer, .edge, "code of conduct", matches: ["Code of conduct"]),
        .init(.footer, .edge, "community guidelines", matches: ["Community guidelines"]),
        .init(.footer, .edge, "media kit", matches: ["Media kit"]),
        .init(.footer, .edge, "masthead", matches: ["Masthead"]),
        .init(.footer, .edge, "place an ad", matches: ["Place an ad"]),
        .init(.footer, .edge, "advertise *", wordLimit: 3, matches: ["Advertise", "Advertise with us"]),
        .init(.footer, .edge, "rss feed", matches: ["RSS feed"]),
        .init(.footer, .edge, "rss feeds", matches: ["RSS feeds"]),
        .init(
            .footer, .edge, "powered by *", wordLimit: 5, matches: ["Powered by WordPress"],
            misses: ["Powered by wind alone, the mill ran day and night."]),
        .init(
            .footer, .edge, "proudly powered by wordpress *", wordLimit: 8, matches: ["Proudly powered by WordPress"]),
        .init(.footer, .edge, "theme by *", wordLimit: 5, matches: ["Theme by Harbour Themes"]),
        .init(.footer, .edge, "website by *", wordLimit: 5, matches: ["Website by Harbour Studio"]),
        .init(
            .footer, .edge, "this material may not be published *", wordLimit: 14,
            matches: ["This material may not be published, broadcast, rewritten, or redistributed."]),
        .init(.footer, .edge, "affiliate disclosure", matches: ["Affiliate Disclosure"]),
        .init(.footer, .edge, "about the author", matches: ["About the Author"]),
        .init(.footer, .edge, "0 min read", matches: ["5 min read"]),
        .init(.footer, .edge, "0 minute read", matches: ["5-minute read"]),
        .init(.footer, .edge, "0 minutes read", matches: ["5 minutes read"]),
        .init(.footer, .edge, "reading time *", wordLimit: 5, matches: ["Reading time: 5 minutes"]),
        .init(.footer, .edge, "estimated reading time *", wordLimit: 6, matches: ["Estimated reading time: 5 minutes"]),
        .init(.footer, .edge, "0 views", matches: ["120 views"]),
        .init(.footer, .edge, "post views 0 *", wordLimit: 4, matches: ["Post Views: 120"]),
    ]

    static let advertisements: [FurniturePhrase] = [
        .init(
            .advertisement, .anywhere, "advertisement",
            matches: ["Advertisement", "- Advertisement -", "ADVERTISEMENT"],
            misses: ["The advertisement", "Advertisement for a cook"]),
        .init(.advertisement, .anywhere, "advertisements", matches: ["Advertisements"]),
        .init(
            .advertisement, .anywhere, "advertisement *", wordLimit: 5,
            matches: ["Advertisement - Continue Reading Below", "Advertisement. Scroll to continue reading"],
            misses: ["Advertisement paid for half of the paper."]),
        .init(
            .advertisement, .anywhere, "story continues below *", wordLimit: 6,
            matches: ["Story continues below advertisement", "Story continues below"],
            misses: ["The story continues below the waterline with a diver."]),
        .init(
            .advertisement, .anywhere, "article continues below *", wordLimit: 6,
            matches: ["Article continues below advertisement"]),
        .init(
            .advertisement, .anywhere, "article continues after *", wordLimit: 6,
            matches: ["Article continues after advertisement"]),
        .init(.advertisement, .anywhere, "continue reading below", matches: ["Continue Reading Below"]),
        .init(
            .advertisement, .anywhere, "scroll to continue *", wordLimit: 6,
            matches: ["Scroll to continue reading", "Scroll to continue with content"]),
        .init(.advertisement, .anywhere, "sponsored content", matches: ["Sponsored Content"]),
        .init(.advertisement, .anywhere, "sponsored links", matches: ["Sponsored links"]),
        .init(.advertisement, .anywhere, "sponsored", matches: ["Sponsored"]),
        .init(.advertisement, .edge, "promoted *", wordLimit: 2, matches: ["Promoted", "Promoted content"]),
        .init(.advertisement, .edge, "paid content", matches: ["Paid content"]),
        .init(.advertisement, .edge, "partner content", matches: ["Partner content"]),
        .init(.advertisement, .anywhere, "ad", matches: ["AD"], misses: ["AD 79"]),
        .init(.advertisement, .edge, "ads", matches: ["Ads"]),
        .init(.advertisement, .edge, "ads by google", matches: ["Ads by Google"]),
        .init(.advertisement, .edge, "report this ad", matches: ["Report this ad"]),
        .init(.advertisement, .edge, "remove ads", matches: ["Remove ads"]),
        .init(.advertisement, .edge, "advertising", matches: ["Advertising"]),
    ]

    static let placeholders: [FurniturePhrase] = [
        .init(.placeholder, .anywhere, "spot img", matches: ["spot_img"]),
        .init(.placeholder, .anywhere, "spot imgspot img", matches: ["spot_imgspot_img"]),
        .init(.placeholder, .anywhere, "* image widget", wordLimit: 3, matches: ["Image widget"]),
        .init(
            .placeholder, .anywhere, "lorem ipsum dolor sit amet *", wordLimit: 400,
            matches: ["Lorem ipsum dolor sit amet, consectetur adipiscing elit."],
            misses: ["Printers set lorem ipsum where the words are not yet written."]),
        .init(.placeholder, .anywhere, "featured image", matches: ["Featured image"]),
        .init(.placeholder, .anywhere, "image not found", matches: ["Image not found"]),
        .init(.placeholder, .anywhere, "image placeholder", matches: ["Image placeholder"]),
        .init(.placeholder, .anywhere, "view image in fullscreen", matches: ["View image in fullscreen"]),
        .init(.placeholder, .anywhere, "open image in gallery", matches: ["Open image in gallery"]),
        .init(.placeholder, .anywhere, "click to expand", matches: ["Click to expand..."]),
        .init(
            .placeholder, .anywhere, "click to enlarge *", wordLimit: 4,
            matches: ["Click to enlarge", "Click to enlarge image"]),
        .init(.placeholder, .anywhere, "tap to unmute", matches: ["Tap to unmute"]),
        .init(.placeholder, .anywhere, "this is a modal window", matches: ["This is a modal window."]),
        .init(.placeholder, .anywhere, "video player is loading", matches: ["Video Player is loading."]),
        .init(.placeholder, .anywhere, "play video", matches: ["Play Video"]),
        .init(.placeholder, .anywhere, "email protected", matches: ["[email protected]"]),
        .init(
            .placeholder, .anywhere, "your browser does not support *", wordLimit: 10,
            matches: ["Your browser does not support the video tag."]),
        .init(
            .placeholder, .anywhere, "javascript is disabled *", wordLimit: 12,
            matches: ["JavaScript is disabled in your browser."]),
    ]

    static let credits: [FurniturePhrase] = [
        .init(
            .credit, .anywhere, "original article *", wordLimit: 4,
            matches: ["Original article", "Original article source"],
            misses: ["The original article was longer."]),
        .init(
            .credit, .edge, "the post * appeared first on *", wordLimit: 40,
            matches: ["The post The river rises again appeared first on Harbour News."],
            misses: ["The post appeared first on Monday.", "The post that he had wanted appeared first."]),
        .init(.credit, .anywhere, "original source", matches: ["Original source"]),
        .init(.credit, .anywhere, "source link", matches: ["Source link"]),
        .init(.credit, .anywhere, "view original *", wordLimit: 4, matches: ["View original", "View original post"]),
        .init(
            .credit, .anywhere, "read the original *", wordLimit: 5,
            matches: ["Read the original article", "Read the original article here"]),
        .init(.credit, .anywhere, "read original article", matches: ["Read original article"]),
        .init(
            .credit, .anywhere, "read full article *", wordLimit: 5,
            matches: ["Read full article", "Read Full Article Here"]),
        .init(
            .credit, .anywhere, "read the full article *", wordLimit: 5,
            matches: ["Read the full article", "Read the full article here"]),
        .init(.credit, .anywhere, "read the full story *", wordLimit: 5, matches: ["Read the full story here"]),
        .init(
            .credit, .anywhere, "read more", matches: ["Read more", "Read More…", "Read more »"],
            misses: ["Read more poems aloud", "I want to read more"]),
        .init(.credit, .edge, "read more *", wordLimit: 12, matches: ["Read more: Ferry fares to rise in spring"]),
        .init(.credit, .anywhere, "read more about this *", wordLimit: 6, matches: ["Read more about this story"]),
        .init(
            .credit, .anywhere, "continue reading *", wordLimit: 6,
            matches: ["Continue reading", "Continue reading the main story"],
            misses: ["Continue reading aloud until the child has fallen asleep."]),
        .init(.credit, .anywhere, "also read", matches: ["Also read:"]),
        .init(.credit, .edge, "also read *", wordLimit: 16, matches: ["Also read: Ferry fares to rise in spring"]),
        .init(
            .credit, .anywhere, "read also *", wordLimit: 16,
            matches: ["Read also: Ferry fares to rise in spring", "READ ALSO"]),
        .init(.credit, .anywhere, "also see", matches: ["Also see:"]),
        .init(.credit, .edge, "see also", matches: ["See also:"]),
        .init(.credit, .edge, "learn more", matches: ["Learn more"]),
        .init(.credit, .edge, "find out more", matches: ["Find out more"]),
        .init(.credit, .edge, "click here *", wordLimit: 3, matches: ["Click here", "Click here now"]),
        .init(.credit, .edge, "written by", matches: ["Written by"]),
        .init(.credit, .edge, "posted by", matches: ["Posted by"]),
        .init(.credit, .edge, "with inputs from *", wordLimit: 6, matches: ["(With inputs from agencies)"]),
        .init(.credit, .tail, "about the authors", matches: ["About the authors"]),
    ]
}
