import Glibc

/// A path cut into its folder and its name, symbolic links at its end followed.
struct OutputPath {
    /// The whole path.
    let path: String
    /// The folder, `.` where the path names none.
    let folder: String
    /// The name in the folder.
    let name: String

    init(_ path: String) {
        self.path = Self.followed(path)
        let bytes = Array(self.path.utf8)
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
            folder = "."
            name = self.path
            return
        }
        folder = slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
        name = String(decoding: bytes[(slash + 1)...], as: UTF8.self)
    }

    /// Where the symbolic link `path` leads; `path` itself when it is none or leads nowhere.
    private static func followed(_ path: String) -> String {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let real = realpath(path, nil) else {
            return path
        }
        defer { free(real) }
        return String(cString: real)
    }
}
