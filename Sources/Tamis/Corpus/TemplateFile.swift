import CXXHash

// The file of templates, version 1. Integers are little-endian.
//
//     offset  bytes
//     0       8              "tamistpl"
//     8       4              version, 1
//     12      4              b, the number of leading key bits that choose a bin: 0…20
//     16      8              seed of the keys
//     24      8              n, the number of templates
//     32      8              m, the number of ids
//     40      8              XXH3-64 of what follows, with the XXH3-64 of the 40 bytes before as seed
//     48      4 (2^b + 1)    bins: the first template with these leading bits; at the end n
//             8 n            keys, ascending
//             16 n           rows: votes in 31 bits, the upper bit for "only before and after the prose"; then the numbers
//                            of three ids, all ones where there are fewer
//             8 m            where each id ends among the bytes of ids
//                            the bytes of ids, up to the end of the file
//
// A look-up goes to the bin of a key, which holds two to four keys, and searches there.

/// The layout of a file of templates.
struct TemplateFile {
    let binBits: Int
    let templateCount: Int
    let idCount: Int

    static let magic = Array("tamistpl".utf8)
    static let version: UInt32 = 1
    static let seedOffset = 16
    static let checksumOffset = 40
    static let headerByteCount = 48
    static let onlyInZonesBit: UInt32 = 1 << 31
    static let noID = UInt32.max

    var keysOffset: Int { Self.headerByteCount + 4 * ((1 << binBits) + 1) }
    var rowsOffset: Int { keysOffset + 8 * templateCount }
    var endsOffset: Int { rowsOffset + 16 * templateCount }
    var idsOffset: Int { endsOffset + 8 * idCount }

    /// The layout for `templates`.
    init(of templates: [Template]) {
        templateCount = templates.count
        idCount = Set(templates.flatMap(\.documents)).count
        binBits = min(20, max(0, Int.bitWidth - 2 - templates.count.leadingZeroBitCount))
    }

    /// The layout that a header gives, if the file is whole and what it points to lies in it.
    init(checking file: FrozenBytes) throws(TemplateFileError) {
        let byteCount = file.bytes.count
        guard file.bytes.starts(with: Self.magic) else { throw .notTemplates }
        guard byteCount >= Self.headerByteCount else { throw .damaged }
        let version = file.load(UInt32.self, at: 8)
        guard version == Self.version else { throw .otherVersion(version) }
        let counts = (file.load(UInt32.self, at: 12), file.load(UInt64.self, at: 24), file.load(UInt64.self, at: 32))
        guard counts.0 <= 20, counts.1 <= byteCount / 24, counts.2 <= byteCount / 8 else { throw .damaged }
        (binBits, templateCount, idCount) = (Int(counts.0), Int(counts.1), Int(counts.2))
        let isWhole =
            idsOffset <= byteCount && Self.checksum(of: file.bytes) == file.load(UInt64.self, at: Self.checksumOffset)
        guard isWhole, pointsInside(file) else { throw .damaged }
    }

    /// Whether bins, rows and ids point to what is there: a file with a right checksum may be forged.
    private func pointsInside(_ file: FrozenBytes) -> Bool {
        for bin in 0...(1 << binBits) {
            guard file.load(UInt32.self, at: Self.headerByteCount + 4 * bin) <= templateCount else { return false }
        }
        for row in 0..<templateCount {
            for place in 1...3 {
                let number = file.load(UInt32.self, at: rowsOffset + 16 * row + 4 * place)
                guard number < idCount || number == Self.noID else { return false }
            }
        }
        var end: UInt64 = 0
        for id in 0..<idCount {
            let next = file.load(UInt64.self, at: endsOffset + 8 * id)
            guard next >= end, next <= file.bytes.count - idsOffset else { return false }
            end = next
        }
        return true
    }

    /// XXH3-64 of a file without its checksum.
    static func checksum(of file: UnsafeRawBufferPointer) -> UInt64 {
        let header = tamis_xxh3_64(file.baseAddress, checksumOffset, 0)
        return tamis_xxh3_64(file.baseAddress! + headerByteCount, file.count - headerByteCount, header)
    }

    /// The bin of a key: its leading bits.
    @inline(__always)
    static func bin(of key: UInt64, bits: Int) -> Int { Int(key >> UInt64(64 - bits)) }
}

/// Why a file cannot be taken for templates.
public enum TemplateFileError: Error, Equatable, CustomStringConvertible {
    /// It begins with other bytes.
    case notTemplates
    /// It was made by another version of tamis.
    case otherVersion(UInt32)
    /// It is cut short, or bytes of it changed.
    case damaged

    /// What is wrong and what to do, in one line.
    public var description: String {
        switch self {
        case .notTemplates: "this is no file of templates; give one that tamis wrote"
        case .otherVersion(let version):
            "the templates have version \(version) and this tamis reads \(TemplateFile.version); count them again"
        case .damaged: "the file of templates is damaged or cut short; count them again"
        }
    }
}
