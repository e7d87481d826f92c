import Testing

@testable import Tamis

struct CanonicalAddressTests {
    @Test(arguments: [
        ("https://example.com/news/1", "example.com/news/1"),
        ("http://www.example.com/news/1/", "example.com/news/1"),
        ("HTTPS://WWW.Example.COM/News/1", "example.com/News/1"),
        ("//example.com/news/1", "example.com/news/1"),
        ("www.example.com/news/1", "example.com/news/1"),
        ("  https://example.com/a \n", "example.com/a"),
        ("https://example.com", "example.com"),
        ("https://example.com./?", "example.com"),
        ("https://example.com:443/a", "example.com/a"),
        ("https://example.com:/a", "example.com/a"),
        ("https://example.com:0080/a", "example.com/a"),
        ("https://example.com:8080/a", "example.com:8080/a"),
        ("https://user:word@example.com/a", "example.com/a"),
        ("https://www.www.example.com/a", "example.com/a"),
        ("https://www.com/a", "www.com/a"),
        ("https://пример.рф/а", "пример.рф/%D0%B0"),
        ("https://[2001:DB8::1]:80/a", "[2001:db8::1]/a"),
        ("https://example.com/a?utm_source=x&page=2&UTM_Medium=y", "example.com/a?page=2"),
        ("https://example.com/a?fbclid=1&gclid=2&mc_cid=3", "example.com/a"),
        ("https://example.com/a?b=2&a=1", "example.com/a?b=2&a=1"),
        ("https://example.com/a?utm=1&utmost=2&ref=3", "example.com/a?utm=1&utmost=2&ref=3"),
        ("https://example.com/a?b&&c=#d", "example.com/a?b&c="),
        ("https://example.com/a?u%74m_source=x", "example.com/a"),
        ("https://example.com/a?next=/b/", "example.com/a?next=/b/"),
        ("https://example.com/a#top", "example.com/a"),
        ("https://example.com/#!/a", "example.com#!/a"),
        ("https://example.com/caf%c3%a9", "example.com/caf%C3%A9"),
        ("https://example.com/café", "example.com/caf%C3%A9"),
        ("https://example.com/%7Ejane/%41%2f", "example.com/~jane/A%2F"),
        ("https://example.com/a b", "example.com/a%20b"),
        ("https://example.com/100%", "example.com/100%25"),
        ("https://example.com/%zz", "example.com/%25zz"),
    ])
    func onePageHasOneAddress(address: String, canonical: String) {
        #expect(Self.canonical(address) == canonical)
        #expect(Self.canonical("https://" + canonical) == canonical, "what is canonical stays as it is")
    }

    @Test(arguments: [
        "", " ", "/news/1", "news/1", "index.html", "example.com", "https://", "https:///a", "http://?a",
        "mailto:a@b.c",
        "ftp://example.com/a", "javascript:void(0)", "https://exa mple.com/a", "https://.", "https://example.com:8x/a",
        "https://example.com:1234567/a", "https://a\"b/c", "#", "?", "@", "://", "a@", "http://@/", "http://a..b/",
        "http://%41/",
    ])
    func whatIsNoAddressIsNil(address: String) {
        #expect(Self.canonical(address) == nil)
    }

    @Test(arguments: [
        ("https://WWW.Example.com:8080/a", "example.com"), ("http://news.example.com", "news.example.com"),
    ])
    func theHostIsTheSite(address: String, host: String) {
        #expect(CanonicalAddress(Array(address.utf8))?.host == host)
    }

    @Test func garbageIsNoTrapAndCanonicalIsStable() {
        var generator = RandomText(seed: 5)
        let parts = [
            "http://", "www.", "//", ":", "@", "%", "%4", "%41", "?", "&", "#", "#!", "=", "[", "]", ".", "a", "é", "8",
        ]
        for _ in 0..<5_000 {
            var bytes = (0..<Int.random(in: 0...12, using: &generator)).flatMap { _ in
                Array(parts[Int.random(in: 0..<parts.count, using: &generator)].utf8)
            }
            if Bool.random(using: &generator) { bytes.append(UInt8.random(in: 0...255, using: &generator)) }
            guard let once = CanonicalAddress(bytes) else { continue }
            #expect(
                CanonicalAddress(Array("http://".utf8) + once.utf8) == once, "\(String(decoding: bytes, as: UTF8.self))"
            )
        }
    }

    private static func canonical(_ address: String) -> String? {
        CanonicalAddress(Array(address.utf8)).map { String(decoding: $0.utf8, as: UTF8.self) }
    }
}
