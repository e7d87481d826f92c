import ArgumentParser
import Glibc
import TamisIO

/// What the command says on standard error.
enum Message {
    /// Writes a line, which must be safe for a terminal.
    static func write(_ line: String) { writeRaw(line.utf8.last == UInt8(ascii: "\n") ? line : line + "\n") }

    /// Writes text as it is.
    static func writeRaw(_ text: String) {
        let bytes = Array(text.utf8)
        var position = 0
        while position < bytes.count {
            let count = bytes[position...].withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { return }
            position += max(count, 0)
        }
    }

    /// Writes an error as `tamis: …`.
    static func error(_ error: some CustomStringConvertible) {
        write("tamis: \(error.description)")
    }
}

extension ExitCode {
    /// Some input or output failed; the rest is done.
    static let someFailed = ExitCode(2)
    /// The command line is wrong.
    static let usage = ExitCode(64)
}

/// Runs `body`; an output that fails ends the command with its message and exit 2.
func reportingFailures(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let error as InputError {
        Message.error(error)
        throw error.isUsage ? ExitCode.usage : ExitCode.someFailed
    } catch let error as OutputError {
        Message.error(error)
        throw ExitCode.someFailed
    } catch let error as ConservationError {
        Message.error(error)
        throw ExitCode.someFailed
    } catch let error as LedgerError {
        Message.error(error)
        throw ExitCode.someFailed
    }
}
