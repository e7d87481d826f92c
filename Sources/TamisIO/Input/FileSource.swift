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

    /// Opens `path`, or its copy in `spool`; a directory is refused as a usage error.
    public init(path: String, spool: Spool? = nil) throws(InputError) {
        failure = spool?.failure
        do throws(SystemError) {
            let isStandardInput = path == "-" && spool == nil
            descriptor =
                isStandardInput
                ? FileDescriptor(STDIN_FILENO, closesAtEnd: false)
                : try FileDescriptor.open(spool?.path ?? path, flags: O_RDONLY | O_NOCTTY)
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
    /// What ended the input of a spool before its end.
    private let failure: InputError?

    /// Whether `read` would return at once rather than wait for a pipe's other end.
    public var isReady: Bool {
        descriptor.isReadable
    }

    /// Reads once; fewer bytes than asked for do not mean the end.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        let count: Int
        do throws(SystemError) {
            count = try descriptor.read(into: buffer)
            position += count
        } catch {
            throw InputError(error, file: path, byteOffset: position)
        }
        if count == 0, let failure { throw failure }
        return count
    }
}
