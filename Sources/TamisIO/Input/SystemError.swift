import Glibc

/// A system call's error number.
struct SystemError: Error, Equatable {
    /// The value of `errno`.
    let code: Int32

    /// The error that the last system call of this thread left behind.
    static var last: SystemError {
        SystemError(code: errno)
    }

    /// The system's own words, such as `No space left on device`.
    var text: String {
        String(cString: strerror(code))
    }
}
