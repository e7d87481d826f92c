import Glibc
import Tamis

/// Measures the parts of the pipeline in MB of text per CPU second.
///
///     swift run -c release --package-path Benchmarks MicroBenchmark TEXT [ROUNDS [JOB]]
///
/// TEXT holds documents with a form feed between them, as `scripts/bench` leaves one beside each corpus; JOB is a part of the
/// names of the jobs to run. `MicroBenchmark fold TEXT OUTPUT ROUNDS` is the job `folding` of `scripts/bench`.
@main
struct MicroBenchmark {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "fold", arguments.count == 4, let bytes = read(CommandLine.arguments[2]) {
            let documents = bytes.split(separator: UInt8(ascii: "\u{C}")).map { Array($0) }
            return FoldingRun.run(
                documents, to: CommandLine.arguments[3], rounds: Int(CommandLine.arguments[4]) ?? 5)
        }
        guard let path = arguments.first, let bytes = read(path) else {
            print("usage: MicroBenchmark TEXT [ROUNDS [JOB]]   (TEXT: documents with form feeds between them)")
            exit(64)
        }
        let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 5
        let documents = bytes.split(separator: UInt8(ascii: "\u{C}")).enumerated().map {
            Document(id: String($0.offset), utf8: Array($0.element))
        }
        let byteCount = documents.reduce(0) { $0 + $1.utf8.count }
        print("\(documents.count) documents, \(byteCount) bytes; median of \(rounds) rounds")
        let wanted = arguments.dropFirst(2).first ?? ""
        for job in Job.all where wanted.isEmpty || job.name.contains(wanted) {
            let seconds = (0..<rounds).map { _ in cpuSeconds { documents.forEach(job.run) } }.sorted()[rounds / 2]
            let speed = Int(Double(byteCount) / seconds / 1e6)
            print(job.name.padded(to: 32), String(speed).padded(to: 6), "MB/s")
        }
        if Job.checksum == 1 { print("") }  // keeps the work from being optimised away
    }

    private static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while case let count = fread(&block, 1, block.count, file), count > 0 { bytes += block[..<count] }
        return bytes
    }

    static func cpuSeconds(_ body: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        body()
        return now() - start
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
