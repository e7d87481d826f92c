/// What sites in Danish write around an article.
extension FurniturePhrase {
    static let danish: [FurniturePhrase] = [
        .init(.shareBar, .anywhere, "del pa facebook", matches: ["Del på Facebook"]),
        .init(.shareBar, .anywhere, "del pa twitter", matches: ["Del på Twitter"]),
        .init(.shareBar, .anywhere, "del artiklen", matches: ["Del artiklen"]),
        .init(.shareBar, .anywhere, "del denne artikel", matches: ["Del denne artikel"]),
        .init(.shareBar, .anywhere, "kopier link", matches: ["Kopier link"]),
        .init(.shareBar, .edge, "følg os *", wordLimit: 6, matches: ["Følg os på Facebook"]),
        .init(.commentForm, .anywhere, "annuller svar *", wordLimit: 8, matches: ["Annuller svar"]),
        .init(
            .commentForm, .anywhere, "din e mailadresse vil ikke *", wordLimit: 16,
            matches: ["Din e-mailadresse vil ikke blive publiceret."]),
        .init(
            .commentForm, .anywhere, "krævede felter er markeret *", wordLimit: 8,
            matches: ["Krævede felter er markeret med *"]),
        .init(.commentForm, .tail, "skriv et svar", opensBlock: true, matches: ["Skriv et svar"]),
        .init(.commentForm, .tail, "skriv en kommentar", opensBlock: true, matches: ["Skriv en kommentar"]),
        .init(.commentForm, .edge, "ingen kommentarer", matches: ["Ingen kommentarer"]),
        .init(.related, .tail, "relaterede artikler", opensBlock: true, matches: ["Relaterede artikler"]),
        .init(.related, .tail, "relaterede indlæg", opensBlock: true, matches: ["Relaterede indlæg"]),
        .init(.related, .tail, "mest læste", opensBlock: true, matches: ["Mest læste"]),
        .init(.related, .tail, "seneste nyt", opensBlock: true, matches: ["Seneste nyt"]),
        .init(.related, .tail, "seneste indlæg", opensBlock: true, matches: ["Seneste indlæg"]),
        .init(.credit, .anywhere, "læs ogsa *", wordLimit: 16, matches: ["Læs også: Havnen sover aldrig"]),
        .init(.credit, .anywhere, "læs videre", matches: ["Læs videre"]),
        .init(.credit, .edge, "læs mere", matches: ["Læs mere"]),
        .init(
            .newsletter, .anywhere, "tilmeld dig vores nyhedsbrev *", wordLimit: 12,
            matches: ["Tilmeld dig vores nyhedsbrev"]),
        .init(
            .newsletter, .anywhere, "tilmeld dig nyhedsbrevet *", wordLimit: 12, matches: ["Tilmeld dig nyhedsbrevet"]),
        .init(.newsletter, .edge, "nyhedsbrev", matches: ["Nyhedsbrev"]),
        .init(
            .consent, .edge, "vi bruger cookies *", wordLimit: 60,
            matches: ["Vi bruger cookies til at forbedre oplevelsen"]),
        .init(
            .consent, .edge, "denne hjemmeside bruger cookies *", wordLimit: 60,
            matches: ["Denne hjemmeside bruger cookies"]),
        .init(.consent, .edge, "accepter alle", matches: ["Accepter alle"]),
        .init(.consent, .edge, "tillad alle", matches: ["Tillad alle"]),
        .init(.consent, .edge, "cookiepolitik", matches: ["Cookiepolitik"]),
        .init(.footer, .edge, "privatlivspolitik", matches: ["Privatlivspolitik"]),
        .init(.footer, .edge, "handelsbetingelser", matches: ["Handelsbetingelser"]),
        .init(
            .footer, .edge, "alle rettigheder forbeholdes *", wordLimit: 14, matches: ["Alle rettigheder forbeholdes"]),
        .init(.advertisement, .anywhere, "annonce", matches: ["Annonce"]),
        .init(.navigation, .anywhere, "ga til indhold", matches: ["Gå til indhold"]),
        .init(.navigation, .anywhere, "spring til indhold", matches: ["Spring til indhold"]),
        .init(.navigation, .anywhere, "til toppen", matches: ["Til toppen"]),
        .init(.navigation, .edge, "hovedmenu", matches: ["Hovedmenu"]),
        .init(.navigation, .edge, "log ind", matches: ["Log ind"]),
        .init(.navigation, .edge, "log ud", matches: ["Log ud"]),
        .init(.navigation, .edge, "glemt adgangskode", matches: ["Glemt adgangskode?"]),
        .init(.pagination, .tail, "forrige indlæg *", wordLimit: 12, opensBlock: true, matches: ["Forrige indlæg"]),
        .init(.pagination, .tail, "næste indlæg *", wordLimit: 12, opensBlock: true, matches: ["Næste indlæg"]),
        .init(.pagination, .edge, "næste side", matches: ["Næste side"]),
        .init(.pagination, .edge, "vis mere", matches: ["Vis mere"]),
        .init(.pagination, .edge, "vis flere", matches: ["Vis flere"]),
    ]
}
