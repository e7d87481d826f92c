import ArgumentParser
import Glibc
import TamisIO

/// Whether the way of a run is shown on standard error.
enum ProgressChoice: String, Choice {
    case auto
    case always
    case never
    case json
}

/// Shows how far a run is, on one line of standard error that is written over and taken away at the end.
///
/// Runs that compare documents read their inputs up to three times; the parts are of all reading.
/// It is used by one thread only, the one that takes results in order.
final class ProgressBar: @unchecked Sendable {
    private let isJSON: Bool
    private let totalBytes: Int?
    private let start = ProgressBar.now
    private var readBytes = 0
    private var lastShown: Double
    private var isShown = false
    private var isFinished = false

    /// A bar as it was chosen; nil where none is to be shown: by default it is on a terminal only.
    ///
    /// - Parameter totalBytes: All bytes that will be read; nil where that is not known.
    init?(_ choice: ProgressChoice, totalBytes: Int?) {
        switch choice {
        case .never: return nil
        case .auto where isatty(STDERR_FILENO) == 0 || Environment.value("TERM") == "dumb": return nil
        case .auto, .always, .json: isJSON = choice == .json
        }
        self.totalBytes = totalBytes
        lastShown = start
    }

    /// Counts bytes that were read, and shows them now and then: first after half a second.
    func add(_ count: Int) {
        readBytes += count
        let now = Self.now
        guard now - lastShown >= (isJSON ? 1 : 0.25), now - start >= 0.5 else { return }
        lastShown = now
        show(seconds: now - start)
    }

    /// Takes the line away, so that something else can be said.
    func hide() {
        if isShown { Message.writeRaw("\r\u{1B}[K") }
        isShown = false
    }

    /// Takes the line away, once; as JSON, says the end.
    func finish() {
        guard !isFinished else { return }
        isFinished = true
        hide()
        if isJSON { show(seconds: Self.now - start) }
    }

    private func show(seconds: Double) {
        let line = ProgressLine(readBytes: readBytes, totalBytes: totalBytes, seconds: seconds)
        if isJSON { return Message.writeRaw(line.json) }
        isShown = true
        Message.writeRaw("\r" + line.text + "\u{1B}[K")
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
