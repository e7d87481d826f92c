import ArgumentParser
import Glibc
import TamisIO

/// Whether the way of a run is shown on standard error.
enum ProgressChoice: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never
    case json
}

/// Shows how far a run is, on one line of standard error that is written over and taken away at the end.
///
///      42 %  118 MB of 281 MB  35 MB/s  0:04 left
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
        let rate = seconds > 0 ? Double(readBytes) / seconds : 0
        if isJSON {
            var writer = JSONWriter()
            writer.beginObject()
            writer.key("read_bytes")
            writer.integer(readBytes)
            writer.key("total_bytes")
            if let totalBytes { writer.integer(totalBytes) } else { writer.null() }
            writer.key("seconds")
            writer.number((seconds * 10).rounded() / 10)
            writer.endObject()
            writer.newline()
            return Message.writeRaw(String(decoding: writer.bytes, as: UTF8.self))
        }
        isShown = true
        Message.writeRaw("\r" + line(rate: rate) + "\u{1B}[K")
    }

    private func line(rate: Double) -> String {
        var parts: [String] = []
        if let totalBytes, totalBytes > 0 {
            parts.append("\(min(100, readBytes * 100 / totalBytes)) %")
            parts.append("\(PlainNumber.bytes(readBytes)) of \(PlainNumber.bytes(totalBytes))")
        } else {
            parts.append(PlainNumber.bytes(readBytes))
        }
        parts.append("\(PlainNumber.bytes(Int(rate)))/s")
        if let totalBytes, rate > 0 {
            let left = Int((Double(max(0, totalBytes - readBytes)) / rate).rounded(.up))
            parts.append("\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left")
        }
        return " " + parts.joined(separator: "  ")
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
