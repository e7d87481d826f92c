import Testing

@testable import TamisIO

private struct Stop: Error {}

@Suite struct OrderedMapTests {
    @Test(arguments: [1, 2, 3, 8])
    func keepsTheOrder(_ threads: Int) throws {
        var next = 0
        var results: [Int] = []
        var inFlight = 0
        try OrderedMap.run(
            threads: threads,
            next: {
                next += 1
                inFlight += 1
                #expect(inFlight <= 2 * threads + 2)
                return next <= 2000 ? next : nil
            },
            work: { (number: Int) in
                // Uneven work, so that workers overtake each other.
                (0..<(number * 7919 % 1000)).reduce(number) { $0 ^ ($1 &* 0) }
            },
            consume: {
                inFlight -= 1
                results.append($0)
            })
        #expect(results == Array(1...2000))
    }

    @Test(arguments: [1, 2, 5])
    func stopsOnErrors(_ threads: Int) {
        for failing in [1, 2, 10, 50] {
            var next = 0
            var consumed: [Int] = []
            #expect(throws: Stop.self) {
                try OrderedMap.run(
                    threads: threads,
                    next: {
                        next += 1
                        if next == failing { throw Stop() }
                        return next
                    }, work: { $0 }, consume: { consumed.append($0) })
            }
            #expect(consumed == Array(1..<failing), "what was read before the error is not lost")
            #expect(throws: Stop.self) {
                try OrderedMap.run(
                    threads: threads, next: { 0 }, work: { $0 },
                    consume: { _ in
                        consumed.append(0)
                        if consumed.count >= failing { throw Stop() }
                    })
            }
        }
    }

    @Test(arguments: [1, 4])
    func keepsScratchPerWorker(_ threads: Int) throws {
        var left = 500
        var total = 0
        var highest = 0
        try OrderedMap.run(
            threads: threads, makeScratch: { 0 },
            next: {
                left -= 1
                return left >= 0 ? 1 : nil
            },
            work: { (scratch: inout Int, input: Int) in
                scratch += input
                return scratch
            },
            consume: {
                total += 1
                highest = max(highest, $0)
            })
        #expect(total == 500 && highest <= 500 && highest >= 500 / threads)
    }

    @Test(arguments: [1, 2, 4])
    func aSlowInputKeepsNothingBack(_ threads: Int) throws {
        var given = 0
        var consumed = 0
        try OrderedMap.run(
            threads: threads, makeScratch: {}, isInputReady: { false },
            next: {
                #expect(consumed == given, "all results are out before the input is waited for")
                given += 1
                return given <= 100 ? given : nil
            },
            work: { _, input in input }, consume: { _ in consumed += 1 })
        #expect(consumed == 100)
    }

    @Test func staysInTheByteBudget() throws {
        var given = 0
        var open = 0
        try OrderedMap.run(
            threads: 4, byteBudget: 100, byteCount: { $0 }, makeScratch: {},
            next: {
                #expect(open < 100)
                given += 1
                let size = given % 7 == 0 ? 500 : 40
                open += size
                return given <= 200 ? size : nil
            },
            work: { _, size in size }, consume: { open -= $0 })
    }

    @Test func anEmptyInputIsFine() throws {
        for threads in [0, 1, 2] {
            try OrderedMap.run(threads: threads, next: { nil as Int? }, work: { $0 }, consume: { _ in Issue.record() })
        }
    }
}
