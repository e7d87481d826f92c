import Tamis

/// An encoding other than UTF-8 that inputs may be in.
public enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8: nothing is converted.
    case utf8 = "utf-8"
    /// UTF-16 whose byte order mark tells the order.
    case utf16 = "utf-16"
    /// UTF-16, low byte first.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, high byte first.
    case utf16BigEndian = "utf-16be"
    /// ISO 8859-1.
    case latin1 = "latin-1"
    /// Windows-1252 as the web uses it: its five empty places stand for control characters.
    case windows1252 = "windows-1252"

    /// Finds an encoding by name, letters' case and `_` for `-` ignored.
    ///
    /// An unknown name is a usage error that tells the nearest known one.
    public init(name: String) throws(InputError) {
        let lower = String(name.lowercased().map { $0 == "_" ? "-" : $0 })
        let known = Self.aliases.first { $0.alias == lower }?.encoding ?? Self(rawValue: lower)
        guard let known else {
            let names = Self.allCases.map(\.rawValue)
            let advice = nearest(to: lower, among: names).map { "did you mean \($0)? " } ?? ""
            throw InputError(
                "is not a known encoding", file: name, advice: advice + "known are " + names.joined(separator: ", "),
                isUsage: true)
        }
        self = known
    }

    private static let aliases: [(alias: String, encoding: TextEncoding)] = [
        ("utf8", .utf8), ("utf16", .utf16), ("utf16le", .utf16LittleEndian), ("utf16be", .utf16BigEndian),
        ("utf-16-le", .utf16LittleEndian), ("utf-16-be", .utf16BigEndian), ("latin1", .latin1), ("iso-8859-1", .latin1),
        ("iso8859-1", .latin1), ("cp1252", .windows1252), ("windows1252", .windows1252),
    ]
}
