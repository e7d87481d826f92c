import Tamis

/// What a record of finished files says of one.
struct FinishedFile {
    /// The path of the input, and its place below the output folder.
    let input, name: String
    /// The digest of all that decides about the result, apart from the input.
    let settings: String
    /// Whether the output is complete under its name; otherwise the file is done again.
    let isFinished: Bool
    /// Whether it has no output, for its one document goes.
    let isLeftOut: Bool
    /// The digests of the decoded bytes that were read and of those that were written.
    let inputDigest, outputDigest: String
    let inputByteCount: Int
    let tally: FileTally

    init(_ file: OpenFile, read: Digest, settings: String) {
        input = file.item.path
        name = file.item.relativePath
        self.settings = settings
        isFinished = !file.isFailed
        isLeftOut = file.isLeftOut
        inputDigest = read.hexadecimal
        inputByteCount = read.byteCount
        outputDigest = file.outputDigest.hexadecimal
        tally = file.tally
    }

    /// Reads what `json` wrote; nil where something is missing.
    init?(_ line: [UInt8]) {
        guard let value = try? JSONValue(parsing: line), let input = value["input"]?.text,
            let name = value["name"]?.text, let settings = value["settings"]?.text,
            let isFinished = value["finished"]?.boolean, let isLeftOut = value["left_out"]?.boolean,
            let inputDigest = value["input_xxh3"]?.text, let outputDigest = value["output_xxh3"]?.text,
            let inputByteCount = value["input_bytes"]?.integer, let tally = FileTally(value)
        else { return nil }
        (self.input, self.name, self.settings) = (input, name, settings)
        (self.isFinished, self.isLeftOut) = (isFinished, isLeftOut)
        (self.inputDigest, self.outputDigest) = (inputDigest, outputDigest)
        (self.inputByteCount, self.tally) = (inputByteCount, tally)
    }

    /// A line of JSON without its closing brace, for a checksum follows.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for (key, text) in [
            ("type", "finished"), ("input", input), ("name", name), ("settings", settings),
            ("input_xxh3", inputDigest), ("output_xxh3", outputDigest),
        ] {
            writer.key(named: key)
            writer.string(text)
        }
        for (key, isTrue) in [("finished", isFinished), ("left_out", isLeftOut)] {
            writer.key(named: key)
            writer.boolean(isTrue)
        }
        writer.key("input_bytes")
        writer.integer(inputByteCount)
        tally.write(to: &writer)
        return writer.take()
    }
}

extension FileTally {
    private static let lists = ["counts", "findings", "cut"]

    /// Writes members of an object: lists of numbers in a fixed order, since nobody but `init` reads them.
    fileprivate func write(to writer: inout JSONWriter) {
        let counts = [summary.inputByteCount, summary.outputByteCount, errorCount, repeatedFieldCount, htmlCount]
        let lists = [counts + summary.outcomeCounts, summary.findingCounts, summary.cutCharacterCounts]
        for (key, numbers) in zip(Self.lists, lists) {
            writer.key(named: key)
            writer.beginArray()
            for number in numbers { writer.integer(number) }
            writer.endArray()
        }
    }

    fileprivate init?(_ value: JSONValue) {
        let lists = Self.lists.map { (value[$0]?.elements ?? []).compactMap(\.integer) }
        let rules = Rule.all.map(\.name)
        guard lists[0].count == 9, lists[1].count == rules.count, lists[2].count == rules.count else { return nil }
        summary = Summary(
            rules: rules, outcomeCounts: Array(lists[0][5...]), inputByteCount: lists[0][0],
            outputByteCount: lists[0][1], findingCounts: lists[1], cutCharacterCounts: lists[2])
        (errorCount, repeatedFieldCount, htmlCount) = (lists[0][2], lists[0][3], lists[0][4])
    }
}
