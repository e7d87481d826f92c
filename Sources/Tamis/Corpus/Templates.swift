import CXXHash

/// The frozen look-up of templates, over the bytes of their file.
public struct Templates: Sendable {
    /// The seed of the keys.
    public let seed: UInt64
    private let file: FrozenBytes
    private let layout: TemplateFile

    /// What is known of a template.
    public struct Entry: Sendable, Equatable {
        /// How many documents vote for it.
        public let voteCount: Int
        /// Whether it counts only before and after the prose.
        public let isOnlyInZones: Bool
        /// The ids of up to three documents that hold it.
        public let documents: [String]
    }

    /// No templates.
    public static let empty = Templates([], seed: 0) { _ in "" }

    /// Freezes templates, which ascend by key.
    ///
    /// - Parameter id: Gives the id of a document by its number.
    public init(_ templates: [Template], seed: UInt64, id: (UInt32) -> String) {
        let file = TemplateFile(of: templates)
        self.init(FrozenBytes(copying: file.bytes(of: templates, seed: seed, id: id)), file, seed: seed)
    }

    /// Reads a file, which may be mapped; linear in its length, since it is checked.
    public init(file: FrozenBytes) throws(TemplateFileError) {
        self.init(file, try TemplateFile(checking: file), seed: file.load(UInt64.self, at: TemplateFile.seedOffset))
    }

    private init(_ file: FrozenBytes, _ layout: TemplateFile, seed: UInt64) {
        (self.file, self.layout, self.seed) = (file, layout, seed)
    }

    /// The bytes of the file, as `init(file:)` reads them.
    public var bytes: UnsafeRawBufferPointer { file.bytes }

    /// How many templates there are.
    public var count: Int { layout.templateCount }

    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    /// The seed of the template keys of documents of a site: one site's lines say nothing about another's.
    public static func seed(_ seed: UInt64, site: String?) -> UInt64 {
        guard var site else { return seed }
        return site.withUTF8 { tamis_xxh3_64($0.baseAddress, $0.count, seed) }
    }

    /// What is known of the template with `key`; nil where it is none.
    public func entry(of key: UInt64) -> Entry? {
        guard let index = index(of: key) else { return nil }
        let row = layout.rowsOffset + 16 * index
        let votes = file.load(UInt32.self, at: row)
        let numbers = (1...3).map { file.load(UInt32.self, at: row + 4 * $0) }
        return Entry(
            voteCount: Int(votes & ~TemplateFile.onlyInZonesBit),
            isOnlyInZones: votes & TemplateFile.onlyInZonesBit != 0,
            documents: numbers.filter { $0 != TemplateFile.noID }.map { id(Int($0)) })
    }

    /// The index of a key in its bin, by binary search.
    private func index(of key: UInt64) -> Int? {
        let bin = TemplateFile.headerByteCount + 4 * TemplateFile.bin(of: key, bits: layout.binBits)
        let start = Int(file.load(UInt32.self, at: bin))
        let end = Int(file.load(UInt32.self, at: bin + 4))
        let low = (start..<end).partitioningIndex { self.key($0) >= key }
        return low < end && self.key(low) == key ? low : nil
    }

    private func key(_ index: Int) -> UInt64 { file.load(UInt64.self, at: layout.keysOffset + 8 * index) }

    private func id(_ number: Int) -> String {
        let start = number == 0 ? 0 : end(number - 1)
        let ids = file.bytes[(layout.idsOffset + start)..<(layout.idsOffset + end(number))]
        return String(decoding: ids, as: UTF8.self)
    }

    private func end(_ number: Int) -> Int { Int(file.load(UInt64.self, at: layout.endsOffset + 8 * number)) }
}
