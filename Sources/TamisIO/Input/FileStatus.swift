import Glibc

/// What a search needs to know of a file.
struct FileStatus: Sendable {
    /// What is behind a name.
    enum Kind: Sendable {
        case file
        case folder
        /// A pipe, socket or device.
        case other
    }

    let kind: Kind
    let identity: FileIdentity
    /// Bytes of a file.
    let byteCount: Int

    /// The status of the file at `path`, through symbolic links.
    static func at(_ path: String) -> Result<FileStatus, SystemError> {
        var status = stat()
        return stat(path, &status) == 0 ? .success(FileStatus(status)) : .failure(.last)
    }

    /// Whether a folder is at `path`.
    static func isFolder(_ path: String) -> Bool {
        if case .success(let status) = at(path) { status.kind == .folder } else { false }
    }

    /// The status of the file at `path`, where `-` is the open file `standard`; nil when there is none.
    static func of(_ path: String, standard: Int32) -> FileStatus? {
        path == "-" ? FileStatus(descriptor: standard) : try? at(path).get()
    }

    /// The status of an open file; nil when it is not open.
    init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        identity = FileIdentity(status)
        byteCount = Int(status.st_size)
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
    }
}
