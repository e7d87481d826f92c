import Glibc
import Tamis

// The Swift side of scripts/train-furniture, which reads labels and finds weights in Python. Texts come in on standard input,
// each as its length in bytes (32 bits, little-endian) and its bytes; what is found of them goes out as plain records.
//
//     slots                          name and number of values of each slot, as text
//     features [SCORES]              per text the number of its lines; per line its start, its values,
//                                    whether it is certain prose, its words and pairs
//     clean TABLE LEVEL all|alone    per text what is left of it, as length and bytes; LEVEL may be `standard+20`, 20 more cautious

/// Gives the trainer what the judge sees.
@main struct FurnitureTrainer {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "slots" where arguments.count == 1: writeSlots()
        case "features" where arguments.count <= 2: writeFeatures(scores: arguments.dropFirst().first)
        case "clean" where arguments.count == 4: clean(arguments[1], arguments[2], arguments[3])
        default: fail("usage: FurnitureTrainer slots | features [SCORES] | clean TABLE LEVEL all|alone")
        }
    }

    private static func writeSlots() {
        let counts = [
            JudgeTraining.lineSlotCount, JudgeTraining.secondStart, JudgeTraining.wordingLimit,
            JudgeTraining.wordingEntryCount,
        ]
        var text = counts.map { "\($0)" }.joined(separator: " ") + "\n"
        for slot in JudgeTraining.slots { text += "\(slot.name) \(slot.valueCount)\n" }
        Output.write(Array(text.utf8))
    }

    private static func writeFeatures(scores path: String?) {
        let scores = path.map { Input(path: $0).rest() }
        var offset = 0
        func nextScore() -> Int32 {
            guard let scores, offset + 4 <= scores.count else { fail("too few scores") }
            defer { offset += 4 }
            return (0..<4).reduce(0) { $0 | Int32(bitPattern: UInt32(scores[offset + $1]) << UInt32(8 * $1)) }
        }
        forEachText { text in
            var record: [UInt8] = []
            var lineCount: UInt32 = 0
            let given: ((Int) -> (scores: [Int32], wordingScores: [Int32]))? =
                scores == nil
                ? nil
                : { count in
                    let pairs = (0..<count).map { _ in (nextScore(), nextScore()) }
                    return (pairs.map(\.0), pairs.map(\.1))
                }
            JudgeTraining.forEachLine(of: text, scores: given) { start, values, wordings, isCertain in
                lineCount += 1
                record += littleEndian(UInt32(start))
                record += values
                record.append(isCertain ? 1 : 0)
                record.append(UInt8(wordings.count))
                for place in 0..<JudgeTraining.wordingLimit {
                    record += littleEndian(place < wordings.count ? wordings[place] : 0)
                }
            }
            Output.write(littleEndian(lineCount) + record)
        }
    }

    private static func clean(_ path: String, _ level: String, _ rules: String) {
        let parts = level.split(separator: "+", maxSplits: 1)
        guard let name = parts.first, let level = FurnitureLevel(name: String(name)),
            let caution = parts.count > 1 ? Int16(parts[1]) : 0
        else { fail("no such level") }
        let table = Input(path: path).rest()
        guard
            let pipeline = JudgeTraining.pipeline(
                encodedWeights: table, level: level, caution: Int32(caution), onlyFurniture: rules == "alone")
        else { fail("\(path) is no table of weights") }
        forEachText { text in
            let cleaned = pipeline.clean(Document(id: "", utf8: text)).utf8
            Output.write(littleEndian(UInt32(cleaned.count)) + cleaned)
        }
    }

    private static func forEachText(_ body: ([UInt8]) -> Void) {
        let input = Input(path: "/dev/stdin")
        while let header = input.read(4) {
            let count = header.reversed().reduce(0) { $0 << 8 | Int($1) }
            guard let text = count == 0 ? [] : input.read(count) else { fail("a text is cut short") }
            body(text)
        }
    }
}

/// The four bytes of a number.
private func littleEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
}

/// Ends with a message.
private func fail(_ message: String) -> Never {
    let bytes = Array("FurnitureTrainer: \(message)\n".utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    exit(2)
}

/// A file that is read in order.
private final class Input {
    private let file: UnsafeMutablePointer<FILE>
    private let path: String

    init(path: String) {
        guard let file = fopen(path, "rb") else { fail("cannot read \(path)") }
        self.file = file
        self.path = path
    }

    /// The next bytes; nil at the end.
    func read(_ count: Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { $1 = fread($0.baseAddress, 1, count, file) }
        return bytes.count == count ? bytes : nil
    }

    /// Everything that is left.
    func rest() -> [UInt8] {
        var bytes: [UInt8] = []
        while let byte = read(1) { bytes += byte }
        return bytes
    }
}

/// Standard output.
private enum Output {
    static func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 else { fail("cannot write") }
            rest = rest.dropFirst(count)
        }
    }
}
