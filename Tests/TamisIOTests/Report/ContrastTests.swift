import Glibc
import Testing

@testable import TamisIO

/// The colours of a page can be read: contrasts of WCAG 2.2 (1.4.3), from the palette itself.
struct ContrastTests {
    /// What is written on what.
    private static let pairs = [
        ("ink", "paper"), ("soft", "paper"), ("link", "paper"), ("ink", "card"), ("soft", "card"), ("link", "card"),
        ("ink", "cut"), ("ink", "new"), ("mark", "paper"),
    ]
    private static let bars = ["s0", "s1", "s2", "s3"]

    @Test(arguments: [0, 1, 2])
    func textIsReadable(_ scheme: Int) throws {
        let palette = try #require(Self.palettes.count == 3 ? Self.palettes[scheme] : nil)
        for (ink, paper) in Self.pairs {
            let contrast = try Self.contrast(#require(palette[ink]), #require(palette[paper]))
            #expect(contrast >= 4.5, "\(ink) on \(paper): \(contrast)")
        }
        // What is not text needs 3 (1.4.11).
        for bar in Self.bars { #expect(try Self.contrast(#require(palette[bar]), #require(palette["paper"])) >= 3) }
    }

    @Test func contrastIsThatOfTheStandard() {
        #expect(Self.contrast(0x000000, 0xFFFFFF) == 21)
        #expect(abs(Self.contrast(0x767676, 0xFFFFFF) - 4.54) < 0.01)
    }

    /// The custom properties of light, dark and print; dark and print leave out what they do not change.
    private static let palettes: [[String: UInt32]] = {
        var palettes: [[String: UInt32]] = []
        for block in ReportPage.style.description.split(separator: ":root{", omittingEmptySubsequences: false)
            .dropFirst()
        {
            var palette = palettes.first ?? [:]
            for property in block.prefix(while: { $0 != "}" }).split(whereSeparator: { ";\n ".contains($0) }) {
                let parts = property.split(separator: ":")
                guard parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#") else { continue }
                var digits = String(parts[1].dropFirst())
                if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
                palette[String(parts[0].dropFirst(2))] = UInt32(digits, radix: 16)
            }
            palettes.append(palette)
        }
        return palettes
    }()

    private static func contrast(_ a: UInt32, _ b: UInt32) -> Double {
        let (x, y) = (luminance(a), luminance(b))
        return (max(x, y) + 0.05) / (min(x, y) + 0.05)
    }

    /// The relative luminance of a colour.
    private static func luminance(_ color: UInt32) -> Double {
        let parts = [16, 8, 0].map { shift -> Double in
            let value = Double(color >> UInt32(shift) & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
