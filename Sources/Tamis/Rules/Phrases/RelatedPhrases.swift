/// Headers of lists that lead to other articles, and teasers that name one.
extension FurniturePhrase {
    static let relatedArticles: [FurniturePhrase] = [
        .init(
            .related, .tail, "related articles", opensBlock: true, matches: ["Related articles", "RELATED ARTICLES:"]),
        .init(.related, .tail, "related posts", opensBlock: true, matches: ["Related Posts"]),
        .init(.related, .tail, "related stories", opensBlock: true, matches: ["Related Stories"]),
        .init(.related, .tail, "related news", opensBlock: true, matches: ["Related news"]),
        .init(.related, .tail, "related content", opensBlock: true, matches: ["Related Content"]),
        .init(
            .related, .tail, "related topics *", wordLimit: 4, opensBlock: true,
            matches: ["Related Topics", "Related topics:"]),
        .init(.related, .tail, "related reading", opensBlock: true, matches: ["Related reading"]),
        .init(.related, .tail, "related reads", opensBlock: true, matches: ["Related Reads"]),
        .init(.related, .tail, "related links", opensBlock: true, matches: ["Related links"]),
        .init(.related, .tail, "related tags", opensBlock: true, matches: ["Related tags"]),
        .init(.related, .tail, "related products", opensBlock: true, matches: ["Related products"]),
        .init(.related, .tail, "related videos", opensBlock: true, matches: ["Related videos"]),
        .init(
            .related, .tail, "related", opensBlock: true, matches: ["Related", "RELATED:"], misses: ["Related work"]),
        .init(.related, .tail, "latest articles", opensBlock: true, matches: ["Latest articles"]),
        .init(.related, .edge, "latest news *", wordLimit: 3, opensBlock: true, matches: ["Latest News"]),
        .init(.related, .edge, "latest posts", opensBlock: true, matches: ["Latest Posts"]),
        .init(.related, .edge, "latest stories", opensBlock: true, matches: ["Latest stories"]),
        .init(.related, .edge, "latest videos", opensBlock: true, matches: ["Latest videos"]),
        .init(.related, .edge, "latest reviews", opensBlock: true, matches: ["Latest reviews"]),
        .init(.related, .edge, "latest issue", opensBlock: true, matches: ["Latest issue"]),
        .init(.related, .edge, "the latest", opensBlock: true, matches: ["The Latest"]),
        .init(.related, .edge, "latest", matches: ["Latest"]),
        .init(.related, .tail, "recent posts", opensBlock: true, matches: ["Recent Posts"]),
        .init(.related, .tail, "recent articles", opensBlock: true, matches: ["Recent articles"]),
        .init(.related, .tail, "recent comments", opensBlock: true, matches: ["Recent Comments"]),
        .init(.related, .tail, "recent blog posts", opensBlock: true, matches: ["Recent Blog Posts"]),
        .init(.related, .tail, "recent stories", opensBlock: true, matches: ["Recent stories"]),
        .init(
            .related, .edge, "most popular *", wordLimit: 4, opensBlock: true,
            matches: ["Most Popular", "Most popular this week"],
            misses: ["Most popular of all was the plum cake"]),
        .init(.related, .edge, "most read *", wordLimit: 3, opensBlock: true, matches: ["Most Read"]),
        .init(.related, .edge, "most viewed *", wordLimit: 3, opensBlock: true, matches: ["Most viewed"]),
        .init(.related, .edge, "most commented", opensBlock: true, matches: ["Most commented"]),
        .init(.related, .tail, "popular posts", opensBlock: true, matches: ["Popular Posts"]),
        .init(.related, .tail, "popular articles", opensBlock: true, matches: ["Popular articles"]),
        .init(.related, .edge, "popular topics", opensBlock: true, matches: ["Popular topics"]),
        .init(.related, .edge, "popular", matches: ["Popular"]),
        .init(
            .related, .edge, "trending *", wordLimit: 2, opensBlock: true,
            matches: ["Trending", "Trending now", "Trending Topics"]),
        .init(.related, .edge, "top stories *", wordLimit: 3, opensBlock: true, matches: ["Top Stories"]),
        .init(
            .related, .edge, "editor s picks *", wordLimit: 3, opensBlock: true,
            matches: ["Editor's Picks", "Editor’s picks"]),
        .init(.related, .edge, "editors picks *", wordLimit: 3, opensBlock: true, matches: ["Editors' Picks"]),
        .init(.related, .edge, "editor s choice", opensBlock: true, matches: ["Editor's choice"]),
        .init(
            .related, .edge, "must read *", wordLimit: 3, opensBlock: true, matches: ["Must Read", "Must-read stories"]),
        .init(.related, .edge, "must watch", opensBlock: true, matches: ["Must watch"]),
        .init(
            .related, .edge, "don t miss *", wordLimit: 4, opensBlock: true, matches: ["Don't miss", "Don’t Miss:"],
            misses: ["Don't miss the last ferry back to the mainland"]),
        .init(
            .related, .tail, "you may also like *", wordLimit: 5, opensBlock: true,
            matches: ["You may also like", "You May Also Like..."]),
        .init(
            .related, .tail, "you might also like *", wordLimit: 5, opensBlock: true, matches: ["You might also like"]),
        .init(
            .related, .tail, "you may also be interested in *", wordLimit: 7, opensBlock: true,
            matches: ["You may also be interested in:"]),
        .init(
            .related, .tail, "you might also be interested in *", wordLimit: 8, opensBlock: true,
            matches: ["You might also be interested in"]),
        .init(.related, .tail, "you may have missed", opensBlock: true, matches: ["You may have missed"]),
        .init(
            .related, .tail, "you might be interested in *", wordLimit: 6, opensBlock: true,
            matches: ["You might be interested in"]),
        .init(
            .related, .tail, "in case you missed it *", wordLimit: 6, opensBlock: true,
            matches: ["In case you missed it"]),
        .init(
            .related, .tail, "recommended for you *", wordLimit: 4, opensBlock: true, matches: ["Recommended for you"]),
        .init(.related, .tail, "recommended posts", opensBlock: true, matches: ["Recommended posts"]),
        .init(.related, .tail, "recommended articles", opensBlock: true, matches: ["Recommended articles"]),
        .init(.related, .tail, "recommended stories", opensBlock: true, matches: ["Recommended Stories"]),
        .init(.related, .tail, "recommended reading", opensBlock: true, matches: ["Recommended reading"]),
        .init(.related, .tail, "recommended", opensBlock: true, matches: ["Recommended"]),
        .init(.related, .tail, "suggested for you", opensBlock: true, matches: ["Suggested for you"]),
        .init(.related, .tail, "picked for you", opensBlock: true, matches: ["Picked for you"]),
        .init(
            .related, .tail, "more stories *", wordLimit: 4, opensBlock: true,
            matches: ["More stories", "More stories for you"]),
        .init(
            .related, .tail, "more articles *", wordLimit: 4, opensBlock: true,
            matches: ["More articles", "More Articles Like This"]),
        .init(.related, .tail, "more news *", wordLimit: 3, opensBlock: true, matches: ["More news"]),
        .init(.related, .tail, "more posts", opensBlock: true, matches: ["More posts"]),
        .init(
            .related, .tail, "more from *", wordLimit: 6, opensBlock: true,
            matches: ["More from Harbour News", "More from this author"],
            misses: ["More from less was the slogan of the mill for years"]),
        .init(.related, .tail, "more in *", wordLimit: 4, opensBlock: true, matches: ["More in Business"]),
        .init(.related, .tail, "more on this *", wordLimit: 4, opensBlock: true, matches: ["More on this story"]),
        .init(.related, .tail, "more like this *", wordLimit: 4, opensBlock: true, matches: ["More like this"]),
        .init(.related, .tail, "more to explore", opensBlock: true, matches: ["More to explore"]),
        .init(.related, .tail, "more top stories", opensBlock: true, matches: ["More top stories"]),
        .init(
            .related, .tail, "explore more *", wordLimit: 6, opensBlock: true,
            matches: ["Explore more", "Explore more on these topics"]),
        .init(.related, .tail, "read next", opensBlock: true, matches: ["Read next"]),
        .init(.related, .tail, "what to read next", opensBlock: true, matches: ["What to read next"]),
        .init(.related, .tail, "up next", opensBlock: true, matches: ["Up next"]),
        .init(.related, .tail, "watch next", opensBlock: true, matches: ["Watch next"]),
        .init(.related, .tail, "from our partners", opensBlock: true, matches: ["From our partners"]),
        .init(.related, .tail, "around the web", opensBlock: true, matches: ["Around the Web"]),
        .init(.related, .tail, "from around the web", opensBlock: true, matches: ["From around the web"]),
        .init(
            .related, .tail, "keep reading", matches: ["Keep reading"],
            misses: ["Keep reading until the end of the chapter"]),
        .init(.related, .tail, "similar threads", opensBlock: true, matches: ["Similar threads"]),
        .init(.related, .tail, "similar posts", opensBlock: true, matches: ["Similar Posts"]),
        .init(.related, .tail, "other articles *", wordLimit: 4, opensBlock: true, matches: ["Other articles"]),
        .init(.related, .tail, "tags", opensBlock: true, matches: ["Tags:", "TAGS"]),
        .init(
            .related, .tail, "tags *", matches: ["Tags: harbour, ferries, tides"],
            misses: ["Price tags hung from every branch."]),
        .init(.related, .tail, "topics", opensBlock: true, matches: ["Topics"]),
        .init(
            .related, .tail, "categories *", wordLimit: 5, opensBlock: true,
            matches: ["Categories", "Categories: Garden"]),
        .init(
            .related, .edge, "filed under *", matches: ["Filed under: Garden, Kitchen"],
            misses: ["The letter was filed under the wrong name."]),
        .init(.related, .edge, "posted in *", matches: ["Posted in Garden", "Posted in News, Sport"]),
        .init(
            .related, .edge, "tagged *", wordLimit: 6, matches: ["Tagged bread, rye"],
            misses: ["Tagged birds came back to the same barn after two winters."]),
        .init(.related, .tail, "archives", opensBlock: true, matches: ["Archives"]),
    ]
}
