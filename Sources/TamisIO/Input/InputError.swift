/// What is wrong with an input, where, and what to do.
public struct InputError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong, without a full stop: `is a directory`.
    public let what: String
    /// The file's path as it was given; `-` is standard input.
    public let file: String
    /// The record's number, from 1 (a line number for JSONL); nil when the whole input is meant.
    public let record: Int?
    /// The offset in the file's bytes, from 0; nil when it would tell nothing.
    public let byteOffset: Int?
    /// What the user can do; empty when there is nothing to say.
    public let advice: String
    /// Whether the command line is wrong (exit 64) rather than the input (exit 2).
    public let isUsage: Bool

    /// Makes an error from its parts.
    public init(
        _ what: String, file: String, record: Int? = nil, byteOffset: Int? = nil, advice: String = "",
        isUsage: Bool = false
    ) {
        self.what = what
        self.file = file
        self.record = record
        self.byteOffset = byteOffset
        self.advice = advice
        self.isUsage = isUsage
    }

    /// An error the system reported while `file` was opened or read.
    init(_ error: SystemError, file: String, byteOffset: Int? = nil) {
        let advice = Self.advice.first { $0.code == error.code }?.advice ?? ""
        self.init(error.text, file: file, byteOffset: byteOffset, advice: advice)
    }

    /// What is wrong with an output, where the run goes on without it.
    init(_ error: OutputError) {
        self.init(error.what, file: error.file, byteOffset: error.byteOffset, advice: error.advice)
    }

    /// The message on one line, safe to print on a terminal.
    public var description: String {
        var parts = [file == "-" ? "standard input" : file]
        let place = [record.map { "record \($0)" }, byteOffset.map { "byte \($0)" }].compactMap { $0 }
        if !place.isEmpty { parts.append(place.joined(separator: ", ")) }
        parts.append(what)
        let message = parts.joined(separator: ": ")
        return TerminalText.escaped(advice.isEmpty ? message : message + "; " + advice)
    }
}
