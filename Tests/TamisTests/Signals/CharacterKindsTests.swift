import CKernels
import Testing

@testable import Tamis

/// The kernel counts, with every instruction set, what Unicode says of the bytes one by one.
struct CharacterKindsTests {
    @Test func kindsOfRandomBytes() {
        var random = RandomText(seed: 5)
        let lengths = [0, 1, 31, 32, 33, 64, 255 * 32, 255 * 32 + 31] + (0..<200).map { $0 * 3 }
        for length in lengths {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            let ascii = bytes.filter { $0 < 0x80 }.map { ScalarProperties(of: UInt32($0)) }
            for raw in TAMIS_CPU_PORTABLE.rawValue...TAMIS_CPU_AVX512.rawValue {
                let cpu = tamis_cpu(rawValue: raw)
                guard tamis_cpu_supports(cpu) != 0 else { continue }
                let counts = tamis_count_character_kinds_on(cpu, bytes, bytes.count)
                #expect(counts.digit == ascii.count(where: \.isDecimalDigit))
                #expect(counts.uppercase == ascii.count(where: \.isUppercase))
                #expect(counts.symbol == ascii.count(where: \.isSymbol))
                #expect(counts.space == ascii.count(where: \.isWhiteSpace))
                #expect(counts.markup_starter == bytes.count { "<&=".utf8.contains($0) })
                #expect(counts.non_ascii == bytes.count { $0 >= 0x80 })
            }
        }
    }
}
