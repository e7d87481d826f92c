@testable import TamisIO

/// Lines of JSON Lines whose texts are articles, spelled in every way that JSON has, among members as hostile.
struct HostileRecords {
    private var articles: RandomArticle<SeededRandom>
    private var members: HostileJSON
    private var random: SeededRandom

    init(seed: UInt64) {
        articles = RandomArticle(random: SeededRandom(seed: seed))
        members = HostileJSON(random: SeededRandom(seed: seed &+ 1))
        random = SeededRandom(seed: seed &+ 2)
    }

    /// An input of `count` lines.
    static func input(seed: UInt64, count: Int) -> [UInt8] {
        var records = HostileRecords(seed: seed)
        return records.next(count: count)
    }

    /// `count` more lines; a few are blank or broken.
    mutating func next(count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for index in 0..<count {
            var line = record()
            if random.below(25) == 0 {
                line = random.pick([[], [0x20, 0x09], Array(line.dropLast()), Array("{}".utf8)])
            }
            bytes += line
            if index < count - 1 || random.below(2) == 0 { bytes += random.pick([[0x0A], [0x0A], [0x0D, 0x0A]]) }
        }
        return bytes
    }

    private mutating func record() -> [UInt8] {
        // No record holds a line feed; between members any other white space will do.
        var other = members.record().bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
        let text = Array("\"text\":\"".utf8) + spelled(articles.next(blockCount: 5, hasInvalidBytes: false)) + [0x22]
        guard let open = other.firstIndex(of: UInt8(ascii: "{")), let close = other.lastIndex(of: UInt8(ascii: "}"))
        else { return other }
        let isEmpty = other[(open + 1)..<close].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        if random.below(2) == 0 {
            other.insert(contentsOf: text + (isEmpty ? [] : [UInt8(ascii: ",")]), at: open + 1)
        } else {
            other.insert(contentsOf: (isEmpty ? [] : [UInt8(ascii: ",")]) + text, at: close)
        }
        return other
    }

    /// The inside of a JSON string for a text, with some escapes where none is needed, and lone surrogates strewn in.
    private mutating func spelled(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        let escapeRate = random.pick([2, 20, 1000])
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if random.below(400) == 0 {
                result += Array(random.pick(["\\ud83e", "\\uDD86", "\\ud83e\\udd86", "\\/"]).utf8)
            }
            let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
            guard mustEscape || random.below(escapeRate) == 0 else {
                result += Array(String(scalar).utf8)
                continue
            }
            if scalar == "\n", random.below(2) == 0 {
                result += Array("\\n".utf8)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16, uppercase: random.below(2) == 0)
                result += Array(("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
            }
        }
        return result
    }
}
