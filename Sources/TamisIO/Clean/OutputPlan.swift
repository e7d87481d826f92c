import Tamis

/// Where the files of a run go.
public enum OutputPlan {
    /// All to one file or standard output, one after another.
    case single(OutputFile)
    /// Each to its place in a folder.
    case tree(OutputTree)
    /// Each in place of its input; with a suffix the input is kept under its name and that suffix.
    ///
    /// A compressed input is compressed again, at `level` where one is given.
    case inPlace(suffix: String, level: Int? = nil)
    /// Nowhere: only the ledger and the summary are wanted.
    case none
}
