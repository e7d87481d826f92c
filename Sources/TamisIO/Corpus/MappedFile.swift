import Glibc
import Tamis

extension FrozenBytes {
    /// The bytes of the file at `path`, mapped into memory, so that processes on one machine share them.
    ///
    /// A pipe or a device has none. Throws where the file cannot be opened.
    static func mapping(_ path: String) throws(InputError) -> FrozenBytes {
        let address: UnsafeMutableRawPointer
        let byteCount: Int
        do throws(SystemError) {
            let file = try FileDescriptor.open(path, flags: O_RDONLY)
            let status = try file.status()
            byteCount = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
            guard byteCount > 0 else { return FrozenBytes(copying: []) }
            guard let mapped = mmap(nil, byteCount, PROT_READ, MAP_PRIVATE, file.number, 0), mapped != MAP_FAILED else {
                throw SystemError.last
            }
            address = mapped
        } catch {
            throw InputError(error, file: path)
        }
        return FrozenBytes(UnsafeRawBufferPointer(start: address, count: byteCount)) {
            munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count)
        }
    }
}
