/// The names of the months and their abbreviations in the languages that have a list of function words, and in a few more.
struct MonthNames: Sendable {
    static let shared = MonthNames()
    /// The names by the upper ten bits of their hashes, or behind as many others as have the place; month 0 where none is.
    private let names: [(hash: UInt64, month: Int)]
    /// The sign behind the number of a month in Chinese and Japanese.
    let sign: UInt64

    private static let rows = [
        "January Jan Januar Jänner janvier janv enero ene gennaio gen janeiro januari января янв stycznia leden ledna ocak",
        "February Feb Februar février févr febrero febbraio fevereiro fev februari февраля фев lutego únor února şubat",
        "March Mar März Mrz mars marzo março maart mrt марта мар marca březen března mart",
        "April Apr avril avr abril abr aprile апреля апр kwietnia duben dubna nisan",
        "May Mai mayo maggio mag maio mei maj мая maja květen května mayıs",
        "June Jun Juni juin junio giugno giu junho июня июн czerwca červen června haziran",
        "July Jul Juli juillet juil julio luglio lug julho июля июл lipca červenec července temmuz",
        "August Aug août agosto ago augustus augusti августа авг sierpnia srpen srpna ağustos",
        "September Sep Sept septembre septiembre settembre set setembro сентября сен września září eylül",
        "October Oct Oktober Okt octobre octubre ottobre ott outubro out октября окт października říjen října ekim",
        "November Nov novembre noviembre novembro ноября ноя listopada listopad listopadu kasım",
        "December Dec Dezember Dez décembre déc diciembre dic dicembre dezembro декабря дек grudnia prosinec aralık",
    ]

    private init() {
        func hashes(_ text: String) -> [UInt64] {
            SegmentedDocument(Document(id: "", utf8: Array(text.utf8)), levels: .words).words.map(\.hash)
        }
        var names = [(hash: UInt64, month: Int)](repeating: (0, 0), count: Self.placeCount)
        for (index, row) in Self.rows.enumerated() {
            for hash in hashes(row) {
                var place = Self.place(of: hash)
                while names[place].month != 0 { place = (place + 1) % Self.placeCount }
                names[place] = (hash, index + 1)
            }
        }
        self.names = names
        sign = hashes("月")[0]
    }

    /// The month, from 1, that the word with this hash names; nil where it names none.
    func month(ofHash hash: UInt64) -> Int? {
        var place = Self.place(of: hash)
        while names[place].month != 0 {
            if names[place].hash == hash { return names[place].month }
            place = (place + 1) % Self.placeCount
        }
        return nil
    }

    private static let placeBits: UInt64 = 10
    private static let placeCount = 1 << Int(placeBits)
    private static func place(of hash: UInt64) -> Int { Int(hash >> (64 - placeBits)) }
}
