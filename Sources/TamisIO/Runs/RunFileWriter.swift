/// Writes a file of sorted runs: its records, then its sections; the file appears when it is finished.
final class RunFileWriter {
    private let output: OutputFile
    private var footer: [UInt64]
    private var recordBytes = 0
    /// The checksum of the footer, by which the file can be told from others; after `finish`.
    private(set) var checksum: UInt64 = 0

    /// Starts a file that belongs to `parameters`.
    init(path: String, parameters: (UInt64, UInt64)) throws(OutputError) {
        output = try OutputFile(path: path)
        footer = [parameters.0, parameters.1, 0]
        try write(RunFileFormat.header)
    }

    /// How many bytes the file has so far.
    var byteCount: Int { output.byteCount }

    /// Adds a record, before the first section, and returns where it lies among the records.
    func append(record values: [UInt64], number: UInt64) throws(OutputError) -> UInt64 {
        var words = [UInt64(values.count)]
        words.append(contentsOf: values)
        words.append(RunFileFormat.checksum(record: words[...], number: number))
        defer { recordBytes += words.count * MemoryLayout<UInt64>.size }
        try write(words)
        return UInt64(recordBytes)
    }

    /// Adds the records of `file` as they are, checksums included, and returns where the first one lies.
    func append(recordsOf file: RunFile) throws -> UInt64 {
        defer { recordBytes += file.recordBytes }
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 8)
        defer { chunk.deallocate() }
        var offset = 0
        while offset < file.recordBytes {
            let part = UnsafeMutableRawBufferPointer(rebasing: chunk[..<min(chunk.count, file.recordBytes - offset)])
            try file.readRecords(into: part, at: offset)
            try output.write(UnsafeRawBufferPointer(part))
            offset += part.count
        }
        return UInt64(recordBytes)
    }

    /// Adds a section whose blocks hold `blockCapacity` pairs; `next` gives the pairs in order, some at a time, nil at the
    /// end.
    func appendSection(blockCapacity: Int, _ next: () throws -> UnsafeBufferPointer<KeyedValue>?) throws {
        let output = output
        let start = footer.count
        footer += [0, UInt64(blockCapacity)]
        var blocks = RunBlocks(capacity: blockCapacity) { (bytes) throws(OutputError) in try output.write(bytes) }
        var count = 0
        while let pairs = try next() {
            // The first pairs of the blocks that begin here.
            let first = (blockCapacity - count % blockCapacity) % blockCapacity
            for index in stride(from: first, to: pairs.count, by: blockCapacity) { footer.append(pairs[index].key) }
            try blocks.append(pairs)
            count += pairs.count
        }
        try blocks.finish()
        footer[start] = UInt64(count)
    }

    /// Writes the rest and gives the file its name, complete and on the disk.
    func finish() throws(OutputError) {
        footer[2] = UInt64(recordBytes)
        checksum = RunFileFormat.checksum(footer: footer)
        try write(footer)
        try write([UInt64(footer.count * MemoryLayout<UInt64>.size), checksum, RunFileFormat.end])
        try output.finish()
    }

    private func write(_ words: [UInt64]) throws(OutputError) {
        let bytes = words.span.bytes
        try bytes.withUnsafeBytes { (bytes) throws(OutputError) in try output.write(bytes) }
    }
}
