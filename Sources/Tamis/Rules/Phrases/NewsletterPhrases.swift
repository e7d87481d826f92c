/// Prompts to subscribe, register, join or pay.
extension FurniturePhrase {
    static let newsletterPrompts: [FurniturePhrase] = [
        .init(
            .newsletter, .anywhere, "subscribe to our newsletter *", wordLimit: 14,
            matches: ["Subscribe to our newsletter", "Subscribe to our newsletter for exclusive updates"]),
        .init(.newsletter, .anywhere, "subscribe to our newsletters", matches: ["Subscribe to our newsletters"]),
        .init(
            .newsletter, .anywhere, "subscribe to our weekly newsletter",
            matches: ["Subscribe to our weekly newsletter"]),
        .init(
            .newsletter, .anywhere, "subscribe to our daily newsletter", matches: ["Subscribe to our daily newsletter"]),
        .init(
            .newsletter, .edge, "subscribe to our *", wordLimit: 8,
            matches: ["Subscribe to our channel", "Subscribe to our mailing list"]),
        .init(.newsletter, .anywhere, "subscribe to newsletter", matches: ["Subscribe to Newsletter"]),
        .init(.newsletter, .anywhere, "subscribe to my newsletter", matches: ["Subscribe to my newsletter"]),
        .init(
            .newsletter, .edge, "subscribe to the *", wordLimit: 7, matches: ["Subscribe to the newsletter"],
            misses: ["Subscribe to the view that less salt makes a better loaf."]),
        .init(
            .newsletter, .edge, "subscribe to *", wordLimit: 5,
            matches: ["Subscribe to Harbour News", "Subscribe to RSS"]),
        .init(.newsletter, .edge, "subscribe via *", wordLimit: 4, matches: ["Subscribe via email"]),
        .init(.newsletter, .edge, "subscribe for *", wordLimit: 6, matches: ["Subscribe for updates"]),
        .init(.newsletter, .anywhere, "subscribe now *", wordLimit: 4, matches: ["Subscribe now", "SUBSCRIBE NOW!"]),
        .init(.newsletter, .edge, "subscribe today *", wordLimit: 4, matches: ["Subscribe Today"]),
        .init(.newsletter, [.edge, .neighbour], "subscribe", matches: ["Subscribe", "SUBSCRIBE!"]),
        .init(.newsletter, .edge, "subscribed", matches: ["Subscribed"]),
        .init(.newsletter, .edge, "subscribe sign in", matches: ["Subscribe Sign in"]),
        .init(
            .newsletter, .edge, "already a subscriber *", wordLimit: 6,
            matches: ["Already a subscriber? Log in", "Already a subscriber?"]),
        .init(
            .newsletter, .edge, "already have an account *", wordLimit: 8,
            matches: ["Already have an account? Sign in", "Already have an account?"]),
        .init(
            .newsletter, .edge, "become a member *", wordLimit: 4,
            matches: ["Become a member", "Become a Member Today"]),
        .init(.newsletter, .edge, "become a subscriber", matches: ["Become a subscriber"]),
        .init(.newsletter, .edge, "become a patron", matches: ["Become a patron!"]),
        .init(
            .newsletter, .anywhere, "sign up for our newsletter *", wordLimit: 14,
            matches: ["Sign up for our newsletter", "Sign up for our newsletter and never miss a story"]),
        .init(
            .newsletter, .anywhere, "sign up to our newsletter *", wordLimit: 14, matches: ["Sign up to our newsletter"]
        ),
        .init(.newsletter, .anywhere, "sign up for our newsletters", matches: ["Sign up for our newsletters"]),
        .init(
            .newsletter, .anywhere, "sign up for our email *", wordLimit: 8, matches: ["Sign up for our email updates"]),
        .init(
            .newsletter, .edge, "sign up for our *", wordLimit: 8, matches: ["Sign up for our free daily briefing"],
            misses: ["Sign up for our March bread class at the town hall desk"]),
        .init(.newsletter, .edge, "sign up for newsletters", matches: ["Sign up for newsletters"]),
        .init(.newsletter, .edge, "sign up for email *", wordLimit: 6, matches: ["Sign up for email updates"]),
        .init(
            .newsletter, .edge, "sign up for the *", wordLimit: 8, matches: ["Sign up for the Morning Post newsletter"]),
        .init(.newsletter, .edge, "sign up here *", wordLimit: 4, matches: ["Sign up here"]),
        .init(.newsletter, .edge, "sign up now", matches: ["Sign up now"]),
        .init(.newsletter, .edge, "sign up", matches: ["Sign Up"]),
        .init(.newsletter, .edge, "sign me up *", wordLimit: 4, matches: ["Sign me up!"]),
        .init(.newsletter, .edge, "join our newsletter *", wordLimit: 12, matches: ["Join our newsletter"]),
        .init(.newsletter, .edge, "join our mailing list *", wordLimit: 8, matches: ["Join our mailing list"]),
        .init(
            .newsletter, .edge, "join our *", wordLimit: 6,
            matches: ["Join our community", "Join our WhatsApp channel"]),
        .init(.newsletter, .edge, "join us on *", wordLimit: 6, matches: ["Join us on Telegram"]),
        .init(
            .newsletter, .edge, "get our *", wordLimit: 6, matches: ["Get our newsletter", "Get our free app"],
            misses: ["Get our recipe for plum cake with almonds and a little rye"]),
        .init(.newsletter, .edge, "get the app", matches: ["Get the app"]),
        .init(
            .newsletter, .edge, "get the latest *", wordLimit: 12,
            matches: ["Get the latest news", "Get the latest updates in your inbox"]),
        .init(.newsletter, .edge, "download our app *", wordLimit: 5, matches: ["Download our app"]),
        .init(.newsletter, .edge, "download the app *", wordLimit: 5, matches: ["Download the App"]),
        .init(
            .newsletter, .edge, "newsletter *", wordLimit: 3,
            matches: ["Newsletter", "Newsletter Sign Up", "Newsletter signup"]),
        .init(.newsletter, .edge, "newsletters", matches: ["Newsletters"]),
        .init(.newsletter, .edge, "our newsletter *", wordLimit: 4, matches: ["Our newsletter"]),
        .init(.newsletter, .edge, "email newsletter", matches: ["Email newsletter"]),
        .init(.newsletter, .edge, "email newsletters", matches: ["Email newsletters"]),
        .init(.newsletter, .edge, "email updates", matches: ["Email updates"]),
        .init(
            .newsletter, .edge, "* delivered to your inbox", wordLimit: 18,
            matches: ["Our best stories, delivered to your inbox"]),
        .init(
            .newsletter, .edge, "* straight to your inbox", wordLimit: 18,
            matches: ["The week in tides, straight to your inbox."]),
        .init(
            .newsletter, .edge, "* in your inbox", wordLimit: 18,
            matches: ["Get our top stories every morning in your inbox"]),
        .init(.newsletter, .edge, "* to your inbox", wordLimit: 18, matches: ["New recipes sent to your inbox"]),
        .init(
            .newsletter, .edge, "never miss *", wordLimit: 6, matches: ["Never miss a story", "Never miss an update"],
            misses: ["Never miss the first frost when you grow tender herbs outdoors."]),
        .init(.newsletter, .edge, "don t miss out *", wordLimit: 6, matches: ["Don't miss out!"]),
        .init(.newsletter, .edge, "stay up to date *", wordLimit: 6, matches: ["Stay up to date"]),
        .init(.newsletter, .edge, "stay informed *", wordLimit: 5, matches: ["Stay informed"]),
        .init(.newsletter, .edge, "stay in touch", matches: ["Stay in touch"]),
        .init(.newsletter, .edge, "get in touch *", wordLimit: 5, matches: ["Get in touch", "Get in touch with us"]),
        .init(
            .newsletter, .edge, "you can unsubscribe *", wordLimit: 10, matches: ["You can unsubscribe at any time."]),
        .init(.newsletter, .edge, "unsubscribe at any time *", wordLimit: 8, matches: ["Unsubscribe at any time."]),
        .init(
            .newsletter, .edge, "by signing up *", wordLimit: 40,
            matches: ["By signing up, you agree to our Terms of Use and Privacy Policy."]),
        .init(
            .newsletter, .anywhere, "privacy notice newsletters may contain *", wordLimit: 40,
            matches: ["Privacy Notice: Newsletters may contain info about online ads."]),
        .init(
            .newsletter, .anywhere, "by signing up you agree *", wordLimit: 40,
            matches: ["By signing up you agree to our Terms of Service and Privacy Policy."]),
        .init(
            .newsletter, .anywhere, "by subscribing you agree *", wordLimit: 40,
            matches: ["By subscribing, you agree to our User Agreement and Privacy Policy."]),
        .init(
            .newsletter, .edge, "thank you for subscribing *", wordLimit: 10,
            matches: ["Thank you for subscribing!", "Thank you for subscribing to our daily newsletter"]),
        .init(.newsletter, .edge, "thanks for signing up *", wordLimit: 6, matches: ["Thanks for signing up!"]),
        .init(
            .newsletter, .edge, "oops something went wrong *", wordLimit: 12,
            matches: ["Oops! Something went wrong while submitting the form."]),
        .init(
            .newsletter, .edge, "we don t spam *", wordLimit: 12,
            matches: ["We don’t spam! Read our privacy policy for more info."]),
        .init(.newsletter, .edge, "no spam *", wordLimit: 8, matches: ["No spam, unsubscribe at any time."]),
        .init(
            .newsletter, .edge, "check your inbox *", wordLimit: 12,
            matches: ["Check your inbox or spam folder to confirm your subscription."]),
        .init(
            .newsletter, .edge, "enter your email *", wordLimit: 6,
            matches: ["Enter your email", "Enter your email address"]),
        .init(.newsletter, .edge, "your email address", matches: ["Your email address"]),
        .init(.newsletter, .edge, "support us", matches: ["Support us"]),
        .init(.newsletter, .edge, "support our work *", wordLimit: 4, matches: ["Support our work"]),
        .init(.newsletter, .edge, "donate *", wordLimit: 2, matches: ["Donate", "Donate now"]),
        .init(.newsletter, .edge, "buy me a coffee", matches: ["Buy me a coffee"]),
    ]
}
