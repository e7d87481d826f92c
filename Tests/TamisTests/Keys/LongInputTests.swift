import CKernels
import CXXHash
import Testing

@testable import Tamis

@Suite struct LongInputTests {
    /// XXH3 of the bytes 0, 1, … 255, 0, … with seed 0, as the reference implementation (xxhsum 0.8.1) gives it.
    @Test func hashesAreThoseOfXXH3() {
        let empty = Key(hashing: [UInt8]().span)
        #expect(empty.low == 0x6001_C324_468D_497F)
        #expect(empty.high == 0x99AA_06D3_0147_98D8)
    }

    @Test func everyInstructionSetGivesTheSameHash() {
        for count in [241, 255, 256, 1023, 1024, 1025, 4096, 100_003] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            for seed in [UInt64(0), 42] {
                let short = tamis_xxh3_64_plain(bytes, count, seed)
                let long = tamis_xxh3_128_plain(bytes, count, seed)
                if tamis_cpu_supports(TAMIS_CPU_AVX2) != 0 {
                    #expect(tamis_xxh3_64_avx2(bytes, count, seed) == short)
                    #expect(tamis_xxh3_128_avx2(bytes, count, seed).low == long.low)
                    #expect(tamis_xxh3_128_avx2(bytes, count, seed).high == long.high)
                }
                if tamis_cpu_supports(TAMIS_CPU_AVX512) != 0 {
                    #expect(tamis_xxh3_64_avx512(bytes, count, seed) == short)
                    #expect(tamis_xxh3_128_avx512(bytes, count, seed).low == long.low)
                    #expect(tamis_xxh3_128_avx512(bytes, count, seed).high == long.high)
                }
                #expect(tamis_xxh3_64(bytes, count, seed) == short)
            }
        }
    }
}
