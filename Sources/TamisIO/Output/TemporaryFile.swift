import Glibc

/// Files without a name, which are gone when they are closed, however the process ends.
enum TemporaryFile {
    /// Where temporary files go unless told otherwise: `TMPDIR`, or `/tmp`.
    static var defaultFolder: String {
        guard let path = getenv("TMPDIR"), path.pointee != 0 else { return "/tmp" }
        return String(cString: path)
    }

    /// Opens a file without a name in `folder`, to write and to read.
    static func open(in folder: String) throws(OutputError) -> FileDescriptor {
        // O_TMPFILE, which Swift does not import.
        let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY
        if let file = try? FileDescriptor.open(folder, flags: O_RDWR | unnamed, mode: 0o600) { return file }
        // mkstemp wants a name that ends in six of these.
        var template = Array("\(folder)/tamis-\(String(repeating: "X", count: 6))".utf8CString)
        let number = mkstemp(&template)
        guard number >= 0 else {
            throw OutputError(
                SystemError.last.text, file: folder, advice: "name a folder for temporary files by TMPDIR")
        }
        unlink(template)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        return FileDescriptor(number)
    }
}
