import Tamis

/// Whole raw records as they stand in the input, line ends included; all batches joined are the input.
public struct RecordBatch: Sendable {
    /// Which part of its records a batch holds.
    public enum Content: Sendable, Equatable {
        /// Whole records.
        case whole
        /// A piece, not the last, of one record that is over the limit.
        case oversizedPiece
        /// The last piece of a record that is over the limit.
        case oversizedEnd
        /// The start of one record whose end cannot be read.
        case cutShort
        /// A piece of a record that is no document: it is passed on as it is.
        case passage
    }

    /// The raw bytes.
    public let bytes: [UInt8]
    /// The number of the first record, from 1: a line number for JSONL.
    public let firstRecordNumber: Int
    /// The offset of `bytes[0]` in the (decompressed) input.
    public let offset: Int
    /// Whether the records are whole or the batch is a piece of one over the limit.
    public let content: Content

    /// Makes a batch from its parts.
    public init(bytes: [UInt8], firstRecordNumber: Int, offset: Int, content: Content = .whole) {
        self.bytes = bytes
        self.firstRecordNumber = firstRecordNumber
        self.offset = offset
        self.content = content
    }

    /// Whether the batch is a piece of a record that is not read whole: pass it on raw and count the record as rejected.
    public var isPiece: Bool {
        content != .whole && content != .passage
    }
}
