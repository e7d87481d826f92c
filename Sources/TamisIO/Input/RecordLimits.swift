/// The bounds of a reader's memory.
public struct RecordLimits: Sendable, Equatable {
    /// The size of a batch of small records, in bytes.
    public let batchBytes: Int
    /// The most records of a batch: what is written for each, signals and ledger, is larger than a tiny record itself.
    static let batchRecordCount = 512
    /// The size of the largest record that is read whole, in bytes, its line feed apart.
    public let maxRecordBytes: Int

    /// Makes limits; `maxRecordBytes` is held under 2 GiB, since offsets inside a record take 32 bits.
    public init(batchBytes: Int = 512 << 10, maxRecordBytes: Int = 256 << 20) {
        self.maxRecordBytes = min(max(1, maxRecordBytes), Int(Int32.max) - 64)
        self.batchBytes = min(max(1, batchBytes), self.maxRecordBytes)
    }

    /// The storage to take when a record needs `capacity` bytes: twice that, or at once all that a record may take.
    func grown(_ capacity: Int) -> Int {
        capacity * 4 > maxRecordBytes ? maxRecordBytes + 1 : capacity * 2
    }
}
