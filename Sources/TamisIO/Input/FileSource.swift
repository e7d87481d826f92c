import Glibc

/// The bytes of a file, a pipe or standard input.
public final class FileSource: ByteSource {
    /// The path as it was given; `-` is standard input.
    public let path: String
    /// The file's device and number, to tell whether two names mean one file.
    public let identity: FileIdentity
    /// The file's size where it has one: pipes have none.
    public let byteCount: Int?
    private let descriptor: FileDescriptor
    private var position = 0

    /// Opens `path`; a directory is refused as a usage error.
    public init(path: String) throws(InputError) {
        do throws(SystemError) {
            let isStandardInput = path == "-"
            descriptor =
                isStandardInput
                ? FileDescriptor(STDIN_FILENO, closesAtEnd: false)
                : try FileDescriptor.open(path, flags: O_RDONLY | O_NOCTTY)
            let status = try descriptor.status()
            identity = FileIdentity(status)
            byteCount = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
            isDirectory = status.st_mode & S_IFMT == S_IFDIR
            self.path = path
        } catch {
            throw InputError(error, file: path)
        }
        guard !isDirectory else {
            throw InputError("is a directory", file: path, advice: "give -r to read the files in it", isUsage: true)
        }
        _ = posix_fadvise(descriptor.number, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    private let isDirectory: Bool

    /// Whether `read` would return at once rather than wait for a pipe's other end.
    public var isReady: Bool {
        descriptor.isReadable
    }

    /// Reads once; fewer bytes than asked for do not mean the end.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        do throws(SystemError) {
            let count = try descriptor.read(into: buffer)
            position += count
            return count
        } catch {
            throw InputError(error, file: path, byteOffset: position)
        }
    }
}
