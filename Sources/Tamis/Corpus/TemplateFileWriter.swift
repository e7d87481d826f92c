extension TemplateFile {
    /// The bytes of the file; `templates` ascend by key, and `id` gives the id of a document by its number.
    func bytes(of templates: [Template], seed: UInt64, id: (UInt32) -> String) -> [UInt8] {
        var bytes = Self.magic
        bytes.append(Self.version)
        bytes.append(UInt32(binBits))
        bytes.append(seed)
        bytes.append(UInt64(templateCount))
        bytes.append(UInt64(idCount))
        bytes.append(UInt64(0))
        var next = 0
        for bin in 0...(1 << binBits) {
            while next < templates.count, Self.bin(of: templates[next].key, bits: binBits) < bin { next += 1 }
            bytes.append(UInt32(next))
        }
        for template in templates { bytes.append(template.key) }
        let numbers = Set(templates.flatMap(\.documents)).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(numbers, UInt32(0)...))
        for template in templates {
            let votes = UInt32(clamping: min(template.voteCount, Int(Int32.max)))
            bytes.append(template.isOnlyInZones ? votes | Self.onlyInZonesBit : votes)
            for place in 0..<3 {
                let number = place < template.documents.count ? places[template.documents[place]] : nil
                bytes.append(number ?? Self.noID)
            }
        }
        var ids: [UInt8] = []
        for number in numbers {
            ids.append(contentsOf: id(number).utf8)
            bytes.append(UInt64(ids.count))
        }
        bytes += ids
        let checksum = bytes.withUnsafeBytes { Self.checksum(of: $0) }
        for (place, byte) in littleEndianBytes(of: checksum).enumerated() { bytes[Self.checksumOffset + place] = byte }
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ integer: some FixedWidthInteger & UnsignedInteger) {
        append(contentsOf: littleEndianBytes(of: integer))
    }
}

private func littleEndianBytes(of integer: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: integer.littleEndian) { Array($0) }
}
