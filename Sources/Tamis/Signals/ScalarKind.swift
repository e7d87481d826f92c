/// The properties of a Unicode scalar that signals ask for.
struct ScalarKind: OptionSet, Sendable {
    let rawValue: UInt8

    /// General category Nd.
    static let digit = ScalarKind(rawValue: 1)
    /// The property Uppercase.
    static let uppercase = ScalarKind(rawValue: 2)
    /// General category Sm, Sc, Sk or So.
    static let symbol = ScalarKind(rawValue: 4)
    /// The property White_Space.
    static let whitespace = ScalarKind(rawValue: 8)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(_ scalar: Unicode.Scalar) {
        self = []
        switch scalar.value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
            return
        default:
            break
        }
        switch scalar.properties.generalCategory {
        case .decimalNumber: insert(.digit)
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: insert(.symbol)
        default: break
        }
        if scalar.properties.isUppercase { insert(.uppercase) }
        if scalar.properties.isWhitespace { insert(.whitespace) }
    }
}

/// Decodes the character at `offset`: its scalar and length in bytes; nil and 1 where no valid sequence starts.
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = UInt32(bytes[offset])
    let left = bytes.count - offset
    func continuation(_ index: Int) -> UInt32? {
        guard index < left, bytes[offset + index] & 0xC0 == 0x80 else { return nil }
        return UInt32(bytes[offset + index] & 0x3F)
    }
    switch first {
    case 0..<0x80:
        return (Unicode.Scalar(first), 1)
    case 0xC2..<0xE0:
        guard let second = continuation(1) else { return (nil, 1) }
        return (Unicode.Scalar((first & 0x1F) << 6 | second), 2)
    case 0xE0..<0xF0:
        guard let second = continuation(1), let third = continuation(2) else { return (nil, 1) }
        let value = (first & 0x0F) << 12 | second << 6 | third
        guard value >= 0x800, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
        return (scalar, 3)
    case 0xF0..<0xF5:
        guard let second = continuation(1), let third = continuation(2), let fourth = continuation(3) else {
            return (nil, 1)
        }
        let value = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
        guard value >= 0x10000, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
        return (scalar, 4)
    default:
        return (nil, 1)
    }
}
