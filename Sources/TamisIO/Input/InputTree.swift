// `-r articles notes.txt` with `articles/b.txt`, `articles/a/x.txt` and a pipe `articles/p` gives `articles/a/x.txt`
// (mirrored as `a/x.txt`), `articles/b.txt` (`b.txt`), `notes.txt` (`notes.txt`) and a notice about the pipe.
import Glibc

/// An input that was named, or found in a folder that was named.
public struct InputFile: Sendable, Equatable {
    /// The path to open; `-` is standard input.
    public let path: String
    /// The path below the folder that was named, or the name alone: where a mirrored output goes.
    public let relativePath: String
    /// The folder it lies in, below the folder that was named; nil where there is none.
    public var site: String? {
        relativePath.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(relativePath[..<$0]) }
    }

    /// Where its bytes are kept when it can be read only once; nil otherwise.
    public let spool: Spool?

    /// Names an input.
    init(path: String, relativePath: String, spool: Spool? = nil) {
        self.path = path
        self.relativePath = relativePath
        self.spool = spool
    }
}

/// What the named inputs come to.
public struct InputTree: Sendable, Equatable {
    /// How folders are searched.
    public struct Options: Sendable {
        /// Whether folders are searched; without it a folder is a usage error.
        public var isRecursive: Bool
        /// Globs of which a file found in a folder must match one; empty when all do.
        public var include: [String]
        /// Globs of which a file or folder found in a folder must match none.
        public var exclude: [String]
        /// The output's folder: passed over where it lies in an input, an error where it is one.
        public var excludedFolder: FileIdentity?

        /// Makes options.
        ///
        /// A glob with a slash is matched with the path below the named folder (`*` stops at slashes), one without with the
        /// name alone.
        public init(
            isRecursive: Bool = false, include: [String] = [], exclude: [String] = [],
            excludedFolder: FileIdentity? = nil
        ) {
            self.isRecursive = isRecursive
            self.include = include
            self.exclude = exclude
            self.excludedFolder = excludedFolder
        }
    }

    /// The inputs: as named, and those of one folder in the order of their paths' bytes.
    public private(set) var files: [InputFile] = []
    /// What was passed over, to be told; the run is none the worse.
    public private(set) var notices: [InputError] = []
    /// What cannot be read; the rest goes on.
    public private(set) var errors: [InputError] = []

    private var known: Set<FileIdentity> = []
    private var searched: Set<FileIdentity> = []
    private let options: Options

    /// Expands `paths`, of which `-` is standard input; a file that comes twice counts once.
    ///
    /// A name that is none but matches files, as where no shell has expanded it, stands for those.
    public init(_ paths: [String], options: Options = Options()) {
        self.options = options
        for path in paths { add(path) }
    }

    /// Takes the files of a list, each under its whole path: a mirrored output needs different names.
    public init(listed paths: [String], options: Options = Options()) {
        self.options = options
        for path in paths { add(path, isListed: true) }
    }

    /// Whether `input` and `output` name one file or folder, which then must not be written while it is read.
    ///
    /// `-` is standard input and standard output. Terminals, pipes and devices may be both.
    public static func isSameFile(_ input: String, _ output: String) -> Bool {
        guard let source = FileStatus.of(input, standard: STDIN_FILENO), source.kind != .other else { return false }
        return source.identity == FileStatus.of(output, standard: STDOUT_FILENO)?.identity
    }

    /// Whether standard output is the file `input`.
    public static func isStandardOutput(_ input: String) -> Bool {
        guard let status = FileStatus(descriptor: STDOUT_FILENO), status.kind == .file else { return false }
        return FileIdentity(path: input) == status.identity
    }

    private mutating func add(_ path: String, isListed: Bool = false) {
        if path == "-" {
            addFile(path: path, relativePath: path, status: FileStatus(descriptor: STDIN_FILENO))
            return
        }
        switch FileStatus.at(path) {
        case .failure(let error):
            let matches = isListed || error.code != ENOENT ? [] : Self.matches(of: path)
            if matches.isEmpty { errors.append(InputError(error, file: path)) }
            for match in matches { add(match) }
        case .success(let status) where status.kind == .folder:
            if status.identity == options.excludedFolder, options.isRecursive {
                errors.append(
                    InputError(
                        "is an input and would be written over", file: path,
                        advice: "name another output, or use --in-place", isUsage: true))
            } else if options.isRecursive {
                search(path, status)
            } else {
                errors.append(
                    InputError("is a directory", file: path, advice: "give -r to read the files in it", isUsage: true))
            }
        case .success(let status):
            let name = isListed ? Self.mirrored(path) : FolderEntry.name(of: path)
            addFile(path: path, relativePath: name, status: status)
        }
    }

