extension Catalog {
    /// A run that added documents.
    struct Run: Equatable {
        let number: Int
        /// The digest of its inputs and settings.
        let digest: String
        /// The release of tamis that made it.
        let tool: String
        /// When it was added, in UTC: `2026-11-22 10:30:00`.
        let added: String
        /// The numbers of its documents.
        let documents: Range<Int>
        /// How many of them stayed and are in the files.
        let documentCount: Int

        init?(_ row: [SQLValue]) {
            guard row.count == 7, let documents = Catalog.range(row[4], row[5]),
                case .integer(let number) = row[0], case .text(let digest) = row[1], case .text(let tool) = row[2],
                case .text(let added) = row[3], case .integer(let documentCount) = row[6]
            else { return nil }
            (self.number, self.digest, self.tool, self.added) = (number, digest, tool, added)
            (self.documents, self.documentCount) = (documents, documentCount)
        }
    }

    /// A file of sorted runs.
    struct File: Equatable {
        let number: Int
        /// The numbers of the documents in it lie in this range; some may be missing.
        let documents: Range<Int>
        let byteCount: Int
        /// The checksum of its footer.
        let checksum: UInt64

        var name: String { "\(number).run" }

        init(number: Int, documents: Range<Int>, byteCount: Int, checksum: UInt64) {
            (self.number, self.documents, self.byteCount, self.checksum) = (number, documents, byteCount, checksum)
        }

        init?(_ row: [SQLValue]) {
            guard row.count == 5, let documents = Catalog.range(row[1], row[2]), case .integer(let number) = row[0],
                case .integer(let byteCount) = row[3], case .integer(let checksum) = row[4]
            else { return nil }
            self.init(
                number: number, documents: documents, byteCount: byteCount,
                checksum: UInt64(bitPattern: Int64(checksum)))
        }
    }

    private static func range(_ first: SQLValue, _ limit: SQLValue) -> Range<Int>? {
        guard case .integer(let first) = first, case .integer(let limit) = limit, 0 <= first, first <= limit else {
            return nil
        }
        return first..<limit
    }
}
