// Writing `out/a.jsonl`: bytes go into a file without a name in `out`; `commit` puts it on the disk, gives it its name and
// puts the folder on the disk. A process that is killed before leaves nothing behind. Where the name is taken, the file is
// first called `out/.a.jsonl.tamis-4711-1` and then renamed, for a link replaces nothing.
import Glibc
import Synchronization

/// A file that is complete under its name or not there.
struct AtomicFile: ~Copyable {
    private let file: FileDescriptor
    private let folder: FileDescriptor
    private let name: String
    private let temporaryName: String
    /// Whether the file has its temporary name already; false while it has no name at all.
    private var isNamed: Bool

    /// Starts a file that will be called `name` in `folder`; `existing` is the file it will replace.
    static func create(
        _ name: String, in folder: consuming FileDescriptor, replacing existing: stat?
    ) throws(SystemError) -> AtomicFile {
        let serial = serial.wrappingAdd(1, ordering: .relaxed).newValue
        let temporaryName = ".\(shortened(name)).tamis-\(getpid())-\(serial)"
        let result: AtomicFile
        switch openUnnamed(in: folder.number) {
        case .some(let file):
            result = AtomicFile(file: file, folder: folder, name: name, temporaryName: temporaryName, isNamed: false)
        case .none:
            let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
            let file = try FileDescriptor.open(temporaryName, flags: flags, mode: 0o666, in: folder.number)
            result = AtomicFile(file: file, folder: folder, name: name, temporaryName: temporaryName, isNamed: true)
        }
        if let existing {
            // The owner first: changing it clears bits of the mode. Only root may; the mode matters more.
            _ = fchown(result.file.number, existing.st_uid, existing.st_gid)
            if fchmod(result.file.number, existing.st_mode & 0o7777) != 0 { throw .last }
        }
        return result
    }

    private init(
        file: consuming FileDescriptor, folder: consuming FileDescriptor, name: String, temporaryName: String,
        isNamed: Bool
    ) {
        self.file = file
        self.folder = folder
        self.name = name
        self.temporaryName = temporaryName
        self.isNamed = isNamed
    }

    deinit {
        if isNamed { unlinkat(folder.number, temporaryName, 0) }
    }

    /// Writes all of `bytes` at the end.
    borrowing func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        try file.write(bytes)
    }

    /// What makes the file the same under any name.
    borrowing func identity() throws(SystemError) -> FileIdentity {
        FileIdentity(try file.status())
    }

    /// Puts the file on the disk under its name.
    mutating func commit() throws(SystemError) {
        try file.synchronize()
        var isFinished = false
        if !isNamed {
            isFinished = try link(as: name)
            if !isFinished, try !link(as: temporaryName) { throw SystemError(code: EEXIST) }
            isNamed = !isFinished
        }
        if !isFinished, renameat(folder.number, temporaryName, folder.number, name) != 0 { throw .last }
        isNamed = false
        try folder.synchronize()
    }

    /// Gives the file without a name one; false where it is taken.
    private borrowing func link(as name: String) throws(SystemError) -> Bool {
        if linkat(AT_FDCWD, "/proc/self/fd/\(file.number)", folder.number, name, AT_SYMLINK_FOLLOW) == 0 { return true }
        if errno == EEXIST { return false }
        throw .last
    }

    /// Takes away the file that has the name now, if there is one.
    borrowing func removeExisting() throws(SystemError) {
        if unlinkat(folder.number, name, 0) != 0, errno != ENOENT { throw .last }
    }

    private static let serial = Atomic<Int>(0)

    /// A file without a name; nil where the file system or the lack of /proc does not allow it.
    private static func openUnnamed(in folder: Int32) -> FileDescriptor? {
        // O_TMPFILE, which Swift does not import.
        let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY
        guard access("/proc/self/fd", X_OK) == 0 else { return nil }
        return try? FileDescriptor.open(".", flags: O_WRONLY | unnamed, mode: 0o666, in: folder)
    }

    /// As much of `name` as leaves room for the rest of a temporary name.
    private static func shortened(_ name: String) -> String {
        String(decoding: name.utf8.prefix(200), as: UTF8.self)
    }
}
