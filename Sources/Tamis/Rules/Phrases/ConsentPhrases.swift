/// Cookie banners and privacy choices.
extension FurniturePhrase {
    static let consentNotices: [FurniturePhrase] = [
        .init(
            .consent, .edge, "we use cookies *", wordLimit: 60,
            matches: [
                "We use cookies",
                "We use cookies to ensure that we give you the best experience on our website. If you continue to use this site we will assume that you are happy with it.",
            ], misses: ["When we use cookies as a crust, the butter has to be warm."]),
        .init(
            .consent, .edge, "this site uses cookies *", wordLimit: 60,
            matches: ["This site uses cookies.", "This site uses cookies: Find out more."]),
        .init(
            .consent, .edge, "this website uses cookies *", wordLimit: 60,
            matches: ["This website uses cookies to improve your experience."]),
        .init(
            .consent, .edge, "our website uses cookies *", wordLimit: 60,
            matches: ["Our website uses cookies to remember you."]),
        .init(
            .consent, .edge, "by continuing to use this *", wordLimit: 40,
            matches: ["By continuing to use this website, you agree to their use."]),
        .init(
            .consent, .edge, "by continuing to browse *", wordLimit: 40,
            matches: ["By continuing to browse this site you accept our use of cookies."]),
        .init(
            .consent, .edge, "by using this site you agree *", wordLimit: 40,
            matches: ["By using this site, you agree to the Terms of Use and Privacy Policy."]),
        .init(
            .consent, .edge, "by clicking accept *", wordLimit: 40,
            matches: ["By clicking “Accept All”, you consent to the use of ALL the cookies."]),
        .init(
            .consent, .edge, "to find out more including how to control cookies *", wordLimit: 20,
            matches: ["To find out more, including how to control cookies, see here: Cookie Policy"]),
        .init(.consent, .edge, "we value your privacy", matches: ["We value your privacy"]),
        .init(.consent, .edge, "your privacy matters *", wordLimit: 5, matches: ["Your privacy matters to us"]),
        .init(.consent, .edge, "accept all *", wordLimit: 3, matches: ["Accept All", "Accept all cookies"]),
        .init(.consent, .edge, "reject all *", wordLimit: 3, matches: ["Reject All", "Reject all cookies"]),
        .init(.consent, .edge, "accept cookies", matches: ["Accept cookies"]),
        .init(.consent, .edge, "decline cookies", matches: ["Decline cookies"]),
        .init(.consent, .edge, "allow all *", wordLimit: 3, matches: ["Allow all", "Allow all cookies"]),
        .init(.consent, .edge, "accept and continue", matches: ["Accept and continue"]),
        .init(
            .consent, .edge, "cookie settings *", wordLimit: 4, matches: ["Cookie Settings", "Cookie settings ACCEPT"]),
        .init(.consent, .edge, "cookie preferences", matches: ["Cookie preferences"]),
        .init(.consent, .edge, "cookie policy", matches: ["Cookie Policy"]),
        .init(.consent, .edge, "cookie notice", matches: ["Cookie notice"]),
        .init(.consent, .edge, "cookie consent", matches: ["Cookie Consent"]),
        .init(.consent, .edge, "cookies policy", matches: ["Cookies policy"]),
        .init(.consent, .edge, "manage cookies", matches: ["Manage cookies"]),
        .init(.consent, .edge, "manage consent *", wordLimit: 3, matches: ["Manage consent"]),
        .init(
            .consent, .edge, "manage cookie *", wordLimit: 3,
            matches: ["Manage Cookie Consent", "Manage cookie preferences"]),
        .init(.consent, .edge, "manage preferences", matches: ["Manage preferences"]),
        .init(.consent, .edge, "privacy overview", matches: ["Privacy Overview"]),
        .init(.consent, .edge, "privacy settings", matches: ["Privacy settings"]),
        .init(.consent, .edge, "privacy preferences", matches: ["Privacy Preferences"]),
        .init(.consent, .edge, "your privacy choices", matches: ["Your Privacy Choices"]),
        .init(.consent, .edge, "your ad choices", matches: ["Your ad choices"]),
        .init(.consent, .edge, "your california privacy rights", matches: ["Your California Privacy Rights"]),
        .init(
            .consent, .edge, "do not sell *", wordLimit: 12,
            matches: ["Do Not Sell or Share My Personal Information", "Do not sell my info"],
            misses: ["We do not sell these rolls on Mondays"]),
        .init(.consent, .edge, "notice at collection", matches: ["Notice at Collection"]),
        .init(.consent, .edge, "strictly necessary cookies", matches: ["Strictly Necessary Cookies"]),
        .init(.consent, .edge, "functional cookies", matches: ["Functional Cookies"]),
        .init(.consent, .edge, "performance cookies", matches: ["Performance Cookies"]),
        .init(.consent, .edge, "targeting cookies", matches: ["Targeting Cookies"]),
        .init(.consent, .edge, "save preferences", matches: ["Save preferences"]),
        .init(.consent, .edge, "save accept", matches: ["SAVE & ACCEPT"]),
        .init(.consent, .neighbour, "accept", matches: ["Accept"]),
        .init(.consent, .neighbour, "decline", matches: ["Decline"]),
        .init(.consent, .neighbour, "i agree", matches: ["I agree"]),
        .init(.consent, .neighbour, "got it", matches: ["Got it!"]),
        .init(.consent, .neighbour, "always active", matches: ["Always Active"]),
        .init(.consent, .neighbour, "functional", matches: ["Functional"]),
        .init(.consent, .neighbour, "analytics", matches: ["Analytics"]),
        .init(.consent, .edge, "adchoices", matches: ["AdChoices"]),
        .init(.consent, .edge, "ad choices", matches: ["Ad Choices"]),
    ]
}
