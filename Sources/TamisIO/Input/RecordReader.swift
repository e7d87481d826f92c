/// Cuts an input into batches of records.
public protocol RecordReader {
    /// The next batch; nil at the end of the input.
    mutating func nextBatch() throws(InputError) -> RecordBatch?
}
