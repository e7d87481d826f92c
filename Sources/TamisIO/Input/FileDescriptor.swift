import Glibc

/// An open file, closed when it goes out of scope.
struct FileDescriptor: ~Copyable {
    /// The descriptor's number.
    let number: Int32
    private let closesAtEnd: Bool

    /// Takes over `number`; leaves it open at the end when `closesAtEnd` is false (standard streams).
    init(_ number: Int32, closesAtEnd: Bool = true) {
        self.number = number
        self.closesAtEnd = closesAtEnd
    }

    deinit {
        if closesAtEnd { _ = Glibc.close(number) }
    }

    /// Opens `path`, relative to the folder `folder` (a descriptor number or `AT_FDCWD`).
    static func open(
        _ path: String, flags: Int32, mode: mode_t = 0, in folder: Int32 = AT_FDCWD
    ) throws(SystemError) -> FileDescriptor {
        while true {
            let number = openat(folder, path, flags | O_CLOEXEC, mode)
            if number >= 0 { return FileDescriptor(number) }
            if errno != EINTR { throw .last }
        }
    }

    /// The number that a path such as `/dev/stdout` or `/dev/fd/3` names; nil for all others.
    static func number(named path: String) -> Int32? {
        if path == "/dev/stdout" { return STDOUT_FILENO }
        if path == "/dev/stderr" { return STDERR_FILENO }
        let folder = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
        return folder.flatMap { Int32(path.dropFirst($0.count)) }
    }

    /// Whether a read would return at once: with bytes, at the end, or with an error.
    var isReadable: Bool {
        awaitEvent(POLLIN, milliseconds: 0)
    }

    /// Waits until the descriptor is ready; for those that were set not to block by whoever shares them.
    @discardableResult
    private borrowing func awaitEvent(_ event: Int32, milliseconds: Int32 = -1) -> Bool {
        var request = pollfd(fd: number, events: Int16(event), revents: 0)
        return poll(&request, 1, milliseconds) > 0
    }

    /// Reads once, again after an interruption; returns the count of bytes, 0 at the end.
    borrowing func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while true {
            let count = Glibc.read(number, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno == EAGAIN {
                awaitEvent(POLLIN)
            } else if errno != EINTR {
                throw .last
            }
        }
    }

    /// Writes all of `bytes`, in as many calls as it takes.
    borrowing func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        var position = 0
        while position < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
            let count = Glibc.write(number, rest.baseAddress, rest.count)
            if count >= 0 {
                position += count
            } else if errno == EAGAIN {
                awaitEvent(POLLOUT)
            } else if errno != EINTR {
                throw .last
            }
        }
    }

    /// Puts what was written on the disk; pipes and devices, which have none, are let through.
    borrowing func synchronize() throws(SystemError) {
        while fsync(number) != 0 {
            if errno == EINVAL || errno == ENOTSUP || errno == EROFS { return }
            if errno != EINTR { throw .last }
        }
    }

    /// Gives up the descriptor, which stays open.
    consuming func release() -> Int32 {
        let number = number
        discard self
        return number
    }

    /// Another descriptor of the same open file.
    borrowing func duplicate() throws(SystemError) -> FileDescriptor {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
        if copy < 0 { throw .last }
        return FileDescriptor(copy)
    }

    /// What the system knows of the file.
    borrowing func status() throws(SystemError) -> stat {
        var status = stat()
        if fstat(number, &status) != 0 { throw .last }
        return status
    }

    /// Closes and reports what the system reports late (a full quota, a lost server).
    consuming func close() throws(SystemError) {
        let number = number
        let closes = closesAtEnd
        discard self
        // After EINTR Linux has closed the descriptor all the same.
        if closes, Glibc.close(number) != 0, errno != EINTR { throw .last }
    }
}
