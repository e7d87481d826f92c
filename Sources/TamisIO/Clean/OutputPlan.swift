import Tamis

/// Where the files of a run go.
public enum OutputPlan {
    /// All to one file or standard output, one after another.
    case single(OutputFile)
    /// Each to its place in a folder.
    case tree(OutputTree)
    /// Each in place of its input; with a suffix the input is kept under its name and that suffix.
    case inPlace(suffix: String)
    /// Nowhere: only the ledger and the summary are wanted.
    case none
}

/// An input of a run.
public struct InputItem: Sendable, Equatable {
    /// The path to open; `-` is standard input.
    public let path: String
    /// The path below the folder that was given: the name in a mirrored tree, and the id of a text.
    public let relativePath: String

    /// Makes an input.
    public init(path: String, relativePath: String) {
        self.path = path
        self.relativePath = relativePath
    }
}
