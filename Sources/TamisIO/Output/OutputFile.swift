import Glibc
import Tamis

/// A file, device or standard output that is written from front to back.
///
/// A regular file appears under its name when `finish` succeeds, complete and on the disk; before that, or when the
/// object goes away without it, the name keeps what it had. What is written may be compressed on the way. Not for use from several threads at once.
public final class OutputFile {
    /// The path as it was given; `-` is standard output.
    public let path: String
    /// How many bytes have been written so far.
    public private(set) var byteCount = 0
    private var sentByteCount = 0
    private var buffer: [UInt8] = []
    private var destination: Destination
    private let encoder: (any StreamEncoder)?
    /// Whether the encoder owes the end of a member; a file is one member at least.
    private var hasOpenMember = true

    private enum Destination: ~Copyable {
        case stream(FileDescriptor)
        case file(AtomicFile)
        case finished
    }

    private static let bufferBytes = 256 << 10

    /// Opens `path`; `-` is standard output.
    ///
    /// Its folder must be there. A symbolic link is followed; a device or a pipe is written as it is, and so is what a path
    /// such as `/dev/stdout` or `/dev/fd/3` names: whoever opened it goes on writing to it.
    public convenience init(path: String, compression: OutputCompression? = nil) throws(OutputError) {
        if path == "-" {
            self.init(path: path, .stream(FileDescriptor(STDOUT_FILENO, closesAtEnd: false)), compression)
            return
        }
        do throws(SystemError) {
            self.init(path: path, try Self.open(path), compression)
        } catch {
            throw OutputError(error, file: path)
        }
    }

    /// A file started elsewhere.
    convenience init(path: String, _ file: consuming AtomicFile, _ compression: OutputCompression?) {
        self.init(path: path, .file(file), compression)
    }

    /// Opens a new file that grows under its own name, for a record of what happens that must outlive a crash.
    ///
    /// A file that is there already is an error: it may be the way back from an earlier run.
    public convenience init(growing path: String) throws(OutputError) {
        do throws(SystemError) {
            let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOCTTY
            self.init(
                path: path, .stream(try FileDescriptor.open(path, flags: flags, mode: 0o666)),
                OutputCompression(suffixOf: path))
        } catch  where error.code == EEXIST {
            throw OutputError(
                error.text, file: path,
                advice: "it may be the way back from an earlier run: move it away or name another")
        } catch {
            throw OutputError(error, file: path)
        }
    }

    /// Adds to a file that was opened elsewhere; what is written is counted from here.
    convenience init(appendingTo file: consuming FileDescriptor, path: String) {
        self.init(path: path, .stream(file), nil)
    }

    /// Opens a file that will take the place of the input `path`, which keeps its content under `path` + `suffix` unless
    /// the suffix is empty.
    public convenience init(
        replacing path: String, suffix: String, compression: OutputCompression? = nil
    ) throws(OutputError) {
        try self.init(path: path, compression: compression)
        guard !suffix.isEmpty else { return }
        if linkat(AT_FDCWD, path, AT_FDCWD, path + suffix, AT_SYMLINK_FOLLOW) != 0 {
            throw OutputError(.last, file: path + suffix)
        }
    }

    private init(path: String, _ destination: consuming Destination, _ compression: OutputCompression?) {
        self.path = path
        encoder = compression?.makeEncoder()
        self.destination = destination
        buffer.reserveCapacity(Self.bufferBytes)
    }

    private static func open(_ path: String) throws(SystemError) -> Destination {
        if let number = FileDescriptor.number(named: path) {
            return .stream(try FileDescriptor(number, closesAtEnd: false).duplicate())
        }
        let target = OutputPath(path)
        var status = stat()
        let exists = stat(target.path, &status) == 0
        // A name that is impossible is told now, not after hours of work.
        if !exists, errno != ENOENT || path.isEmpty { throw .last }
        // A link to nothing is not replaced: it is a mistake, or it waits for its disk.
        if !exists, lstat(target.path, &status) == 0 { throw SystemError(code: ENOENT) }
        if exists, status.st_mode & S_IFMT != S_IFREG {
            return .stream(try FileDescriptor.open(path, flags: O_WRONLY | O_NOCTTY))
        }
        let folder = try FileDescriptor.open(target.folder, flags: O_RDONLY | O_DIRECTORY)
        return .file(try AtomicFile.create(target.name, in: folder, replacing: exists ? status : nil))
    }

