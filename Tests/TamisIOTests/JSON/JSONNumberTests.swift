import Testing

@testable import TamisIO

@Suite("Numbers in JSON")
struct JSONNumberTests {
    @Test("Whole numbers of every length are spelled as Swift spells them")
    func integers() {
        var numbers: [Int] = [0, .max, .min]
        var power = 1
        for digitCount in 1...18 {
            let middle = (0..<digitCount).reduce(0) { number, _ in number * 10 + digitCount % 10 }
            numbers += [power - 1, power, power + 1, 3 * power, middle, -power]
            power *= 10
        }
        for number in numbers { #expect(text(number) == number.description) }
    }

    @Test("Whole numbers below a hundred thousand, and others of up to nine digits")
    func manyIntegers() {
        for number in 0..<100_000 where text(number) != number.description {
            Issue.record("\(number) is spelled \(text(number))")
        }
        for number in stride(from: 100_000, to: 1_000_000_000, by: 9_973) where text(number) != number.description {
            Issue.record("\(number) is spelled \(text(number))")
        }
    }

    private func text(_ number: Int) -> String {
        var writer = JSONWriter()
        writer.integer(number)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
