/// Folders.
public enum Folder {
    /// Whether a folder is at `path`.
    public static func exists(at path: String) -> Bool {
        FileStatus.isFolder(path)
    }
}
