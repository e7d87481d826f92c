/// The bytes of a small file, such as settings or a list of phrases.
///
/// - Throws: `InputError` where it cannot be read or is larger than 64 MiB; it is a usage error.
public func wholeFile(_ path: String) throws(InputError) -> [UInt8] {
    var reader = TextReader(try InputSource(path: path), limits: RecordLimits(maxRecordBytes: 64 << 20))
    guard let batch = try reader.nextBatch(), !batch.isPiece else {
        throw InputError("is larger than 64 MiB", file: path, advice: "split it", isUsage: true)
    }
    return batch.bytes
}
