import Glibc

extension OutputTree {
    /// Opens the file called `name` directly in the folder to be read and added to, which one process does at a time.
    ///
    /// The name is then taken: no output goes there.
    func openRecord(_ name: String) throws -> FileDescriptor {
        let shown = path + "/" + name
        do throws(SystemError) {
            let file = try open(name)
            claim(name)
            return file
        } catch {
            guard error.code == EWOULDBLOCK else { throw OutputError(error, file: shown) }
            throw InputError("another run is writing to this folder", file: path, advice: "run again when it is done")
        }
    }

    /// Starts a file that will take the place of an open record.
    func replacement(ofRecord name: String) throws(OutputError) -> OutputFile {
        let shown = path + "/" + name
        do throws(SystemError) {
            let existing = try Self.status(of: name, in: root.number)
            return OutputFile(
                path: shown, try AtomicFile.create(name, in: try root.duplicate(), replacing: existing), nil)
        } catch {
            throw OutputError(error, file: shown)
        }
    }

    private func open(_ name: String) throws(SystemError) -> FileDescriptor {
        while true {
            let flags = O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK
            let file = try FileDescriptor.open(name, flags: flags, mode: 0o666, in: root.number)
            let status = try file.status()
            guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError(code: ELOOP) }
            while flock(file.number, LOCK_EX | LOCK_NB) != 0 { if errno != EINTR { throw .last } }
            // Another run may have put a shorter record under the name before the lock was ours.
            if let named = try Self.status(of: name, in: root.number), named.st_ino == status.st_ino { return file }
        }
    }
}
