import Glibc

/// What is wrong with an output, where, and what to do.
public struct OutputError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong, without a full stop: `No space left on device`.
    public let what: String
    /// The file's path as it was given; `-` is standard output.
    public let file: String
    /// The offset of the first byte that may not have been written; nil when it would tell nothing.
    public let byteOffset: Int?
    /// What the user can do; empty when there is nothing to say.
    public let advice: String

    /// Makes an error from its parts.
    public init(_ what: String, file: String, byteOffset: Int? = nil, advice: String = "") {
        self.what = what
        self.file = file
        self.byteOffset = byteOffset
        self.advice = advice
    }

    /// An error the system reported.
    init(_ error: SystemError, file: String, byteOffset: Int? = nil) {
        let advice = Self.advice.first { $0.code == error.code }?.advice ?? ""
        self.init(error.text, file: file, byteOffset: byteOffset, advice: advice)
    }

    /// The message on one line, safe to print on a terminal.
    public var description: String {
        var parts = [file == "-" ? "standard output" : file]
        if let byteOffset { parts.append("byte \(byteOffset)") }
        parts.append(what)
        let message = parts.joined(separator: ": ")
        return TerminalText.escaped(advice.isEmpty ? message : message + "; " + advice)
    }

    private static let advice: [(code: Int32, advice: String)] = [
        (ENOSPC, "make room and run again"),
        (EDQUOT, "make room in your quota and run again"),
        (EFBIG, "raise the limit of file sizes (ulimit -f)"),
        (ENOENT, "make the folder first"),
        (EACCES, "check the folder's permissions"),
        (EPERM, "check the folder's permissions"),
        (EISDIR, "choose another name"),
        (ENOTDIR, "choose another name"),
        (ELOOP, "symbolic links and special files are not written in an output folder"),
        (EEXIST, "choose another name"),
        (ENAMETOOLONG, "choose a shorter name"),
        (EROFS, "choose a folder that can be written"),
    ]
}
