// A file of sorted runs, all numbers little-endian:
//
//     header    "TAMISRUN", version                                          16 bytes
//     records   sequences of numbers, each with its count and checksum       recordBytes
//     sections  runs of pairs in blocks, one run after another               as in StoredRun
//     footer    parameters (2), recordBytes, then for each section: pair count, block capacity, the blocks' first keys
//     trailer   bytes of the footer, its checksum, "TAMISEND"                24 bytes
//
// What a section's number means is its writer's affair. The size of the file follows from the footer, and every byte is
// compared, checksummed or used to find a checksum: a changed bit or a missing byte is noticed where it is read.
import CXXHash

/// The fixed parts of a file of sorted runs.
enum RunFileFormat {
    /// The header's words: the magic bytes, and the version of the format.
    static let header: [UInt64] = [word("TAMISRUN"), 1]
    /// The last word of the file.
    static let end = word("TAMISEND")
    /// How many bytes the header takes.
    static let headerBytes = 16
    /// How many bytes the trailer takes.
    static let trailerBytes = 24
    /// How many words stand in the footer before the sections.
    static let fixedFooterWordCount = 3

    /// The checksum of the footer; its length counts as well.
    static func checksum(footer: [UInt64]) -> UInt64 {
        footer.withUnsafeBytes { tamis_xxh3_64($0.baseAddress, $0.count, UInt64($0.count)) }
    }

    /// The checksum of a record: of its count and values, seeded with its number.
    static func checksum(record: ArraySlice<UInt64>, number: UInt64) -> UInt64 {
        record.withUnsafeBytes { tamis_xxh3_64($0.baseAddress, $0.count, number) }
    }

    /// Eight ASCII characters as a word.
    private static func word(_ text: StaticString) -> UInt64 {
        text.withUTF8Buffer { bytes in
            bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}