    /// The files that a glob matches, in the order of their names' bytes.
    private static func matches(of pattern: String) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard pattern.utf8.contains(where: { "*?[".utf8.contains($0) }), glob(pattern, GLOB_NOSORT, nil, &found) == 0
        else { return [] }
        let names = (0..<Int(found.gl_pathc)).compactMap {
            found.gl_pathv[$0].flatMap { String(validatingCString: $0) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Where a listed file goes below an output folder: its path without the slash or the `./` before it.
    private static func mirrored(_ path: String) -> String {
        var parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
        parts.removeAll { $0 == "." }
        return parts.joined(separator: "/")
    }

    private mutating func addFile(path: String, relativePath: String, status: FileStatus?) {
        if let status, !known.insert(status.identity).inserted {
            notices.append(InputError("is the same file as another input; it counts once", file: path))
        } else {
            files.append(InputFile(path: path, relativePath: relativePath))
        }
    }

    /// Adds the files below the folder `root`, its sub-folders kept on a stack.
    private mutating func search(_ root: String, _ status: FileStatus) {
        var found: [(entry: FolderEntry, status: FileStatus)] = []
        var folders = [FolderEntry(path: root, relativePath: "")]
        guard enter(folders[0], status) else { return }
        while let folder = folders.popLast() {
            var inside: [FolderEntry] = []
            for entry in entries(of: folder) where !matches(entry, options.exclude) {
                // What a run keeps in its output folder is no text.
                if FolderEntry.name(of: entry.path) == ResumeRecord.fileName { continue }
                switch FileStatus.at(entry.path) {
                case .failure(let error) where error.code == ELOOP || error.code == ENOENT:
                    notices.append(
                        InputError("is a symbolic link that leads nowhere; it is passed over", file: entry.path))
                case .failure(let error): errors.append(InputError(error, file: entry.path))
                case .success(let status):
                    switch status.kind {
                    case .folder: if enter(entry, status) { inside.append(entry) }
                    case .file:
                        if options.include.isEmpty || matches(entry, options.include) { found.append((entry, status)) }
                    case .other:
                        notices.append(InputError("is a pipe or a device; it is passed over", file: entry.path))
                    }
                }
            }
            folders += inside.reversed()
        }
        found.sort { $0.entry.relativePath.utf8.lexicographicallyPrecedes($1.entry.relativePath.utf8) }
        for (entry, status) in found {
            addFile(path: entry.path, relativePath: entry.relativePath, status: status)
        }
    }

    /// Whether a folder is to be searched: each one once.
    private mutating func enter(_ folder: FolderEntry, _ status: FileStatus) -> Bool {
        if status.identity == options.excludedFolder {
            notices.append(InputError("is the output folder; it is passed over", file: folder.path))
            return false
        }
        guard searched.insert(status.identity).inserted else {
            notices.append(InputError("is a folder that was searched before; it is passed over", file: folder.path))
            return false
        }
        return true
    }

    private mutating func entries(of folder: FolderEntry) -> [FolderEntry] {
        do throws(SystemError) {
            let (entries, unreadable) = try folder.entries()
            errors += unreadable.map {
                InputError("the name is not UTF-8", file: folder.path + "/" + $0, advice: "rename the file")
            }
            return entries
        } catch {
            errors.append(InputError(error, file: folder.path))
            return []
        }
    }

    private func matches(_ entry: FolderEntry, _ globs: [String]) -> Bool {
        globs.contains { glob in
            glob.utf8.contains(UInt8(ascii: "/"))
                ? fnmatch(glob, entry.relativePath, FNM_PATHNAME) == 0
                : fnmatch(glob, FolderEntry.name(of: entry.path), 0) == 0
        }
    }

    /// Whether two trees hold the same files, notices and errors.
    public static func == (a: InputTree, b: InputTree) -> Bool {
        a.files == b.files && a.notices == b.notices && a.errors == b.errors
    }
}
