/// What stands at a path.
public enum Folder {
    /// Whether a folder is at `path`.
    public static func exists(at path: String) -> Bool {
        FileStatus.isFolder(path)
    }

    /// Whether a file is at `path`, a pipe or a device included.
    public static func isFile(at path: String) -> Bool {
        if case .success(let status) = FileStatus.at(path) { status.kind != .folder } else { false }
    }
}
