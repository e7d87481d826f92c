import Foundation

/// A folder of its own, in which the command runs; gone with the object.
final class Workspace {
    /// The folder's path.
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "tamis-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// With the files of `contents`.
    convenience init(_ contents: [String: String]) throws {
        try self.init()
        for (name, text) in contents { write(Array(text.utf8), to: name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The full path of `name`.
    func path(_ name: String) -> String { folder + "/" + name }

    /// Writes a file, and makes the folders above it.
    func write(_ bytes: [UInt8], to name: String) {
        let above = (path(name) as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: path(name), contents: Data(bytes))
    }

    /// The bytes of a file; none where it is not there.
    func bytes(_ name: String) -> [UInt8] { FileManager.default.contents(atPath: path(name)).map { Array($0) } ?? [] }

    /// A file as text.
    func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

    /// Whether something of that name is there.
    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// The names in the folder, sorted.
    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

    /// Runs `tamis` with the words of `line`, which are separated by blanks.
    func tamis(
        _ line: String, input: String = "", writing: Writing = .captured, environment: [String: String] = [:]
    ) throws -> Outcome {
        try tamis(line, input: Array(input.utf8), writing: writing, environment: environment)
    }

    /// Runs `tamis` with `input` on its standard input.
    func tamis(
        _ line: String, input: [UInt8], writing: Writing = .captured, environment: [String: String] = [:]
    ) throws -> Outcome {
        try Spawn.run(
            Spawn.command, line.split(separator: " ").map(String.init), in: folder, input: input, writing: writing,
            environment: environment)
    }

    /// Runs a line of the shell in which `tamis` is the command under test.
    func shell(_ line: String) throws -> Outcome {
        let above = (Spawn.command as NSString).deletingLastPathComponent
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return try Spawn.run(
            "bash", ["-c", "set -o pipefail; " + line], in: folder, input: [], writing: .captured,
            environment: ["PATH": above + ":" + path])
    }
}
