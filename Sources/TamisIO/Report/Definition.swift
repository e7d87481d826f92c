import Tamis

/// What a word or a number of the page means; it stands once, at the end, and everything else points there.
struct Definition {
    /// The name that links end in.
    let anchor: String
    /// The word.
    let term: String
    /// What it means.
    let meaning: String

    private init(_ anchor: String, _ term: String, _ meaning: String) {
        self.anchor = "def-" + anchor
        self.term = term
        self.meaning = meaning
    }

    static let document = Definition(
        "document", "Document",
        "An input record or file: one article. Every document is kept, changed, removed or rejected.")
    static let kept = Definition("kept", "Kept", "The document leaves as it came, byte for byte.")
    static let changed = Definition(
        "changed", "Changed", "Parts of the document go or are repaired; the rest stays as it is.")
    static let removed = Definition(
        "removed", "Removed", "The whole document goes: another one stays for it, or it violates a required profile.")
    static let rejected = Definition("rejected", "Rejected", "The record cannot be read; its bytes go to the ledger.")
    static let excess = Definition(
        "excess", "Excess",
        "Later copies only, divided by all: of five lines of which three are equal, two are excess, 40 %. It is what a cleaner "
            + "can take.")
    static let member = Definition(
        "member", "Member",
        "All copies of what stands more than once, divided by all: of five lines of which three are equal, three are members, "
            + "60 %.")
    static let characters = Definition("characters", "Characters", "Unicode scalars of the text.")
    static let line = Definition(
        "line", "Line",
        "What stands between two line ends and is not blank. Lines are compared within one document, without "
            + "regard to case and white space.")
    static let paragraph = Definition(
        "paragraph", "Paragraph",
        "A line; in hard-wrapped text the lines up to a blank one. Compared within one document.")
    static let sentence = Definition(
        "sentence", "Sentence",
        "What the rules of Unicode (UAX #29) take for one, abbreviations apart. Compared within one "
            + "document.")
    static let documents = Definition(
        "documents", "Documents among documents",
        "A document is a copy where another one stays for it: with the same text once both are cleaned, with most of the same "
            + "runs of five words, or where it stands almost whole in a longer one. Each pair is verified.")
    static let cluster = Definition(
        "cluster", "Cluster", "A document that stays and all those that go for it.")
    static let similarity = Definition(
        "similarity", "Similarity",
        "The runs of five words that two documents share, divided by those of both (Jaccard); of a contained document, divided "
            + "by its own. 1 for an exact copy.")
    static let finding = Definition("finding", "Finding", "One change: a range of bytes, the rule, and the evidence.")
    static let copies = Definition(
        "copies", "Copies", "How often the line stands in all documents together, and how many of those copies go.")
    static let template = Definition(
        "template", "Template",
        "A line that many documents of one site share. Its documents are those that hold it before anything is cut, copies of one article counted once; where it "
            + "goes as part of the furniture of a page, that rule has the credit and it is not listed here.")
    static let share = Definition(
        "share", "Share",
        "Of a rule: characters that it takes, divided by those that all rules take. Of a source: characters "
            + "that go, divided by all of its characters. Of a profile or bound: documents that violate it, divided by all that "
            + "were judged.")
    static let all = Definition(
        "all", "All", "How many there are before cleaning, documents that go included; what is blank is not counted.")
    static let accepted = Definition(
        "accepted", "Accepted", "The values that the bound accepts: at least, or at most, this limit.")
    static let tenth = Definition(
        "tenth", "Tenth",
        "Documents whose value lies in this tenth: of 0 to 1 for a share, else of the way from the least to the greatest value on "
            + "a logarithmic scale.")
    static let source = Definition(
        "source", "Source", "The site of a document where it is known, else the input that it came from.")
    static let quartiles = Definition(
        "quartiles", "Lower quartile, median, upper quartile",
        "A quarter, half and three quarters of the documents have at most this value, to within 0.1 %.")
    static let undefined = Definition(
        "undefined", "Without a value", "Documents for which the signal is undefined, such as a share of no words.")
    static let violation = Definition(
        "violation", "Violation",
        "A cleaned text's signal lies outside a bound of a profile, a published set of bounds.")

    static func rule(_ rule: Rule) -> Definition {
        Definition(
            "rule-" + rule.name, rule.name, rule.guards.isEmpty ? rule.summary : rule.summary + " " + rule.guards)
    }

    static func signal(_ signal: Signal) -> Definition {
        Definition(
            "signal-" + signal.name, signal.name,
            "\(signal.summary). Unit: \(signal.unit.rawValue). Source: \(signal.source)")
    }

    static func profile(_ profile: Profile) -> Definition {
        Definition("profile-" + profile.name, profile.name, "\(profile.summary). Source: \(profile.source)")
    }

    /// The words that every page uses.
    static let general = [
        document, kept, changed, removed, rejected, excess, member, characters, line, paragraph, sentence, documents,
        cluster, similarity, finding, copies, template, share, all, accepted, tenth, source, quartiles, undefined,
        violation,
    ]
}
