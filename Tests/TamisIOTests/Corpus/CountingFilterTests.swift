import Testing

@testable import TamisIO

/// No key ever seems rarer than it is, however often the slots have become more.
@Suite struct CountingFilterTests {
    @Test(arguments: [64, 1 << 20, 8 << 20])
    func countsAreUpperBounds(byteCount: Int) throws {
        let filter = try CountingFilter(byteCount: byteCount)
        // A third of the keys stand three times, spread over the time in which the slots become more.
        let keys = (0..<1_500_000 as Range<UInt64>).map { number in
            let key = (number + 1) &* 0x9E37_79B9_7F4A_7C15
            return key ^ key >> 29
        }
        for (index, key) in keys.enumerated() {
            filter.add(key)
            if index % 3 == 2 {
                filter.add(keys[index / 3])
                filter.add(keys[index / 3])
            }
        }
        #expect(keys.allSatisfy { filter.reaches(1, $0) })
        #expect(keys.prefix(500_000).allSatisfy { filter.reaches(3, $0) })
        // With room for all, under one in a hundred seem to stand ten times.
        if byteCount == 8 << 20 { #expect(keys.count { filter.reaches(10, $0) } * 100 < keys.count) }
    }
}
