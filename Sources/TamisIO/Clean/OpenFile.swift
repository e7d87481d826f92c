/// The file that a run is writing.
final class OpenFile {
    let item: InputFile
    /// Where it goes; nil where nothing is written, or no more since that failed.
    private(set) var output: OutputFile?
    /// Whether nothing else goes to its output, which then appears whole or not at all.
    let isAlone: Bool
    /// Where the file's part of the output begins.
    let start: Int
    let outputDigest = Digest()
    var tally = FileTally()
    /// Whether it could not be read to its end, or its output could not be written.
    private(set) var isFailed = false
    /// Whether its records are passed over: they have nowhere to go.
    private(set) var isPassedOver = false
    /// How many of its documents stay for others that go.
    var representativeCount = 0
    /// Whether it is a text that goes: it has no place in a tree.
    private let isText: Bool

    init(_ item: InputFile, _ output: OutputFile?, isText: Bool, isAlone: Bool) {
        self.item = item
        self.output = output
        self.isText = isText
        self.isAlone = isAlone
        start = output?.byteCount ?? 0
    }

    /// Whether nothing of it appears.
    var isLost: Bool { isFailed && isAlone }

    /// Whether it is left out of a tree.
    var isLeftOut: Bool { isText && tally.summary.removedCount > 0 }

    /// Its input ended before its end.
    func fail() { isFailed = true }

    /// Its output cannot be written: what is there of it goes.
    func passOver() {
        isFailed = true
        isPassedOver = true
        output = nil
    }
}
