import Glibc

/// The right to write to an index, which one process has at a time; the system takes it back when the process ends.
struct IndexLock: ~Copyable {
    private let file: FileDescriptor

    /// Takes the right to write to the index in `folder`.
    init(folder: String) throws {
        do throws(SystemError) {
            file = try Self.lock(folder + "/lock")
        } catch {
            guard error.code == EWOULDBLOCK else { throw OutputError(error, file: folder + "/lock") }
            throw InputError("another run is writing to this index", file: folder, advice: "run again when it is done")
        }
    }

    deinit {
        // Closing alone would leave the lock to a process that was started meanwhile and has the file open for a moment.
        flock(file.number, LOCK_UN)
    }

    private static func lock(_ path: String) throws(SystemError) -> FileDescriptor {
        let file = try FileDescriptor.open(path, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o666)
        while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
            if errno != EINTR { throw .last }
        }
        return file
    }
}