    /// Appends `bytes`.
    public func write(_ bytes: [UInt8]) throws(OutputError) {
        try write(bytes.span)
    }

    /// Appends `bytes`.
    public func write(_ bytes: Span<UInt8>) throws(OutputError) {
        try bytes.withUnsafeBytes { (raw) throws(OutputError) in try write(raw) }
    }

    /// Appends part of an array.
    public func write(_ bytes: ArraySlice<UInt8>) throws(OutputError) {
        try write(bytes.span)
    }

    /// Appends `bytes`; where the output is compressed, a member ends at each of these offsets in them.
    func write(_ bytes: [UInt8], memberEnds: [Int]) throws(OutputError) {
        var position = 0
        if encoder != nil {
            for end in memberEnds {
                try write(bytes[position..<end])
                try endOpenMember()
                position = end
            }
        }
        try write(bytes[position...])
    }

    /// Appends `bytes`.
    func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
        if buffer.count + bytes.count > Self.bufferBytes { try empty(.goesOn) }
        if bytes.count >= Self.bufferBytes {
            try send(bytes, .goesOn)
        } else {
            buffer.append(contentsOf: bytes)
        }
        byteCount += bytes.count
    }

    /// Hands on what is buffered: for streams that someone waits for.
    public func flush() throws(OutputError) {
        try empty(.flushes)
    }

    private func endOpenMember() throws(OutputError) {
        if hasOpenMember || !buffer.isEmpty { try empty(.ends) }
    }

    private func empty(_ step: EncodingStep) throws(OutputError) {
        var full: [UInt8] = []
        swap(&full, &buffer)
        try full.span.withUnsafeBytes { (raw) throws(OutputError) in try send(raw, step) }
        full.removeAll(keepingCapacity: true)
        swap(&full, &buffer)
    }

    /// Hands on what is buffered and puts it on the disk.
    func synchronize() throws(OutputError) {
        try flush()
        do throws(SystemError) {
            switch destination {
            case .stream(let stream): try stream.synchronize()
            case .file: break
            case .finished: break
            }
        } catch {
            throw OutputError(error, file: path, byteOffset: sentByteCount)
        }
    }

    private func send(_ bytes: UnsafeRawBufferPointer, _ step: EncodingStep) throws(OutputError) {
        guard let encoder else { return try send(bytes) }
        var encoded: [UInt8] = []
        encoder.encode(bytes, step, into: &encoded)
        hasOpenMember = step != .ends
        try encoded.span.withUnsafeBytes { (raw) throws(OutputError) in try send(raw) }
    }

    private func send(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
        if bytes.isEmpty { return }
        do throws(SystemError) {
            switch destination {
            case .stream(let stream): try stream.write(bytes)
            case .file(let file): try file.write(bytes)
            case .finished: throw SystemError(code: EBADF)
            }
        } catch {
            throw OutputError(error, file: path, byteOffset: sentByteCount)
        }
        sentByteCount += bytes.count
    }

    /// Ends without a file: nothing appears, and what an earlier run left under the name goes.
    func leaveOut() throws(OutputError) {
        var last = Destination.finished
        swap(&last, &destination)
        do throws(SystemError) {
            switch consume last {
            case .file(let file): try file.removeExisting()
            case .stream: break
            case .finished: break
            }
        } catch {
            throw OutputError(error, file: path)
        }
    }

    /// Writes the rest and makes the file appear under its name; without it nothing appears.
    public func finish() throws(OutputError) {
        try endOpenMember()
        var last = Destination.finished
        swap(&last, &destination)
        do throws(SystemError) {
            switch consume last {
            case .stream(let stream): try stream.close()
            case .file(var file): try file.commit()
            case .finished: throw SystemError(code: EBADF)
            }
        } catch {
            throw OutputError(error, file: path, byteOffset: byteCount)
        }
    }
}
