/// Records of JSON Lines with documents that are like each other in many ways, the same for the same seed.
struct InventedDocuments {
    private var state: UInt64
    private(set) var records: [String] = []

    init(seed: UInt64) { state = seed }

    /// Adds a text.
    mutating func append(_ text: String, site: Int = 0) {
        let number = String(records.count, radix: 16)
        let id = String(repeating: "0", count: 8 - number.count) + number
        records.append(
            #"{"id":"\#(id)","site":"site\#(site)","text":"\#(text.replacing("\n", with: "\\n"))"}"# + "\n")
    }

    /// Adds `count` articles of ten sites: some are copies or edits of earlier ones, half have their site's footer.
    mutating func appendArticles(_ count: Int) {
        var texts: [String] = []
        let footers = (0..<10).map { _ in sentence(25) }
        for _ in 0..<count {
            let site = below(10)
            var text =
                switch texts.isEmpty ? 9 : below(10) {
                case 0: texts[below(texts.count)]
                case 1, 2: edited(texts[below(texts.count)], wordCount: 4)
                case 3: texts[below(texts.count)] + "\n" + sentence(12)
                default: (0..<(2 + below(8))).map { _ in sentence(8 + below(30)) }.joined(separator: "\n")
                }
            texts.append(text)
            if below(2) == 0 { text += "\n" + footers[site] }
            append(text, site: site)
        }
    }

    /// A sentence of so many words.
    mutating func sentence(_ wordCount: Int) -> String {
        (0..<wordCount).map { _ in word() }.joined(separator: " ").capitalizingFirst + "."
    }

    /// A text with some words replaced.
    mutating func edited(_ text: String, wordCount: Int) -> String {
        var words = text.split(separator: " ").map(String.init)
        for _ in 0..<wordCount { words[below(words.count)] = word() }
        return words.joined(separator: " ")
    }

    /// Puts the records into another order.
    mutating func shuffle() {
        for index in records.indices.reversed() { records.swapAt(index, below(index + 1)) }
    }

    /// A number from 0 up to `limit`.
    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    private mutating func word() -> String { "w" + String(below(4000), radix: 36) }
}

extension String {
    fileprivate var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }
}
