/// How a process ended, and what it wrote.
struct Outcome {
    /// The exit code, or the signal that ended it.
    enum Ending: Equatable {
        case exit(Int32)
        case signal(Int32)
    }

    let ending: Ending
    /// The bytes on standard output; empty where it went elsewhere.
    let output: [UInt8]
    /// What stands on standard error.
    let messages: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Whether it exited with 0.
    var isDone: Bool { ending == .exit(0) }
    /// Whether it exited with 2 and a message that holds each of `words`.
    func failed(_ words: String...) -> Bool { ended(2, words) }
    /// Whether it exited with 64 and a message that holds each of `words`.
    func refused(_ words: String...) -> Bool { ended(64, words) }

    private func ended(_ code: Int32, _ words: [String]) -> Bool {
        ending == .exit(code) && words.allSatisfy(messages.contains)
    }
}
