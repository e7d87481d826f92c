import Foundation

/// A terminal of 80 columns and 24 lines with a shell in it, by tmux; gone with the object.
final class Terminal {
    /// Whether there is what it takes.
    static let isHere = (try? Workspace().shell("tmux -V && less --version").isDone) == true

    private let workspace: Workspace
    private var marks = 0

    /// Opens a terminal in a folder with these files; `tamis` is the command under test.
    init(_ files: [String: String]) throws {
        workspace = try Workspace(files)
        let above = (Spawn.command as NSString).deletingLastPathComponent
        // The prompt is short, and nothing of this machine's set-up is read.
        let shell =
            "env -i TERM=screen LANG=C.UTF-8 PATH=\(above):$PATH PS1='$ ' T='tmux -S \(workspace.path("socket"))' bash --norc --noprofile"
        try control("-f /dev/null new-session -d -x 80 -y 24 \(Self.quoted(shell))")
        _ = shows { $0.hasSuffix("$") }
    }

    deinit { try? control("kill-server") }

    /// What stands on the screen, without blanks at the ends of lines and of all.
    var screen: String { trimmed((try? capture("")) ?? "") }
    /// The screen with its colours.
    var colored: String { (try? capture("-e")) ?? "" }
    /// The title that a program gave to the terminal.
    var title: String { (try? answer("display-message -p '#{pane_title}'")) ?? "" }

    /// Writes a file into the terminal's folder.
    func write(_ text: String, to name: String) { workspace.write(Array(text.utf8), to: name) }

    /// Types a line, or keys alone.
    func type(_ keys: String, enter: Bool = true) {
        try? control("send-keys -l \(Self.quoted(keys))")
        if enter { try? control("send-keys Enter") }
    }

    /// Clears the screen, runs a line and waits for its end.
    func run(_ line: String) {
        marks += 1
        type("clear; echo RESULT; \(line); $T wait-for -S done\(marks)")
        try? control("wait-for done\(marks)")
    }

    /// Waits for a screen, however slow the machine; false where it does not come.
    func shows(_ isExpected: (String) -> Bool) -> Bool {
        for _ in 0..<600 {
            if isExpected(screen) { return true }
            usleep(50_000)
        }
        return false
    }

    /// The bytes that programs wrote to the terminal meanwhile.
    func recording(_ body: () -> Void) -> String {
        try? control("pipe-pane -o 'cat > raw'")
        body()
        // A last line: what stands before it has been written down once it is there.
        run("echo END OF RECORD")
        for _ in 0..<600 where !workspace.text("raw").contains("\nEND OF RECORD") { usleep(50_000) }
        try? control("pipe-pane")
        return workspace.text("raw").replacing("\r\n", with: "\n")
    }

    private func capture(_ options: String) throws -> String { try answer("capture-pane -p \(options)") }

    private func control(_ words: String) throws { _ = try answer(words) }

    private func answer(_ words: String) throws -> String {
        let run = try workspace.shell("unset TMUX; timeout 60 tmux -S socket \(words)")
        return run.text
    }

    private func trimmed(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        return lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
