import Tamis

/// One file being restored.
final class Restoration {
    private let file: LedgerFile
    private let source: OutputSource
    private let output: OutputFile
    private let encoding: TextEncoding?
    /// Whether it is a text that was left out and is not to come back.
    private var isLeftOut = false
    private let inputDigest = Digest()
    private let outputDigest = Digest()
    /// The text of the file's record, where texts were written as records; patches then count in it.
    private var text: [UInt8]?
    /// The offset in the file's output, or in the text.
    private var position = 0
    /// What is restored, held back where it must be converted.
    private var converted: [UInt8] = []

    init(_ file: LedgerFile, from source: OutputSource, to output: OutputFile) throws {
        self.file = file
        self.source = source
        self.output = output
        encoding = try file.encoding.map { try TextEncoding(name: $0) }
    }

    /// Reads the record that the text became, unless it has been read; a text that was left out became none.
    private func readRecord() throws {
        guard text == nil, file.format == .text, file.outputFormat == .jsonl else { return }
        let line = try source.line()
        outputDigest.update(line[...])
        guard let text = (try? JSONValue(parsing: line))?["text"]?.bytes else {
            throw LedgerError(file: source.path, what: "line \(file.outputRecord) is no record with a text")
        }
        self.text = text
    }

    /// Copies up to a patch and undoes it where it is chosen.
    func undo(_ patch: LedgerPatch, isChosen: Bool) throws {
        guard patch.isApplied else { return }
        guard patch.outputOffset >= position else {
            throw LedgerError(file: source.path, what: "patch \(patch.id) of the ledger stands out of order")
        }
        try advance(to: patch.outputOffset, isKept: true)
        try advance(to: patch.outputOffset + patch.outputLength, isKept: !isChosen)
        if isChosen { try write(patch.removed[...]) }
        isLeftOut = !isChosen && file.format == .text && patch.rule == PatchMembers.requirement
    }

    /// Copies the rest and checks the digests.
    func verify(_ sums: LedgerSums, checksInput: Bool) throws {
        if sums.outputByteCount > 0 { try readRecord() }
        try advance(to: text?.count ?? sums.outputByteCount, isKept: true)
        guard outputDigest.hexadecimal == sums.outputDigest else {
            throw LedgerError(
                file: source.path, what: "is not the output that the ledger describes: its digest differs")
        }
        guard !checksInput || inputDigest.hexadecimal == sums.inputDigest else {
            throw LedgerError(file: source.path, what: "what was restored is not the input: its digest differs")
        }
        if let encoding {
            guard let original = encoding.encode(converted.span) else {
                throw LedgerError(file: source.path, what: "cannot be converted back to \(encoding.rawValue)")
            }
            try output.write(original)
        }
    }

    /// Makes the file appear under its name, unless it is a text that does not come back.
    func appear() throws {
        if !isLeftOut { try output.finish() }
    }

    private func advance(to offset: Int, isKept: Bool) throws {
        if offset > position { try readRecord() }
        if let text {
            guard offset <= text.count else {
                throw LedgerError(file: source.path, what: "line \(file.outputRecord) is shorter than the ledger says")
            }
            if isKept { try write(text[position..<offset]) }
        } else {
            try source.read(offset - position) { piece in
                outputDigest.update(piece)
                if isKept { try write(piece) }
            }
        }
        position = offset
    }

    private func write(_ bytes: ArraySlice<UInt8>) throws {
        inputDigest.update(bytes)
        if encoding == nil { try output.write(bytes) } else { converted.append(contentsOf: bytes) }
    }
}
