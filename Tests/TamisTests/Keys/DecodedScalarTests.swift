import Testing

@testable import Tamis

@Suite struct DecodedScalarTests {
    /// The steps through bytes, as values.
    static func values(_ bytes: [UInt8]) -> [UInt32] {
        var values: [UInt32] = []
        var offset = 0
        while offset < bytes.count {
            let scalar = DecodedScalar(in: bytes.span, at: offset)
            values.append(scalar.value)
            offset += scalar.length
        }
        return values
    }

    /// The standard library's reading, with each byte of an invalid sequence by itself.
    static func expected(_ bytes: [UInt8]) -> [UInt32] {
        var values: [UInt32] = []
        var offset = 0
        while offset < bytes.count {
            let length = (1...4).first { String(validating: bytes[offset...].prefix($0), as: UTF8.self) != nil }
            let text = length.flatMap { String(validating: bytes[offset...].prefix($0), as: UTF8.self) }
            values.append(text?.unicodeScalars.first?.value ?? 0x110000 + UInt32(bytes[offset]))
            offset += length ?? 1
        }
        return values
    }

    @Test func everyPairOfBytesIsReadAsByTheStandardLibrary() {
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                for bytes in [
                    [first, second], [first, second, 0x80], [0xF0, first, second, 0xBF], [0xE2, first, second],
                ] {
                    guard bytes.contains(where: { $0 >= 0x80 }) else { continue }
                    let values = Self.values(bytes)
                    if values != Self.expected(bytes) {
                        Issue.record("\(bytes): \(values)")
                        return
                    }
                }
            }
        }
    }

    @Test func readingBackwardsTakesTheSameSteps() {
        for seed in 0..<UInt64(500) {
            var random = RandomText(seed: seed)
            let bytes = random.text(partCount: 40)
            var values: [UInt32] = []
            var offset = bytes.count
            while offset > 0 {
                let scalar = DecodedScalar(in: bytes.span, endingAt: offset)
                values.append(scalar.value)
                offset -= scalar.length
            }
            #expect(values.reversed() == Self.values(bytes), "seed \(seed)")
        }
    }
}
