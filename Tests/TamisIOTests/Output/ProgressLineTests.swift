import Testing

@testable import TamisIO

/// What is said of a run on its way.
struct ProgressLineTests {
    @Test(arguments: [
        (118_000_000, 281_000_000, 3.4, " 41 %  118 MB of 281 MB  34.7 MB/s  0:05 left"),
        (1_000, 1_000_000_000, 10, " 0 %  1 kB of 1 GB  100 bytes/s  2777:46:30 left"),
        (10_000_000, 1_000_000_000, 40, " 1 %  10 MB of 1 GB  250 kB/s  1:06:00 left"),
        (5_000, 4_000, 1, " 100 %  5 kB of 4 kB  5 kB/s  0:00 left"),
        (5_000, nil, 2, " 5 kB  2.5 kB/s"),
        (0, 0, 0, " 0 bytes  0 bytes/s"),
    ])
    func lineHasRateAndTimeLeft(_ read: Int, _ total: Int?, _ seconds: Double, _ text: String) {
        #expect(ProgressLine(readBytes: read, totalBytes: total, seconds: seconds).text == text)
    }

    /// The line is written over: it must not wrap.
    @Test func lineFitsATerminal() {
        let line = ProgressLine(readBytes: 1, totalBytes: .max, seconds: 1e9).text
        #expect(line.count < 80)
    }
}
