import Glibc

extension InputError {
    /// What to do about the errors a user can mend.
    static let advice: [(code: Int32, advice: String)] = [
        (ENOENT, "check the name"),
        (ENOTDIR, "check the name"),
        (ENAMETOOLONG, "check the name"),
        (EACCES, "check the file's permissions"),
        (EPERM, "check the file's permissions"),
        (EISDIR, "give -r to read the files in it"),
        (ELOOP, "the symbolic links lead in a circle"),
        (EMFILE, "raise the limit of open files (ulimit -n)"),
        (EIO, "the disk or the connection failed"),
    ]
}
