/// What kind of character a byte is, as far as the shape of a line goes.
enum ByteClass: Int, CaseIterable {
    case other, lowercase, uppercase, digit, space, stop, comma, colon, separator, quote, bracket, dash, sign, money
    case lead, continuation

    fileprivate init(of byte: UInt8) {
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

/// What each byte adds to the counts of a line; made once and never freed.
struct ByteClassTables: @unchecked Sendable {
    static let shared = ByteClassTables()
    /// The class of each byte.
    let classes: UnsafePointer<UInt8>
    /// A 1 in the eight bits of the byte's class.
    let units: UnsafePointer<SIMD2<UInt64>>
    /// For a class and the class behind it a 1 in eight bits: words run together, a stop inside, a time, an address.
    let events: UnsafePointer<UInt64>

    private init() {
        let classes = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        let units = UnsafeMutablePointer<SIMD2<UInt64>>.allocate(capacity: 256)
        for byte in UInt8.min...UInt8.max {
            let value = ByteClass(of: byte).rawValue
            classes[Int(byte)] = UInt8(value)
            units[Int(byte)] = value < 8 ? [1 << UInt64(value * 8), 0] : [0, 1 << UInt64((value - 8) * 8)]
        }
        let events = UnsafeMutablePointer<UInt64>.allocate(capacity: 256)
        events.initialize(repeating: 0, count: 256)
        for (first, second, event) in Self.pairs { events[first.rawValue * 16 + second.rawValue] = 1 << (event * 8) }
        self.classes = UnsafePointer(classes)
        self.units = UnsafePointer(units)
        self.events = UnsafePointer(events)
    }

    private static let pairs: [(ByteClass, ByteClass, event: UInt64)] = [
        (.lowercase, .uppercase, 0), (.stop, .space, 1), (.colon, .digit, 2), (.stop, .lowercase, 3),
        (.separator, .separator, 3),
    ]
}
