// `cat a.jsonl | tamis clean` compares documents, for which the input is read three times. So it is first copied to a file
// without a name; `/proc/self/fd/N` opens that file again and again, each time from its start.
import Glibc

/// The bytes of an input that can be read only once, kept in an unnamed temporary file.
public final class Spool: Sendable, Equatable {
    private let number: Int32
    /// What ended the input before its end; told where a reader of the copy comes there.
    let failure: InputError?

    /// Copies all of `source` to a file in `folder`.
    ///
    /// - Throws: `OutputError` where the copy cannot be written.
    init(copying source: FileSource, in folder: TemporaryFolder) throws(OutputError) {
        let file = try folder.makeFile()
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { chunk.deallocate() }
        var failure: InputError?
        copying: while true {
            let count: Int
            do throws(InputError) {
                count = try source.read(into: chunk)
            } catch {
                failure = error
                break copying
            }
            if count == 0 { break }
            do throws(SystemError) {
                try file.write(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
            } catch {
                throw folder.error(error)
            }
        }
        self.failure = failure
        do throws(SystemError) {
            number = try file.duplicate().release()
        } catch {
            throw folder.error(error)
        }
    }

    deinit { _ = close(number) }

    /// A path that opens the copy.
    var path: String { "/proc/self/fd/\(number)" }

    /// A spool equals itself.
    public static func == (left: Spool, right: Spool) -> Bool { left === right }
}

extension InputFile {
    /// The same input, readable again and again: as it is when it is a file, else copied to `folder`.
    ///
    /// What cannot be opened stays as it is, to fail where it is read.
    func spooled(in folder: TemporaryFolder) throws(OutputError) -> InputFile {
        let isFile = path != "-" && (try? FileStatus.at(path).get())?.kind == .file
        guard !isFile, let source = try? FileSource(path: path) else { return self }
        guard source.byteCount == nil || path == "-" else { return self }
        return InputFile(
            path: path, relativePath: relativePath, spool: try Spool(copying: source, in: folder))
    }
}
