/// What sites in Norwegian write around an article.
extension FurniturePhrase {
    static let norwegian: [FurniturePhrase] = [
        .init(.shareBar, .anywhere, "del artikkelen", matches: ["Del artikkelen"]),
        .init(.shareBar, .anywhere, "kopier lenke", matches: ["Kopier lenke"]),
        .init(.shareBar, .edge, "følg oss *", wordLimit: 6, matches: ["Følg oss på Facebook"]),
        .init(
            .commentForm, .anywhere, "din e postadresse vil ikke *", wordLimit: 16,
            matches: ["Din e-postadresse vil ikke bli publisert."]),
        .init(
            .commentForm, .anywhere, "obligatoriske felt er merket *", wordLimit: 8,
            matches: ["Obligatoriske felt er merket med *"]),
        .init(.commentForm, .tail, "legg igjen en kommentar", opensBlock: true, matches: ["Legg igjen en kommentar"]),
        .init(.related, .tail, "relaterte artikler", opensBlock: true, matches: ["Relaterte artikler"]),
        .init(.related, .tail, "relaterte innlegg", opensBlock: true, matches: ["Relaterte innlegg"]),
        .init(.related, .tail, "mest lest", opensBlock: true, matches: ["Mest lest"]),
        .init(.related, .tail, "siste nytt", opensBlock: true, matches: ["Siste nytt"]),
        .init(.related, .tail, "siste innlegg", opensBlock: true, matches: ["Siste innlegg"]),
        .init(.credit, .anywhere, "les ogsa *", wordLimit: 16, matches: ["Les også: Havna sover aldri"]),
        .init(.credit, .anywhere, "les videre", matches: ["Les videre"]),
        .init(.credit, .edge, "les mer", matches: ["Les mer"]),
        .init(
            .newsletter, .anywhere, "meld deg pa vart nyhetsbrev *", wordLimit: 12,
            matches: ["Meld deg på vårt nyhetsbrev"]),
        .init(
            .newsletter, .anywhere, "meld deg pa nyhetsbrevet *", wordLimit: 12, matches: ["Meld deg på nyhetsbrevet"]),
        .init(
            .consent, .edge, "vi bruker informasjonskapsler *", wordLimit: 60,
            matches: ["Vi bruker informasjonskapsler"]),
        .init(
            .consent, .edge, "denne nettsiden bruker informasjonskapsler *", wordLimit: 60,
            matches: ["Denne nettsiden bruker informasjonskapsler"]),
        .init(.consent, .edge, "godta alle", matches: ["Godta alle"]),
        .init(.consent, .edge, "avvis alle", matches: ["Avvis alle"]),
        .init(.footer, .edge, "personvern", matches: ["Personvern"]),
        .init(.footer, .edge, "personvernerklæring", matches: ["Personvernerklæring"]),
        .init(.footer, .edge, "brukervilkar", matches: ["Brukervilkår"]),
        .init(.footer, .edge, "alle rettigheter forbeholdt *", wordLimit: 14, matches: ["Alle rettigheter forbeholdt"]),
        .init(.advertisement, .anywhere, "annonse", matches: ["Annonse"]),
        .init(.navigation, .anywhere, "hopp til innhold", matches: ["Hopp til innhold"]),
        .init(.navigation, .anywhere, "ga til innhold", matches: ["Gå til innhold"]),
        .init(.navigation, .edge, "hovedmeny", matches: ["Hovedmeny"]),
        .init(.navigation, .edge, "logg inn", matches: ["Logg inn"]),
        .init(.navigation, .edge, "logg ut", matches: ["Logg ut"]),
        .init(.navigation, .edge, "glemt passord", matches: ["Glemt passord?"]),
        .init(.pagination, .tail, "forrige innlegg *", wordLimit: 12, opensBlock: true, matches: ["Forrige innlegg"]),
        .init(.pagination, .tail, "neste innlegg *", wordLimit: 12, opensBlock: true, matches: ["Neste innlegg"]),
        .init(.pagination, .edge, "neste side", matches: ["Neste side"]),
        .init(.pagination, .edge, "vis mer", matches: ["Vis mer"]),
    ]
}
