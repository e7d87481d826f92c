import ArgumentParser
import Glibc
import TamisIO

/// What is read, and how.
struct InputOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Files, folders (with -r), or - for standard input.", valueName: "input"))
    var inputs: [String] = []

    @Flag(name: [.customShort("r"), .customLong("recursive")], help: "Read the files in folders.")
    var isRecursive = false

    @Option(help: ArgumentHelp("Only files whose name matches this glob; may be given again.", valueName: "glob"))
    var include: [String] = []

    @Option(help: ArgumentHelp("No files or folders whose name matches this glob.", valueName: "glob"))
    var exclude: [String] = []

    @Option(
        name: .customLong("files0-from"),
        help: ArgumentHelp(
            "Read the inputs' names from this file, or - for standard input, each with a zero byte after it.",
            valueName: "file"))
    var files0From: String?

    @Option(
        name: .customLong("from"),
        help: "The format of the input: text, jsonl, csv, tsv or warc; by default told by its content.")
    var format: InputFormat?

    @Option(help: "The encoding of the input: utf-8, utf-16, utf-16le, utf-16be, latin-1 or windows-1252.")
    var encoding: String?

    @Option(
        help: ArgumentHelp(
            "The field that holds the text: a key or a JSON Pointer; the name of a column.", valueName: "field"))
    var textField = "text"

    @Option(help: ArgumentHelp("The field that identifies a record.", valueName: "field"))
    var idField = "id"

    @Option(help: ArgumentHelp("The field that holds a record's title.", valueName: "field"))
    var titleField = "title"

    @Option(
        help: ArgumentHelp("The field that holds the code of a record's language.", valueName: "field"))
    var languageField = "language"

    @Option(help: ArgumentHelp("Threads that clean; by default one per processor.", valueName: "n"))
    var threads: Int?

    @Option(help: ArgumentHelp("The largest record, with K, M or G; a larger one is rejected.", valueName: "size"))
    var maxRecordBytes: ByteSize = ByteSize(bytes: 256 << 20)

    @Option(help: "What a bad record does: skip it or stop the run.")
    var onError: ErrorPolicy = .skip

    mutating func validate() throws {
        if files0From != nil, !inputs.isEmpty {
            throw ValidationError("--files0-from and inputs on the command line exclude each other")
        }
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads takes 1 to 1024") }
    }

    /// The inputs, none named being standard input; what cannot be read or is passed over is told.
    ///
    /// - Returns: The files, and whether one of the named inputs failed.
    func files(excluding output: String? = nil) throws -> (files: [InputFile], hasFailed: Bool) {
        let options = InputTree.Options(
            isRecursive: isRecursive, include: include, exclude: exclude,
            excludedFolder: output.flatMap { FileIdentity(path: $0) })
        if files0From == nil, inputs.isEmpty { Self.sayThatTheTerminalIsRead() }
        let list = try files0From.map { try NameList(path: $0) }
        if files0From == "-", list?.names.contains("-") == true {
            throw ValidationError("standard input gives the names and cannot be an input, too")
        }
        let tree =
            list.map { InputTree(listed: $0.names, options: options) }
            ?? InputTree(inputs.isEmpty ? ["-"] : inputs, options: options)
        let errors = (list?.errors ?? []) + tree.errors
        for notice in tree.notices { Message.error(notice) }
        for error in errors { Message.error(error) }
        if errors.contains(where: \.isUsage) { throw ExitCode.usage }
        return (tree.files, !errors.isEmpty)
    }

    /// Says that a command without inputs waits for what is typed: it would seem to do nothing.
    static func sayThatTheTerminalIsRead() {
        guard isatty(STDIN_FILENO) == 1 else { return }
        Message.error("no input is named, so what you type is read; end it with Ctrl-D")
    }

    /// Puts what was asked for into `options`.
    func apply(to options: inout CleanOptions) throws {
        options.textField = try Self.fieldPath(textField, option: "--text-field")
        options.idField = try Self.fieldPath(idField, option: "--id-field")
        options.titleField = try Self.fieldPath(titleField, option: "--title-field")
        options.languageField = try Self.fieldPath(languageField, option: "--language-field")
        options.format = format
        options.encoding = try encoding.map { try TextEncoding(name: $0) }
        options.threadCount = threads ?? ProcessorCount.available
        options.limits = RecordLimits(maxRecordBytes: maxRecordBytes.bytes)
        options.stopsOnError = onError == .stop
    }

    /// Reads the name of a field.
    static func fieldPath(_ spelling: String, option: String) throws -> FieldPath {
        guard let path = FieldPath(spelling) else {
            throw ValidationError("\(option) '\(spelling)' is no key and no JSON Pointer; in a pointer ~ is written ~0")
        }
        return path
    }
}

extension InputFormat: Choice {}

/// What a bad record does to the run.
enum ErrorPolicy: String, Choice {
    case skip
    case stop
}

/// A number of bytes, such as `64M`.
struct ByteSize: ExpressibleByArgument, CustomStringConvertible {
    let bytes: Int

    init(bytes: Int) {
        self.bytes = bytes
    }

    init?(argument: String) {
        var digits = argument.utf8[...]
        var shift = 0
        if let unit = digits.last, let index = "KMGT".utf8.firstIndex(of: unit & 0xDF) {
            shift = 10 * ("KMGT".utf8.distance(from: "KMGT".utf8.startIndex, to: index) + 1)
            digits = digits.dropLast()
        }
        guard let number = Int(String(Substring(digits))), number > 0 else { return nil }
        let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: 1 << shift)
        guard !isTooLarge else { return nil }
        self.bytes = bytes
    }

    var defaultValueDescription: String { description }

    /// The number in the largest unit that spells it whole.
    var description: String {
        for (unit, shift) in zip("TGMK", [40, 30, 20, 10]) where bytes & (1 << shift - 1) == 0 {
            return "\(bytes >> shift)\(unit)"
        }
        return "\(bytes)"
    }
}
