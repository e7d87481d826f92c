/// A character reference of HTML in text, such as `&nbsp;`, `&#8217;` or `&#x27;`.
///
/// References to `&`, `<`, `>`, control characters and surrogates are none: decoded, they would change what the text says.
struct Entity {
    /// The character, in UTF-8; a no-break space becomes a plain one.
    let character: [UInt8]
    /// The offset after the semicolon.
    let end: Int

    /// Reads the reference at `start`, an ampersand; nil where there is none that ends before `limit`.
    init?(at start: Int, to limit: Int, in utf8: [UInt8]) {
        guard let semicolon = utf8[start..<min(limit, start + 12)].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = utf8[(start + 1)..<semicolon]
        guard let value = Entity.number(name) ?? Entity.named(name), let scalar = Unicode.Scalar(value) else {
            return nil
        }
        switch value {
        case 0..<0x20, 0x26, 0x3C, 0x3E, 0x7F..<0xA0: return nil
        default: break
        }
        character = value == 0xA0 ? [0x20] : Array(String(Character(scalar)).utf8)
        end = semicolon + 1
    }

    private static func number(_ name: ArraySlice<UInt8>) -> UInt32? {
        guard name.first == UInt8(ascii: "#") else { return nil }
        var digits = name.dropFirst()
        var radix: UInt32 = 10
        if let mark = digits.first, mark | 0x20 == UInt8(ascii: "x") {
            digits.removeFirst()
            radix = 16
        }
        guard !digits.isEmpty, digits.count <= 7 else { return nil }
        var value: UInt32 = 0
        for byte in digits {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix else { return nil }
            value = value * radix + UInt32(digit)
        }
        return value
    }

    private static func named(_ name: ArraySlice<UInt8>) -> UInt32? {
        names.first { name.elementsEqual($0.name.utf8) }?.value
    }

    private static let names: [(name: String, value: UInt32)] = [
        ("nbsp", 0xA0), ("quot", 0x22), ("apos", 0x27), ("lsquo", 0x2018), ("rsquo", 0x2019), ("sbquo", 0x201A),
        ("ldquo", 0x201C), ("rdquo", 0x201D), ("bdquo", 0x201E), ("laquo", 0xAB), ("raquo", 0xBB), ("ndash", 0x2013),
        ("mdash", 0x2014), ("hellip", 0x2026), ("bull", 0x2022), ("middot", 0xB7), ("copy", 0xA9), ("reg", 0xAE),
        ("trade", 0x2122), ("euro", 0x20AC), ("pound", 0xA3), ("yen", 0xA5), ("cent", 0xA2), ("sect", 0xA7),
        ("para", 0xB6), ("deg", 0xB0), ("plusmn", 0xB1), ("times", 0xD7), ("divide", 0xF7), ("frac12", 0xBD),
        ("frac14", 0xBC), ("frac34", 0xBE), ("iexcl", 0xA1), ("iquest", 0xBF), ("szlig", 0xDF), ("aelig", 0xE6),
        ("oslash", 0xF8), ("aring", 0xE5), ("eth", 0xF0), ("thorn", 0xFE), ("ntilde", 0xF1), ("ccedil", 0xE7),
        ("shy", 0xAD), ("ensp", 0x2002), ("emsp", 0x2003), ("thinsp", 0x2009), ("prime", 0x2032), ("Prime", 0x2033),
        ("larr", 0x2190), ("rarr", 0x2192), ("uarr", 0x2191), ("darr", 0x2193), ("agrave", 0xE0), ("aacute", 0xE1),
        ("acirc", 0xE2), ("atilde", 0xE3), ("auml", 0xE4), ("egrave", 0xE8), ("eacute", 0xE9), ("ecirc", 0xEA),
        ("euml", 0xEB), ("igrave", 0xEC), ("iacute", 0xED), ("icirc", 0xEE), ("iuml", 0xEF), ("ograve", 0xF2),
        ("oacute", 0xF3), ("ocirc", 0xF4), ("otilde", 0xF5), ("ouml", 0xF6), ("ugrave", 0xF9), ("uacute", 0xFA),
        ("ucirc", 0xFB), ("uuml", 0xFC), ("yacute", 0xFD), ("yuml", 0xFF), ("Agrave", 0xC0), ("Aacute", 0xC1),
        ("Acirc", 0xC2), ("Atilde", 0xC3), ("Auml", 0xC4), ("Egrave", 0xC8), ("Eacute", 0xC9), ("Ecirc", 0xCA),
        ("Euml", 0xCB), ("Igrave", 0xCC), ("Iacute", 0xCD), ("Icirc", 0xCE), ("Iuml", 0xCF), ("Ograve", 0xD2),
        ("Oacute", 0xD3), ("Ocirc", 0xD4), ("Otilde", 0xD5), ("Ouml", 0xD6), ("Ugrave", 0xD9), ("Uacute", 0xDA),
        ("Ucirc", 0xDB), ("Uuml", 0xDC), ("Yacute", 0xDD), ("Yuml", 0x178), ("Ntilde", 0xD1), ("Aring", 0xC5),
        ("Oslash", 0xD8), ("AElig", 0xC6), ("Ccedil", 0xC7), ("oelig", 0x153), ("OElig", 0x152), ("scaron", 0x161),
        ("Scaron", 0x160),
    ]
}
