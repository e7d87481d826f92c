// What is said on the way, to people and to programs:
//
//      42 %  118 MB of 281 MB  35 MB/s  0:05 left
//     {"read_bytes":118000000,"total_bytes":281000000,"seconds":3.4}

/// How far a run is.
public struct ProgressLine {
    private let readBytes: Int
    private let totalBytes: Int?
    private let seconds: Double

    /// - Parameter totalBytes: All bytes that will be read; nil where that is not known.
    public init(readBytes: Int, totalBytes: Int?, seconds: Double) {
        self.readBytes = readBytes
        self.totalBytes = totalBytes
        self.seconds = seconds
    }

    /// The line for a terminal: parts, rate and the time left.
    public var text: String {
        let rate = seconds > 0 ? Double(readBytes) / seconds : 0
        var parts: [String] = []
        if let totalBytes, totalBytes > 0 {
            parts.append("\(min(100, Int(Double(readBytes) / Double(totalBytes) * 100))) %")
            parts.append("\(PlainNumber.bytes(readBytes)) of \(PlainNumber.bytes(totalBytes))")
        } else {
            parts.append(PlainNumber.bytes(readBytes))
        }
        parts.append("\(PlainNumber.bytes(Int(min(rate, 1e15))))/s")
        if let totalBytes, rate > 0 {
            let left = Double(max(0, totalBytes - readBytes)) / rate
            parts.append("\(Self.clock(Int(min(left, 1e9).rounded(.up)))) left")
        }
        return " " + parts.joined(separator: "  ")
    }

    /// The line for a program, with its line end.
    public var json: String {
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
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Minutes and seconds, and hours where there are any: 0:05, 1:02:05.
    private static func clock(_ seconds: Int) -> String {
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return hours > 0
            ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
    }
}
