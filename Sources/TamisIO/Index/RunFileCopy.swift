/// How files are merged, thinned out and taken over from another index: they are copied, documents under new numbers.
struct RunFileCopy {
    /// The files to copy, in the order of their documents.
    let files: [RunFile]
    /// The new number of a document, ascending with the old one; nil for one that is left out.
    ///
    /// Without it all stay as they
    /// are, and records are copied in one piece.
    var newNumber: ((UInt64) -> UInt64?)?

    /// Writes what stays to `writer`, which is not finished, and returns how many documents that is.
    func write(to writer: RunFileWriter, temporaryFolder: TemporaryFolder) throws -> Int {
        let places = PairSorter(memoryBytes: 16 << 20, temporaryFolder: temporaryFolder, keepsRepeats: true)
        var count = 0
        for file in files {
            let start = newNumber == nil ? try writer.append(recordsOf: file) : 0
            var records = try pairs(of: [file], .records).cursor()
            while let pair = try records.next() {
                var place = KeyedValue(key: pair.key, value: start + pair.value)
                if let newNumber {
                    guard let number = newNumber(pair.key) else { continue }
                    let record = try file.record(at: pair.value, number: pair.key)
                    place = KeyedValue(key: number, value: try writer.append(record: record, number: number))
                }
                try places.append(place)
                count += 1
            }
        }
        for section in IndexSection.allCases {
            if section == .records {
                var cursor = try places.sorted().cursor()
                try writer.appendSection(blockCapacity: section.blockCapacity) { try cursor.nextBlock() }
            } else {
                try writeKeys(section, to: writer)
            }
        }
        return count
    }

    private func writeKeys(_ section: IndexSection, to writer: RunFileWriter) throws {
        var cursor = try pairs(of: files, section).cursor()
        guard let newNumber else {
            return try writer.appendSection(blockCapacity: section.blockCapacity) { try cursor.nextBlock() }
        }
        let buffer = UnsafeMutableBufferPointer<KeyedValue>.allocate(capacity: section.blockCapacity)
        defer { buffer.deallocate() }
        try writer.appendSection(blockCapacity: section.blockCapacity) {
            var count = 0
            while count < buffer.count, let pair = try cursor.next() {
                guard let number = newNumber(pair.value) else { continue }
                buffer[count] = KeyedValue(key: pair.key, value: number)
                count += 1
            }
            return count > 0 ? UnsafeBufferPointer(rebasing: buffer[..<count]) : nil
        }
    }

    private func pairs(of files: [RunFile], _ section: IndexSection) -> SortedPairs {
        SortedPairs(
            files.map { $0.sections[section.rawValue].run }, keepsRepeats: true, blockCapacity: section.blockCapacity)
    }
}
