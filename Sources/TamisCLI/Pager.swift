import Glibc
import TamisIO

/// The program that shows a long text page by page on a terminal: what `PAGER` names, else `less`.
///
/// It is the one program that tamis starts, and nothing but the environment and a terminal decides about it: no option and no
/// settings file names it, and no shell reads its words.
struct Pager {
    /// Starts the pager between standard output and the terminal.
    ///
    /// Nil where standard output is no terminal, `PAGER` is empty or `cat`, or the pager cannot be started; then the terminal
    /// gets the text as it comes.
    init?() {
        guard isatty(STDOUT_FILENO) == 1, Environment.value("TERM") != "dumb" else { return nil }
        let named = getenv("PAGER").map { String(cString: $0) }
        let words = (named ?? "less").split(separator: " ").map(String.init)
        guard let program = words.first, program != "cat" else { return nil }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        defer { ends.forEach { close($0) } }
        // The pager must not hold the writing end: it would wait for itself.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        guard let error = Self.start(words, reading: ends[0]) else {
            dup2(ends[1], STDOUT_FILENO)
            // A reader who has seen enough leaves, and so does the writer; neither leaves the other behind at the terminal.
            signal(SIGPIPE) { _ in Pager.leave(0) }
            signal(SIGINT) { _ in Pager.leave(130) }
            return
        }
        if let named {
            Message.error(
                "PAGER '\(TerminalText.escaped(named))' cannot be started: \(String(cString: strerror(error))); name another "
                    + "program there or give --no-pager")
        }
        return nil
    }

    /// Waits until the reader has seen enough.
    func wait() { Self.awaitReader() }

    private static func awaitReader() {
        close(STDOUT_FILENO)
        while Glibc.wait(nil) < 0, errno == EINTR {}
    }

    private static func leave(_ code: Int32) -> Never {
        awaitReader()
        _exit(code)
    }

    /// Starts a program that reads from `end`, with what `less` needs to show colours and UTF-8 where nothing else is wished.
    ///
    /// - Returns: The error; nil where it runs.
    private static func start(_ words: [String], reading end: Int32) -> Int32? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO)
        setenv("LESS", "FRX", 0)
        setenv("LESSCHARSET", "utf-8", 0)
        let arguments = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var process: pid_t = 0
        let error = posix_spawnp(&process, words[0], &actions, nil, arguments, environ)
        return error == 0 ? nil : error
    }
}
