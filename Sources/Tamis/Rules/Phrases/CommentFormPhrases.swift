/// Comment forms and the controls around comments.
extension FurniturePhrase {
    static let commentForms: [FurniturePhrase] = [
        .init(
            .commentForm, .tail, "leave a reply *", wordLimit: 8, opensBlock: true,
            matches: ["Leave a Reply", "LEAVE A REPLY Cancel reply", "Leave a Reply to Anna Cancel reply"],
            misses: ["Leave a reply to the king was his last wish.", "He would not leave a reply"]),
        .init(
            .commentForm, .tail, "leave a comment *", wordLimit: 6, opensBlock: true,
            matches: ["Leave a comment", "Leave A Comment Cancel Reply"],
            misses: ["Leave a comment below and tell us how your bread turned out."]),
        .init(
            .commentForm, .tail, "leave your comment *", wordLimit: 6, opensBlock: true, matches: ["Leave your comment"]
        ),
        .init(.commentForm, .tail, "leave a response", opensBlock: true, matches: ["Leave a response"]),
        .init(.commentForm, .tail, "leave comment", opensBlock: true, matches: ["Leave comment"]),
        .init(.commentForm, .tail, "post a comment", opensBlock: true, matches: ["Post a Comment"]),
        .init(.commentForm, .tail, "post comment", matches: ["POST COMMENT"]),
        .init(.commentForm, .tail, "add a comment", opensBlock: true, matches: ["Add a comment..."]),
        .init(.commentForm, .tail, "add comment", opensBlock: true, matches: ["Add Comment"]),
        .init(.commentForm, .tail, "add your comment *", wordLimit: 6, opensBlock: true, matches: ["Add your comment"]),
        .init(.commentForm, .tail, "write a comment *", wordLimit: 5, opensBlock: true, matches: ["Write a comment…"]),
        .init(.commentForm, .tail, "submit comment", matches: ["Submit Comment"]),
        .init(.commentForm, .tail, "submit a comment *", wordLimit: 5, opensBlock: true, matches: ["Submit a Comment"]),
        .init(.commentForm, .tail, "post reply", matches: ["Post reply"]),
        .init(.commentForm, .tail, "join the conversation", opensBlock: true, matches: ["Join the conversation"]),
        .init(.commentForm, .tail, "join the discussion", opensBlock: true, matches: ["Join the discussion"]),
        .init(.commentForm, .tail, "start the conversation", opensBlock: true, matches: ["Start the conversation"]),
        .init(.commentForm, .tail, "have your say", opensBlock: true, matches: ["Have your say"]),
        .init(
            .commentForm, .tail, "discussion about this *", wordLimit: 5, opensBlock: true,
            matches: ["Discussion about this post"]),
        .init(
            .commentForm, .anywhere, "* cancel reply", wordLimit: 8,
            matches: ["Cancel reply", "Deixe um comentário Cancel reply"],
            misses: ["Cancel reply mode in the settings."]),
        .init(.commentForm, .anywhere, "please enter your comment", matches: ["Please enter your comment!"]),
        .init(.commentForm, .anywhere, "please enter your name here", matches: ["Please enter your name here"]),
        .init(
            .commentForm, .anywhere, "please enter your email address *", wordLimit: 6,
            matches: ["Please enter your email address here"]),
        .init(
            .commentForm, .anywhere, "you have entered an incorrect email address",
            matches: ["You have entered an incorrect email address!"]),
        .init(
            .commentForm, .anywhere, "save my name *", wordLimit: 20,
            matches: [
                "Save my name, email, and website in this browser for the next time I comment.",
                "Save my name and email in this browser",
            ], misses: ["To save my name I had to go to court."]),
        .init(
            .commentForm, .anywhere, "your email address will not be *", wordLimit: 16,
            matches: [
                "Your email address will not be published.",
                "Your email address will not be published. Required fields are marked *",
            ]),
        .init(
            .commentForm, .anywhere, "required fields are marked *", wordLimit: 5,
            matches: ["Required fields are marked *"]),
        .init(
            .commentForm, .anywhere, "email will not be published *", wordLimit: 6,
            matches: ["Email (will not be published) (required)"]),
        .init(
            .commentForm, .anywhere, "notify me of *", wordLimit: 12,
            matches: ["Notify me of new posts by email.", "Notify me of follow-up comments by email."],
            misses: ["Nobody had to notify me of the change."]),
        .init(.commentForm, .tail, "notify of", matches: ["Notify of"]),
        .init(.commentForm, [.tail, .neighbour], "name required", matches: ["Name (required)"]),
        .init(.commentForm, [.tail, .neighbour], "email required", matches: ["Email (required)"]),
        .init(.commentForm, [.tail, .neighbour], "email address required", matches: ["Email Address (required)"]),
        .init(.commentForm, .neighbour, "name", matches: ["Name", "Name*", "Name:"], misses: ["The name"]),
        .init(.commentForm, .neighbour, "your name", matches: ["Your Name"], misses: ["What is your name?"]),
        .init(.commentForm, .neighbour, "first name", matches: ["First Name *"]),
        .init(.commentForm, .neighbour, "last name", matches: ["Last Name *"]),
        .init(.commentForm, .neighbour, "email", matches: ["Email", "Email:*"]),
        .init(.commentForm, .neighbour, "email address", matches: ["Email Address*"]),
        .init(.commentForm, .neighbour, "your email *", wordLimit: 3, matches: ["Your email", "Your email address"]),
        .init(.commentForm, .neighbour, "website", matches: ["Website", "Website:"]),
        .init(.commentForm, .neighbour, "your website", matches: ["Your website"]),
        .init(.commentForm, .neighbour, "phone number", matches: ["Phone Number"]),
        .init(.commentForm, .neighbour, "comment", matches: ["Comment", "Comment *"]),
        .init(.commentForm, .neighbour, "your comment", matches: ["Your comment"]),
        .init(.commentForm, [.tail, .neighbour], "type here", matches: ["Type here.."]),
        .init(.commentForm, .neighbour, "submit", matches: ["Submit"]),
        .init(.commentForm, .neighbour, "cancel", matches: ["Cancel"]),
        .init(.commentForm, .neighbour, "message", matches: ["Message*"]),
        .init(.commentForm, .tail, "log in to leave a comment", matches: ["Log in to leave a comment"]),
        .init(.commentForm, .tail, "log in to *", wordLimit: 5, matches: ["Log in to Reply", "Log in to comment"]),
        .init(
            .commentForm, .tail, "you must be logged in to *", wordLimit: 12,
            matches: ["You must be logged in to post a comment."]),
        .init(
            .commentForm, .tail, "you must log in *", wordLimit: 12,
            matches: ["You must log in or register to reply here."]),
        .init(.commentForm, .tail, "comments are closed *", wordLimit: 5, matches: ["Comments are closed."]),
        .init(.commentForm, .tail, "comments", opensBlock: true, matches: ["Comments", "COMMENTS:"]),
        .init(.commentForm, .edge, "0 comment", matches: ["1 Comment"]),
        .init(.commentForm, .edge, "0 comments", matches: ["12 comments", "(3) Comments"]),
        .init(.commentForm, .edge, "comments 0", matches: ["Comments (12)"]),
        .init(.commentForm, .edge, "no comments *", wordLimit: 3, matches: ["No comments", "No Comments Yet"]),
        .init(.commentForm, .tail, "view comments *", wordLimit: 3, matches: ["View Comments", "View comments (4)"]),
        .init(.commentForm, .tail, "show comments *", wordLimit: 3, matches: ["Show comments"]),
        .init(.commentForm, .tail, "view all comments *", wordLimit: 4, matches: ["View all comments"]),
        .init(.commentForm, .tail, "load more comments", matches: ["Load more comments"]),
        .init(.commentForm, .anywhere, "loading comments", matches: ["Loading Comments..."]),
        .init(.commentForm, .tail, "inline feedbacks", matches: ["Inline Feedbacks"]),
        .init(
            .commentForm, .tail, "0 thoughts on *", wordLimit: 16, opensBlock: true,
            matches: ["3 thoughts on “A pot of soup”"], misses: ["My thoughts on soup"]),
        .init(
            .commentForm, .tail, "0 responses to *", wordLimit: 16, opensBlock: true,
            matches: ["4 Responses to A pot of soup"]),
        .init(.commentForm, .tail, "be the first to comment *", wordLimit: 8, matches: ["Be the first to comment"]),
        .init(
            .commentForm, .anywhere, "this site uses akismet *", wordLimit: 16,
            matches: [
                "This site uses Akismet to reduce spam.",
                "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
            ]),
        .init(
            .commentForm, .anywhere, "learn how your comment data *",
            matches: ["Learn how your comment data is processed."]),
        .init(
            .commentForm, .anywhere, "this site is protected by recaptcha *", wordLimit: 20,
            matches: ["This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply."]),
        .init(
            .commentForm, .anywhere, "* powered by disqus", wordLimit: 12,
            matches: ["Comments powered by Disqus."]),
        .init(.commentForm, .tail, "reply", matches: ["Reply"]),
        .init(.commentForm, .tail, "replydelete", matches: ["ReplyDelete"]),
        .init(.commentForm, .tail, "report abuse", matches: ["Report abuse"]),
        .init(.commentForm, .tail, "δ", matches: ["Δ"]),
    ]
}
