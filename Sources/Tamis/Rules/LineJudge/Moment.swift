// Example: "June 9 – Leeds, Corn Hall", "9 de junio", "09.06.2026" and "2026-06-09" name the day 609, "6/9/2026" and "6月9日" as
// well; "19:30 Doors" names the 1,170th minute of a day. "9.6 Loops" and "June 2026" name neither.

/// The first day or time of day that a line names.
enum Moment {
    private static let wordLimit = 12

    /// What orders days within a year, and times within a day; nil where the line names none among its first words.
    static func order(namedBy line: Segment, in text: SegmentedDocument) -> Int? {
        let places = line.words.prefix(wordLimit)
        for place in places where text.document.utf8[Int(text.words[place].start)].isASCIIDigit {
            let start = Int(text.words[place].start)
            let numbers = JoinedNumbers(text.document.utf8, at: start, before: line.range.upperBound)
            if let order = numbers.order ?? order(numbers.values[0], besideWord: place, of: places, in: text) {
                return order
            }
        }
        return nil
    }

    /// The order of a day whose month is named beside it.
    private static func order(
        _ number: Int, besideWord place: Int, of places: Range<Int>, in text: SegmentedDocument
    ) -> Int? {
        let months = MonthNames.shared
        func isNear(_ place: Int) -> Bool { places.contains(place) }
        if isNear(place + 2), text.words[place + 1].hash == months.sign {
            let day = text.words[place + 2]
            let numbers = JoinedNumbers(text.document.utf8, at: Int(day.start), before: Int(day.end))
            return order(month: number, day: numbers.values[0])
        }
        for near in [place - 1, place + 1] where isNear(near) {
            if let month = months.month(ofHash: text.words[near].hash) { return order(month: month, day: number) }
        }
        // "9 de junio", "9 d'octubre".
        guard isNear(place + 2), text.words[place + 1].end - text.words[place + 1].start <= 2,
            !text.document.utf8[Int(text.words[place + 1].start)].isASCIIDigit
        else { return nil }
        return months.month(ofHash: text.words[place + 2].hash).flatMap { order(month: $0, day: number) }
    }

    fileprivate static func order(month: Int, day: Int) -> Int? {
        (1...12).contains(month) && (1...31).contains(day) ? month * 100 + day : nil
    }

    fileprivate static func order(hour: Int, minute: Int) -> Int? {
        hour <= 24 && minute < 60 ? 10_000 + hour * 60 + minute : nil
    }
}

/// Up to three numbers with the same sign between them: "09.06.2026", "19:30".
private struct JoinedNumbers {
    private(set) var values: InlineArray<3, Int> = [0, 0, 0]
    private var count = 0
    private var sign: UInt8 = 0
    /// How many digits the last has.
    private var lastDigitCount = 0

    init(_ utf8: [UInt8], at start: Int, before end: Int) {
        var index = start
        repeat {
            var value = 0
            var digitCount = 0
            while index < end, utf8[index].isASCIIDigit, digitCount < 6 {
                value = value * 10 + Int(utf8[index] - 0x30)
                digitCount += 1
                index += 1
            }
            values[count] = value
            count += 1
            lastDigitCount = digitCount
            guard count < 3, index + 1 < end, utf8[index + 1].isASCIIDigit else { return }
            if count == 1 { sign = utf8[index] }
            guard utf8[index] == sign, Self.signs.contains(sign) else { return }
            index += 1
        } while true
    }

    private static let signs = Array("./-:".utf8)

    /// The order of the day or time that the numbers alone name; nil where they name none.
    var order: Int? {
        if sign == UInt8(ascii: ":") {
            return count > 1 && lastDigitCount == 2 ? Moment.order(hour: values[0], minute: values[1]) : nil
        }
        // "1.2.3" is a chapter.
        guard count == 3, lastDigitCount > 1 else { return nil }
        if values[0] > 999 { return Moment.order(month: values[1], day: values[2]) }
        let isMonthFirst = sign == UInt8(ascii: "/") && values[0] <= 12
        return isMonthFirst
            ? Moment.order(month: values[0], day: values[1]) : Moment.order(month: values[1], day: values[0])
    }
}
