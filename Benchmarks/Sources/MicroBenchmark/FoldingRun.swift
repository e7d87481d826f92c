import Glibc
import Tamis

/// Folds texts to keys, for the job `folding`: measured by itself, since a program that reads and writes does little else.
enum FoldingRun {
    /// Prints the CPU seconds of the fastest round and writes the folded documents, with form feeds between them.
    static func run(_ documents: [[UInt8]], to path: String, rounds: Int) {
        var buffer: [UInt8] = []
        var best = Double.infinity
        for _ in 0..<rounds {
            let seconds = MicroBenchmark.cpuSeconds {
                for document in documents {
                    buffer.removeAll(keepingCapacity: true)
                    Folding.exact.append(0..<document.count, of: document.span, to: &buffer)
                    Job.checksum ^= Int(truncatingIfNeeded: Key(hashing: buffer.span).low)
                }
            }
            best = min(best, seconds)
        }
        print(best)
        guard let file = fopen(path, "w") else { return perror(path) }
        for document in documents {
            buffer.removeAll(keepingCapacity: true)
            Folding.exact.append(0..<document.count, of: document.span, to: &buffer)
            buffer.append(0x0C)
            fwrite(buffer, 1, buffer.count, file)
        }
        fclose(file)
    }
}
