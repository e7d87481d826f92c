import Glibc

/// A file of sorted runs, open for reading; from several threads if need be.
final class RunFile: Sendable {
    /// A run of pairs and the first key of each of its blocks.
    struct Section: Sendable {
        let run: StoredRun
        let firstKeys: [UInt64]
    }

    /// What the file belongs to.
    let parameters: (UInt64, UInt64)
    /// The checksum of the footer, by which the file can be told from others.
    let checksum: UInt64
    /// The runs.
    let sections: [Section]
    /// The length of the file.
    let byteCount: Int
    private let file: StoredFile
    /// The length of all records.
    let recordBytes: Int

    /// Opens the file at `path` and reads its footer.
    init(path: String) throws(InputError) {
        let size: Int
        do throws(SystemError) {
            let descriptor = try FileDescriptor.open(path, flags: O_RDONLY)
            size = Int(try descriptor.status().st_size)
            file = StoredFile(descriptor, name: path)
        } catch {
            throw InputError(error, file: path)
        }
        byteCount = size
        guard size >= RunFileFormat.headerBytes + RunFileFormat.trailerBytes else { throw file.mismatch(at: 0) }
        guard try file.words(RunFileFormat.header.count, at: 0) == RunFileFormat.header else {
            throw InputError(
                "is no file of sorted runs, or one of another version", file: path, byteOffset: 0,
                advice: "use the release of tamis that wrote it")
        }
        let trailer = size - RunFileFormat.trailerBytes
        let words = try file.words(3, at: trailer)
        guard words[2] == RunFileFormat.end, words[0] % 8 == 0, words[0] <= UInt64(trailer - RunFileFormat.headerBytes)
        else { throw file.mismatch(at: trailer) }
        let footerStart = trailer - Int(words[0])
        let footer = try file.words(Int(words[0]) / 8, at: footerStart)
        checksum = words[1]
        guard checksum == RunFileFormat.checksum(footer: footer), footer.count >= RunFileFormat.fixedFooterWordCount,
            footer[2] <= UInt64(footerStart)
        else { throw file.mismatch(at: footerStart) }
        parameters = (footer[0], footer[1])
        recordBytes = Int(footer[2])
        let start = RunFileFormat.headerBytes + recordBytes
        guard let sections = Self.sections(footer, in: file, from: start, to: footerStart) else {
            throw file.mismatch(at: footerStart)
        }
        self.sections = sections
    }

    /// Reads the record that lies at `offset` among the records.
    func record(at offset: UInt64, number: UInt64) throws(InputError) -> [UInt64] {
        // A count, a checksum, and what is between.
        guard offset <= UInt64(recordBytes), recordBytes - Int(offset) >= 16, offset % 8 == 0 else {
            throw file.mismatch(at: RunFileFormat.headerBytes)
        }
        let start = RunFileFormat.headerBytes + Int(offset)
        let count = try file.words(1, at: start)[0]
        guard count <= UInt64((recordBytes - Int(offset) - 16) / 8) else { throw file.mismatch(at: start) }
        var words = try file.words(Int(count) + 2, at: start)
        let checksum = words.removeLast()
        guard words[0] == count, checksum == RunFileFormat.checksum(record: words[...], number: number) else {
            throw file.mismatch(at: start)
        }
        return Array(words.dropFirst())
    }

    /// Fills `buffer` with the bytes of records from `offset` on, unchecked.
    func readRecords(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(InputError) {
        try file.read(into: buffer, at: RunFileFormat.headerBytes + offset)
    }

    /// The sections that the footer lists; nil when they do not fill the bytes from `start` to `end`.
    private static func sections(_ footer: [UInt64], in file: StoredFile, from start: Int, to end: Int) -> [Section]? {
        var sections: [Section] = []
        var offset = start
        var position = RunFileFormat.fixedFooterWordCount
        while position < footer.count {
            guard position + 2 <= footer.count else { return nil }
            let limit = UInt64(max(0, end - offset) / MemoryLayout<KeyedValue>.stride)
            let (count, capacity) = (footer[position], footer[position + 1])
            guard count <= limit, capacity > 0, capacity <= 1 << 24 else { return nil }
            let run = StoredRun(file: file, offset: offset, count: Int(count), blockCapacity: Int(capacity))
            position += 2
            guard footer.count - position >= run.blockCount else { return nil }
            sections.append(Section(run: run, firstKeys: Array(footer[position..<position + run.blockCount])))
            position += run.blockCount
            offset += StoredRun.byteCount(run.count, blockCapacity: run.blockCapacity)
        }
        return offset == end ? sections : nil
    }
}

extension RunFile.Section {
    /// The value of the first pair with this key; nil where there is none.
    func value(of key: UInt64) throws(InputError) -> UInt64? {
        // The last block that begins before the key may end with it.
        var block = max(0, firstIndex { $0 >= key } - 1)
        let capacity = min(run.blockCapacity, run.count)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: StoredRun.blockBytes(capacity), alignment: 8)
        defer { buffer.deallocate() }
        while block < run.blockCount, firstKeys[block] <= key {
            let pairs = try run.readBlock(block, into: buffer)
            var (low, high) = (0, pairs.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[middle].key < key { low = middle + 1 } else { high = middle }
            }
            if low < pairs.count { return pairs[low].key == key ? pairs[low].value : nil }
            block += 1
        }
        return nil
    }

    /// The number of the first block whose first key satisfies `condition`, which holds for all after it.
    private func firstIndex(where condition: (UInt64) -> Bool) -> Int {
        var (low, high) = (0, firstKeys.count)
        while low < high {
            let middle = (low + high) / 2
            if condition(firstKeys[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension StoredFile {
    /// The `count` words from `offset` on.
    func words(_ count: Int, at offset: Int) throws(InputError) -> [UInt64] {
        var words = [UInt64](repeating: 0, count: count)
        var span = words.mutableSpan
        try span.withUnsafeMutableBytes { (bytes) throws(InputError) in try read(into: bytes, at: offset) }
        return words
    }
}
