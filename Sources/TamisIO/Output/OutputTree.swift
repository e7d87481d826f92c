// Under the root `out`, the file `news/a.txt` is opened step by step: `out`, then `news` in it, then `a.txt` in that,
// never through a symbolic link, so that nothing outside `out` can be written.
import Glibc

/// A folder in which a tree of inputs is mirrored.
///
/// Not for use from several threads at once.
public final class OutputTree {
    /// The folder's path as it was given.
    public let path: String
    /// How hard compressed files are compressed; nil for the container's default.
    let level: Int?
    let root: FileDescriptor
    /// The bytes of the names that are taken: two may differ in their Unicode normal form alone.
    private var names: Set<[UInt8]> = []
    private var written: Set<FileIdentity> = []

    /// Opens the folder at `path`, and makes it and the folders above it where they are missing.
    ///
    /// Files whose names end in `.gz` or `.zst` are compressed, at `level` where one is given.
    public init(path: String, level: Int? = nil) throws(OutputError) {
        self.path = path
        self.level = level
        do throws(SystemError) {
            root = try Self.openRoot(path)
        } catch {
            throw OutputError(error, file: path)
        }
    }

    /// Starts the file at `relativePath` under the folder, and makes the folders between.
    ///
    /// Refused are absolute paths, `..`, symbolic links inside the tree, and a path or file this tree has written before
    /// (also as another spelling of one name, where the file system folds case).
    public func file(at relativePath: String) throws(OutputError) -> OutputFile {
        let shown = path + "/" + relativePath
        let parts = relativePath.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            String(Substring($0))
        }
        guard let name = parts.last, parts.allSatisfy(Self.isPlainName) else {
            throw OutputError(
                "is not a path inside the output folder", file: shown,
                advice: "name the input without .. and inside a folder")
        }
        guard claim(relativePath) else { throw Self.collision(shown) }
        do throws(SystemError) {
            var folder = try root.duplicate()
            for part in parts.dropLast() { folder = try Self.openFolder(part, in: folder.number) }
            let existing = try Self.status(of: name, in: folder.number)
            if let existing, written.contains(FileIdentity(existing)) { throw SystemError(code: EEXIST) }
            let file = try AtomicFile.create(name, in: folder, replacing: existing)
            written.insert(try file.identity())
            return OutputFile(path: shown, file, OutputCompression(suffixOf: name, level: level))
        } catch {
            throw error.code == EEXIST ? Self.collision(shown) : OutputError(error, file: shown)
        }
    }

    /// Takes the name of a file below the folder; false where it is taken.
    @discardableResult
    func claim(_ relativePath: String) -> Bool { names.insert(Array(relativePath.utf8)).inserted }

    /// Two inputs have one output.
    static func collision(_ path: String) -> OutputError {
        OutputError("two inputs would be written here", file: path, advice: "rename one, or clean them apart")
    }

    private static func isPlainName(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".." && !name.utf8.contains(0)
    }

    /// The folder at `path`, made with those above it where it is missing.
    private static func openRoot(_ path: String) throws(SystemError) -> FileDescriptor {
        var made = ""
        for (index, part) in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .enumerated()
        {
            made += (index > 0 ? "/" : "") + String(decoding: part, as: UTF8.self)
            if made.isEmpty || part.isEmpty { continue }
            if mkdir(made, 0o777) != 0, errno != EEXIST, errno != EISDIR, FileIdentity(path: made) == nil {
                throw .last
            }
        }
        return try FileDescriptor.open(path, flags: O_RDONLY | O_DIRECTORY)
    }

    /// The folder `name` in `folder`, made where it is missing.
    private static func openFolder(_ name: String, in folder: Int32) throws(SystemError) -> FileDescriptor {
        if mkdirat(folder, name, 0o777) != 0, errno != EEXIST { throw .last }
        return try FileDescriptor.open(name, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW, in: folder)
    }

    /// What `name` in `folder` is; nil when it is not there yet; anything but a file is refused.
    static func status(of name: String, in folder: Int32) throws(SystemError) -> stat? {
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return nil }
            throw .last
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return status
        case S_IFDIR: throw SystemError(code: EISDIR)
        default: throw SystemError(code: ELOOP)
        }
    }
}
