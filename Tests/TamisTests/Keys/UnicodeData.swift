import Foundation

/// Unicode's own test files, as Debian's package unicode-data installs them; tests that need them skip without.
enum UnicodeData {
    static let folder = "/usr/share/unicode/"

    static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + name) }

    /// The rows of a test file without comments.
    static func rows(_ name: String) throws -> [String] {
        let text = try String(contentsOfFile: folder + name, encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            let row = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            return row.isEmpty || row.hasPrefix("@") ? nil : row
        }
    }

    /// "0041 030A" as scalars.
    static func scalars(_ row: some StringProtocol) -> [UInt32] {
        row.split(separator: " ").compactMap { UInt32($0, radix: 16) }
    }

    /// "÷ 0041 × 030A ÷" as segments of scalars.
    static func segments(_ row: String) -> [[UInt32]] {
        row.split(separator: "÷").map { scalars($0.replacing("×", with: "")) }.filter { !$0.isEmpty }
    }

    static func utf8(_ scalars: [UInt32]) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in scalars { bytes.append(contentsOf: String(Unicode.Scalar(scalar)!).utf8) }
        return bytes
    }
}
