import Tamis

/// An output that is read from front to back in the pieces a ledger asks for.
final class OutputSource {
    let path: String
    /// The offset of the next byte.
    private(set) var position = 0
    private var source: InputSource?
    private var buffer: [UInt8] = []
    private var start = 0

    /// Opens nothing yet: a document that was left out has no file.
    init(path: String) {
        self.path = path
    }

    /// Passes over the bytes before `offset`.
    func skip(to offset: Int) throws {
        try read(offset - position) { _ in }
    }

    /// Gives the next `count` bytes to `body`, in pieces.
    ///
    /// - Throws: `LedgerError` where the output ends before.
    func read(_ count: Int, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        var left = count
        while left > 0 {
            if start == buffer.count, try !fill() {
                throw LedgerError(
                    file: path, what: "ends at byte \(position); the ledger describes more: is it the right output?")
            }
            let piece = buffer[start..<min(buffer.count, start + left)]
            try body(piece)
            start += piece.count
            position += piece.count
            left -= piece.count
        }
    }

    /// The bytes up to and with the next line feed, or to the end.
    func line() throws -> [UInt8] {
        var line: [UInt8] = []
        while try start < buffer.count || fill() {
            let end = buffer[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? buffer.count
            let count = end - start
            try read(count) { line.append(contentsOf: $0) }
            if line.last == 0x0A { break }
        }
        return line
    }

    /// Whether bytes follow those that were read; of a file that is not there, none.
    func holdsMore() throws -> Bool {
        guard source != nil || Folder.isFile(at: path) else { return false }
        return try start < buffer.count || fill()
    }

    private func fill() throws -> Bool {
        var bytes = [UInt8](repeating: 0, count: 256 << 10)
        let source = try source ?? InputSource(path: path)
        self.source = source
        let count = try bytes.withUnsafeMutableBytes { try source.read(into: $0) }
        bytes.removeSubrange(count...)
        buffer = bytes
        start = 0
        return count > 0
    }
}
