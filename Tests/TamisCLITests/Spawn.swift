import Foundation

/// Where a process writes.
enum Writing {
    /// To a file that becomes `Outcome.output`.
    case captured
    /// To the file or device at a path.
    case file(String)
    /// To a pipe that nobody reads.
    case closedPipe
}

/// Runs programs and waits for them.
enum Spawn {
    /// The command under test stands beside the tests.
    static let command: String = {
        let tests =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return (tests as NSString).deletingLastPathComponent + "/tamis"
    }()

    /// Runs `program` in `folder`; signals that end a process do so, whatever the tests have set.
    static func run(
        _ program: String, _ arguments: [String], in folder: String, input: [UInt8], writing: Writing,
        environment: [String: String]
    ) throws -> Outcome {
        let scratch = try Workspace()
        scratch.write(input, to: "input")
        scratch.write([], to: "output")
        let output =
            switch writing {
            case .captured: scratch.path("output")
            case .file(let path): path.hasPrefix("/") ? path : folder + "/" + path
            case .closedPipe: ""
            }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, scratch.path("input"), O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, scratch.path("messages"), O_WRONLY | O_CREAT, 0o600)
        var pipe: Int32 = -1
        if case .closedPipe = writing {
            pipe = try closedPipe(scratch.path("pipe"))
            posix_spawn_file_actions_adddup2(&actions, pipe, 1)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        }
        let process = try start("env", ["-C", folder, program] + arguments, &actions, environment)
        if pipe >= 0 { close(pipe) }
        let ending = try wait(process)
        return Outcome(
            ending: ending, output: scratch.bytes("output"),
            messages: String(decoding: scratch.bytes("messages"), as: UTF8.self))
    }

    /// The writing end of a pipe whose reader has gone.
    private static func closedPipe(_ path: String) throws -> Int32 {
        try check(mkfifo(path, 0o600))
        let reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        let writer = open(path, O_WRONLY | O_CLOEXEC)
        close(reader)
        try check(writer)
        return writer
    }

    private static func start(
        _ program: String, _ arguments: [String], _ actions: inout posix_spawn_file_actions_t,
        _ environment: [String: String]
    ) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let variables =
            environment.merging(instruments) { first, _ in first }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, program, &actions, &attributes, words, variables)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        return process
    }

    /// What ThreadSanitizer and the counting of coverage want of a command that was built for them.
    private static var instruments: [String: String] {
        let own = ProcessInfo.processInfo.environment
        let profile = own["LLVM_PROFILE_FILE"].map {
            ($0 as NSString).deletingLastPathComponent + "/command%4m.profraw"
        }
        return ["TSAN_OPTIONS": own["TSAN_OPTIONS"], "LLVM_PROFILE_FILE": profile].compactMapValues { $0 }
    }

    private static func wait(_ process: pid_t) throws -> Outcome.Ending {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { try check(-1); break } }
        return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    private static func check(_ result: Int32) throws {
        guard result >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
}
