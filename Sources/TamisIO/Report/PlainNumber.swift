/// Numbers as people read them, the same everywhere.
public enum PlainNumber {
    /// A whole number with spaces between groups of three digits: 1 234 567.
    static func count(_ value: Int) -> String {
        var digits = ""
        for (index, digit) in String(value).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3), digit != "-" { digits.append("\u{202F}") }
            digits.append(digit)
        }
        return String(digits.reversed())
    }

    /// A count and its noun: 1 document, 2 documents.
    static func count(_ value: Int, _ noun: String) -> String {
        "\(count(value)) \(noun)\(value == 1 ? "" : "s")"
    }

    /// A part of a whole with a tenth of a percent; a dash where there is none.
    static func percent(_ fraction: Double?) -> String {
        guard let fraction, fraction.isFinite else { return "–" }
        let tenths = Int((fraction * 1000).rounded())
        if tenths == 0, fraction > 0 { return "< 0.1 %" }
        return "\(tenths / 10).\(tenths % 10) %"
    }

    /// A part of a whole; a dash where the whole is 0.
    static func percent(_ part: Int, of whole: Int) -> String {
        percent(whole > 0 ? Double(part) / Double(whole) : nil)
    }

    /// Bytes in units of 1000.
    public static func bytes(_ value: Int) -> String {
        let units = ["bytes", "kB", "MB", "GB", "TB"]
        var unit = 0
        var scaled = Double(value)
        while scaled >= 999.5, unit + 1 < units.count { (scaled, unit) = (scaled / 1000, unit + 1) }
        if unit == 0 { return "\(value) \(value == 1 ? "byte" : "bytes")" }
        return scaled < 99.5
            ? "\(decimal(scaled, digits: 1)) \(units[unit])" : "\(Int(scaled.rounded())) \(units[unit])"
    }

    /// A value with at most three digits after the point; a dash where there is none.
    static func short(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "–" }
        return abs(value) < 1e12 ? decimal(value, digits: 3) : abs(value) < 1e18 ? "\(Int(value))" : "\(value)"
    }

    private static func decimal(_ value: Double, digits: Int) -> String {
        var power = 1
        for _ in 0..<digits { power *= 10 }
        let scaled = Int((abs(value) * Double(power)).rounded())
        var rest = String(String(power + scaled % power).dropFirst())
        while rest.last == "0" { rest.removeLast() }
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return sign + String(scaled / power) + (rest.isEmpty ? "" : "." + rest)
    }
}
