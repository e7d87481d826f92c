/// What sites in Italian write around an article.
extension FurniturePhrase {
    static let italian: [FurniturePhrase] = [
        .init(.shareBar, .anywhere, "condividi su facebook", matches: ["Condividi su Facebook"]),
        .init(.shareBar, .anywhere, "condividi su twitter", matches: ["Condividi su Twitter"]),
        .init(.shareBar, .anywhere, "condividi su x", matches: ["Condividi su X"]),
        .init(.shareBar, .anywhere, "condividi su whatsapp", matches: ["Condividi su WhatsApp"]),
        .init(.shareBar, .anywhere, "condividi questo articolo", matches: ["Condividi questo articolo"]),
        .init(.shareBar, .anywhere, "condividi", matches: ["Condividi:"]),
        .init(.shareBar, [.edge, .neighbour], "stampa", matches: ["Stampa"], misses: ["Stampa libera"]),
        .init(.shareBar, .anywhere, "copia link", matches: ["Copia link"]),
        .init(.shareBar, .edge, "seguici *", wordLimit: 6, matches: ["Seguici su Facebook"]),
        .init(.commentForm, .anywhere, "annulla risposta *", wordLimit: 8, matches: ["Annulla risposta"]),
        .init(
            .commentForm, .anywhere, "il tuo indirizzo email non sara *", wordLimit: 16,
            matches: ["Il tuo indirizzo email non sarà pubblicato."]),
        .init(
            .commentForm, .anywhere, "i campi obbligatori sono contrassegnati *", wordLimit: 6,
            matches: ["I campi obbligatori sono contrassegnati *"]),
        .init(
            .commentForm, .tail, "lascia un commento *", wordLimit: 6, opensBlock: true, matches: ["Lascia un commento"]
        ),
        .init(
            .commentForm, .tail, "scrivi un commento *", wordLimit: 6, opensBlock: true, matches: ["Scrivi un commento"]
        ),
        .init(.commentForm, .tail, "commenti", opensBlock: true, matches: ["Commenti"]),
        .init(.commentForm, .edge, "0 commenti", matches: ["4 commenti"]),
        .init(.commentForm, .edge, "nessun commento", matches: ["Nessun commento"]),
        .init(.commentForm, .tail, "rispondi", matches: ["Rispondi"]),
        .init(.related, .tail, "articoli correlati", opensBlock: true, matches: ["Articoli correlati"]),
        .init(.related, .tail, "articoli simili", opensBlock: true, matches: ["Articoli simili"]),
        .init(.related, .tail, "notizie correlate", opensBlock: true, matches: ["Notizie correlate"]),
        .init(
            .related, .tail, "potrebbe interessarti anche", opensBlock: true, matches: ["Potrebbe interessarti anche"]),
        .init(.related, .tail, "ti potrebbe interessare", opensBlock: true, matches: ["Ti potrebbe interessare"]),
        .init(.related, .tail, "potrebbero interessarti", opensBlock: true, matches: ["Potrebbero interessarti"]),
        .init(.related, .tail, "i piu letti", opensBlock: true, matches: ["I più letti"]),
        .init(.related, .tail, "ultime notizie", opensBlock: true, matches: ["Ultime notizie"]),
        .init(.related, .tail, "articoli recenti", opensBlock: true, matches: ["Articoli recenti"]),
        .init(.credit, .anywhere, "leggi anche *", wordLimit: 16, matches: ["Leggi anche"]),
        .init(.credit, .anywhere, "leggi tutto", matches: ["Leggi tutto"]),
        .init(.credit, .anywhere, "continua a leggere", matches: ["Continua a leggere"]),
        .init(.credit, .edge, "maggiori informazioni", matches: ["Maggiori informazioni"]),
        .init(
            .newsletter, .anywhere, "iscriviti alla newsletter *", wordLimit: 12, matches: ["Iscriviti alla newsletter"]
        ),
        .init(
            .newsletter, .anywhere, "iscriviti alla nostra newsletter *", wordLimit: 12,
            matches: ["Iscriviti alla nostra newsletter"]),
        .init(.newsletter, .edge, "abbonati", matches: ["Abbonati"]),
        .init(.newsletter, .edge, "iscriviti", matches: ["Iscriviti"]),
        .init(.newsletter, .edge, "il tuo indirizzo email", matches: ["Il tuo indirizzo email"]),
        .init(
            .consent, .edge, "questo sito utilizza cookie *", wordLimit: 60, matches: ["Questo sito utilizza cookie"]),
        .init(
            .consent, .edge, "questo sito utilizza i cookie *", wordLimit: 60,
            matches: ["Questo sito utilizza i cookie"]),
        .init(.consent, .edge, "questo sito usa cookie *", wordLimit: 60, matches: ["Questo sito usa cookie"]),
        .init(.consent, .edge, "utilizziamo i cookie *", wordLimit: 60, matches: ["Utilizziamo i cookie"]),
        .init(.consent, .edge, "accetta tutti", matches: ["Accetta tutti"]),
        .init(.consent, .edge, "rifiuta tutti", matches: ["Rifiuta tutti"]),
        .init(.consent, .edge, "preferenze cookie", matches: ["Preferenze cookie"]),
        .init(.consent, .edge, "cookie policy", matches: ["Cookie policy"]),
        .init(.consent, .edge, "informativa cookie", matches: ["Informativa cookie"]),
        .init(.footer, .edge, "informativa sulla privacy", matches: ["Informativa sulla privacy"]),
        .init(.footer, .edge, "note legali", matches: ["Note legali"]),
        .init(.footer, .edge, "termini e condizioni", matches: ["Termini e condizioni"]),
        .init(.footer, .edge, "mappa del sito", matches: ["Mappa del sito"]),
        .init(.footer, .edge, "riproduzione riservata", matches: ["Riproduzione riservata"]),
        .init(.footer, .edge, "tutti i diritti riservati *", wordLimit: 20, matches: ["Tutti i diritti riservati"]),
        .init(
            .footer, .edge, "* tutti i diritti riservati", wordLimit: 14,
            matches: ["© 2024 Il Faro. Tutti i diritti riservati"]),
        .init(.footer, .edge, "tempo di lettura *", wordLimit: 5, matches: ["Tempo di lettura: 3 minuti"]),
        .init(.advertisement, .anywhere, "pubblicita", matches: ["Pubblicità"]),
        .init(.navigation, .anywhere, "vai al contenuto", matches: ["Vai al contenuto"]),
        .init(.navigation, .anywhere, "salta al contenuto", matches: ["Salta al contenuto"]),
        .init(.navigation, .anywhere, "torna su", matches: ["Torna su"]),
        .init(.navigation, .anywhere, "torna all inizio", matches: ["Torna all'inizio"]),
        .init(.navigation, .edge, "indice dei contenuti", matches: ["Indice dei contenuti"]),
        .init(.navigation, .edge, "torna alla home", matches: ["Torna alla home"]),
        .init(.navigation, .edge, "menu principale", matches: ["Menu principale"]),
        .init(.navigation, .edge, "cerca", matches: ["Cerca"]),
        .init(.navigation, .edge, "cerca nel sito", matches: ["Cerca nel sito"]),
        .init(.navigation, .edge, "accedi", matches: ["Accedi"]),
        .init(.navigation, .edge, "registrati", matches: ["Registrati"]),
        .init(.navigation, .edge, "password dimenticata", matches: ["Password dimenticata?"]),
        .init(.navigation, .edge, "il mio account", matches: ["Il mio account"]),
        .init(
            .pagination, .tail, "articolo precedente *", wordLimit: 12, opensBlock: true,
            matches: ["Articolo precedente"]),
        .init(
            .pagination, .tail, "articolo successivo *", wordLimit: 12, opensBlock: true,
            matches: ["Articolo successivo"]),
        .init(.pagination, .edge, "pagina successiva", matches: ["Pagina successiva"]),
        .init(.pagination, .edge, "pagina precedente", matches: ["Pagina precedente"]),
        .init(.pagination, .edge, "mostra altro", matches: ["Mostra altro"]),
        .init(.pagination, .edge, "vedi tutti", matches: ["Vedi tutti"]),
    ]
}
