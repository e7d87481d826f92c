/// What kind of character a byte is, as far as the shape of a line goes.
enum ByteClass: Int, CaseIterable {
    case other, lowercase, uppercase, digit, space, stop, comma, colon, separator, quote, bracket, dash, sign, money
    case lead, continuation

    /// The class of each byte; made once and never freed.
    nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        for byte in UInt8.min...UInt8.max { table[Int(byte)] = UInt8(ByteClass(of: byte).rawValue) }
        return UnsafePointer(table)
    }()

    private init(of byte: UInt8) {
        switch byte {
        case 0xC2...0xF4: self = .lead
        case 0x80...0xFF: self = .continuation
        case 0x61...0x7A: self = .lowercase
        case 0x41...0x5A: self = .uppercase
        case 0x30...0x39: self = .digit
        case 0x20, 0x09: self = .space
        default: self = ByteClass(ofMark: byte)
        }
    }

    private init(ofMark byte: UInt8) {
        switch Unicode.Scalar(byte) {
        case ".", "!", "?": self = .stop
        case ",", ";": self = .comma
        case ":": self = .colon
        case "|", "/", ">", "<", "\\", "~", "*", "_", "+", "=": self = .separator
        case "\"", "'": self = .quote
        case "(", ")", "[", "]", "{", "}": self = .bracket
        case "-": self = .dash
        case "@", "#", "&": self = .sign
        case "$", "%": self = .money
        default: self = .other
        }
    }
}
