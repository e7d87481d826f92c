// Files of 900, 40, 4, 3, 3, 3 and 2 MB: when more than four at the end are of one size or smaller, they become one. A
// document is copied about once for each power of four of the index's size, and there are few files to merge on reading.
import Glibc

extension DocumentIndex {
    /// The most files of one size.
    private static let mostOfOneSize = 4

    /// Merges small files.
    func compact(temporaryFolder: TemporaryFolder = .standard) throws {
        while let start = Self.firstToMerge(catalog.files.map(\.byteCount)) {
            let entries = Array(catalog.files[start...])
            let documents = entries[0].documents.lowerBound..<entries[entries.count - 1].documents.upperBound
            let copy = RunFileCopy(files: Array(files[start...]))
            try catalog.database.transaction {
                for entry in entries { try catalog.delete(entry) }
                try write(copy, documents: documents, number: catalog.nextFile, temporaryFolder: temporaryFolder)
                try catalog.seal(nextDocument: catalog.nextDocument, nextFile: catalog.nextFile + 1)
            }
            try reload()
        }
    }

    /// Writes a file and its row, unless nothing is left to be in it; returns how many documents that is.
    @discardableResult
    func write(
        _ copy: RunFileCopy, documents: Range<Int>, number: Int, temporaryFolder: TemporaryFolder
    ) throws -> Int {
        let writer = try RunFileWriter(path: "\(path)/\(number).run", parameters: catalog.parameters.digest)
        let count = try copy.write(to: writer, temporaryFolder: temporaryFolder)
        guard count > 0 else { return 0 }
        try writer.finish()
        try catalog.insert(
            Catalog.File(number: number, documents: documents, byteCount: writer.byteCount, checksum: writer.checksum))
        return count
    }

    /// Reads the catalog that a transaction has changed, and takes away the files that it lists no longer.
    func reload() throws {
        try catalog.read()
        try openFiles()
        try sweep()
    }

    /// The first of the files at the end to be merged, by their sizes; nil when there is nothing to merge.
    static func firstToMerge(_ byteCounts: [Int]) -> Int? {
        guard let last = byteCounts.last else { return nil }
        var tier = size(last)
        while true {
            let start = (byteCounts.lastIndex { size($0) > tier } ?? -1) + 1
            if byteCounts.count - start > mostOfOneSize { return start }
            guard start > 0 else { return nil }
            tier = size(byteCounts[start - 1])
        }
    }

    /// A file's size as a power of four; everything under 64 KB is small.
    private static func size(_ byteCount: Int) -> Int {
        (Int.bitWidth - max(byteCount, 64 << 10).leadingZeroBitCount) / 2
    }
}
