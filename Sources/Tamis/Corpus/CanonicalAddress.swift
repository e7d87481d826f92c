// One page, three addresses, one canonical address:
//
//     https://www.Example.com:443/news/caf%c3%a9/?utm_source=x&page=2#top
//     http://example.com/news/café?page=2
//     //example.com/news/caf%C3%A9/?page=2&fbclid=IwAR
//     →   example.com/news/caf%C3%A9?page=2

/// A web address without what varies between addresses of one page; equal bytes are the same page.
///
/// Gone are scheme, user, `www.`, default ports, tracking parameters, the fragment and slashes at the end of the path; the
/// host is in lower case, and bytes that need no percent encoding have none (RFC 3986, 6.2.2). The order of parameters
/// stays, and so does a fragment that names a page, as in `#!/page` or `#/page`.
public struct CanonicalAddress: Sendable, Equatable {
    /// The address.
    public let utf8: [UInt8]
    /// How many bytes of it are the host.
    private let hostByteCount: Int

    /// The host: the site of a document whose site is not known otherwise.
    public var host: String { String(decoding: utf8[..<hostByteCount], as: UTF8.self) }

    /// The canonical form of an address; nil where it is no address of a web page.
    ///
    /// An address without a scheme needs a host with a dot and a path, for `index.html` is none.
    public init?(_ address: String) {
        self.init(Array(address.utf8))
    }

    init?(_ address: [UInt8]) {
        var rest = address[...].trimmed
        let hasScheme = rest.dropScheme()
        let authority = rest.prefix { !Self.authorityEnds.contains($0) }
        rest = rest.dropFirst(authority.count)
        guard let authority = Authority(authority) else { return nil }
        if !hasScheme, !authority.host.contains(UInt8(ascii: ".")) || rest.first != UInt8(ascii: "/") { return nil }
        hostByteCount = authority.host.count
        var canonical = authority.host + authority.port

        let fragment = rest.firstIndex(of: UInt8(ascii: "#")).map { rest[$0...] } ?? []
        rest = rest.dropLast(fragment.count)
        let query = rest.firstIndex(of: UInt8(ascii: "?")).map { rest[$0...].dropFirst() }
        var path = rest.prefix { $0 != UInt8(ascii: "?") }
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        canonical.appendNormalized(path)
        var separator = UInt8(ascii: "?")
        for parameter in (query ?? []).split(separator: UInt8(ascii: "&")) {
            var normalized: [UInt8] = []
            normalized.appendNormalized(parameter)
            if TrackingParameter.contains(normalized.prefix { $0 != UInt8(ascii: "=") }) { continue }
            canonical.append(separator)
            canonical += normalized
            separator = UInt8(ascii: "&")
        }
        if let mark = fragment.dropFirst().first, mark == UInt8(ascii: "!") || mark == UInt8(ascii: "/") {
            canonical.appendNormalized(fragment)
        }
        utf8 = canonical
    }

    private static let authorityEnds = Array("/?#".utf8)
}

/// The host and port of an address.
private struct Authority {
    /// In lower case, without `www.` and a dot at the end.
    let host: [UInt8]
    /// With its colon; empty for a default port.
    let port: [UInt8]

    /// Nil where the bytes cannot be a host.
    init?(_ bytes: ArraySlice<UInt8>) {
        var host = bytes.lastIndex(of: UInt8(ascii: "@")).map { bytes[($0 + 1)...] } ?? bytes
        var port: ArraySlice<UInt8> = []
        // In brackets stands an address of IPv6, whose colons begin no port.
        if let colon = host.lastIndex(of: UInt8(ascii: ":")), !host[colon...].contains(UInt8(ascii: "]")) {
            port = host[colon...]
            host = host[..<colon]
        }
        guard port.dropFirst().allSatisfy(\.isASCIIDigit), port.count <= 6 else { return nil }
        let number = port.dropFirst().drop { $0 == 0x30 }
        let isDefault = number.isEmpty || number.elementsEqual("80".utf8) || number.elementsEqual("443".utf8)
        self.port = isDefault ? [] : [UInt8(ascii: ":")] + number
        var lowered = host.map(\.asciiLowercased)
        if lowered.last == UInt8(ascii: ".") { lowered.removeLast() }
        // The host www.com is no host com.
        while lowered.starts(with: "www.".utf8), lowered.dropFirst(4).contains(UInt8(ascii: ".")) {
            lowered.removeFirst(4)
        }
        guard Self.isAddress(lowered) || Self.isName(lowered) else { return nil }
        self.host = lowered
    }

    /// Whether bytes are an address of IPv6 in brackets.
    private static func isAddress(_ host: [UInt8]) -> Bool {
        host.count > 2 && host.first == UInt8(ascii: "[") && host.last == UInt8(ascii: "]")
            && host.dropFirst().dropLast().allSatisfy {
                $0.hexadecimalDigit != nil || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
            }
    }

    /// Whether bytes are labels between dots; letters of any script are allowed.
    private static func isName(_ host: [UInt8]) -> Bool {
        host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty
                && label.allSatisfy {
                    $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 || $0 == UInt8(ascii: "-")
                        || $0 == UInt8(ascii: "_")
                }
        }
    }
}

extension ArraySlice<UInt8> {
    /// Takes `http://`, `https://` or `//` away; whether one of them stood there.
    fileprivate mutating func dropScheme() -> Bool {
        for scheme in ["https://", "http://", "//"] {
            let start = prefix(scheme.utf8.count).map(\.asciiLowercased)
            if start.elementsEqual(scheme.utf8) {
                removeFirst(start.count)
                return true
            }
        }
        return false
    }
}

extension [UInt8] {
    /// Appends bytes with percent encoding where it is needed, and only there.
    ///
    /// Escapes of letters, digits, `-`, `.`, `_` and `~` become these; other escapes have upper-case digits; controls,
    /// blanks, bytes that are not ASCII and a `%` that begins no escape become escapes.
    fileprivate mutating func appendNormalized(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = bytes[index + 1].hexadecimalDigit,
                let low = bytes[index + 2].hexadecimalDigit
            {
                let value = high << 4 | low
                if value.isUnreserved { append(value) } else { appendEscape(value) }
                index += 3
            } else {
                let isPlain = (0x21..<0x7F).contains(byte) && byte != UInt8(ascii: "%")
                if isPlain { append(byte) } else { appendEscape(byte) }
                index += 1
            }
        }
    }

    private mutating func appendEscape(_ byte: UInt8) {
        let digits = Array("0123456789ABCDEF".utf8)
        self += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}

extension UInt8 {
    fileprivate var hexadecimalDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }

    /// Whether it means the same with and without percent encoding (RFC 3986, 2.3).
    fileprivate var isUnreserved: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}
