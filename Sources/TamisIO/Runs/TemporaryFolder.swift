import Glibc

/// Where temporary files go: files without a name, which the system takes back when the process ends, however it ends.
public struct TemporaryFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// The folder at `path`.
    public init(path: String) {
        self.path = path
    }

    /// The folder that the environment names in `TMPDIR`, else `/tmp`.
    public static var standard: TemporaryFolder {
        let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        return TemporaryFolder(path: named.isEmpty ? "/tmp" : named)
    }

    /// Opens a new file for writing and reading.
    func makeFile() throws(OutputError) -> FileDescriptor {
        // O_TMPFILE, which Swift does not import; not every file system has it.
        let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY
        if let file = try? FileDescriptor.open(path, flags: O_RDWR | unnamed, mode: 0o600) { return file }
        var template = Array((path + "/tamis-" + String(repeating: "X", count: 6)).utf8CString)
        let number = mkstemp(&template)
        guard number >= 0 else { throw error(.last) }
        unlink(template)
        return FileDescriptor(number)
    }

    /// Opens a new file for writing at its end and reading anywhere.
    func makeStoredFile() throws(OutputError) -> StoredFile {
        StoredFile(try makeFile(), name: fileName)
    }

    /// How errors name a file in this folder.
    var fileName: String {
        "temporary file in " + path
    }

    /// What went wrong with a file in this folder.
    func error(_ error: SystemError) -> OutputError {
        OutputError(
            error.text, file: fileName,
            advice: "make room there, raise --memory, or name another folder in TMPDIR")
    }
}
