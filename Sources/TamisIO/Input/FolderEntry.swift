import Glibc

/// A file or folder found below a folder that was named.
struct FolderEntry: Sendable {
    /// The path to open.
    let path: String
    /// The path below the folder that was named.
    let relativePath: String

    /// The part of `path` after its last slash, slashes at the end apart.
    static func name(of path: String) -> String {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"))
        return parts.last.flatMap { String(Substring($0)) } ?? path
    }

    /// What is in this folder, in the order of the names' bytes, and the names that are not UTF-8.
    func entries() throws(SystemError) -> (entries: [FolderEntry], unreadable: [String]) {
        guard let stream = opendir(path) else { throw .last }
        defer { closedir(stream) }
        var names: [String] = []
        var unreadable: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw .last }
                break
            }
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            guard let name = String(validating: bytes, as: UTF8.self) else {
                unreadable.append(String(decoding: bytes, as: UTF8.self))
                continue
            }
            if name != ".", name != ".." { names.append(name) }
        }
        names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let folder = path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
        let prefix = relativePath.isEmpty ? "" : relativePath + "/"
        return (names.map { FolderEntry(path: folder + $0, relativePath: prefix + $0) }, unreadable.sorted())
    }
}
