/// File names with a zero byte after each, as `find -print0` writes them.
public struct NameList: Sendable {
    /// The names in their order.
    public private(set) var names: [String] = []
    /// What is wrong with others.
    public private(set) var errors: [InputError] = []

    /// Reads the list at `path`; `-` is standard input.
    ///
    /// - Throws: `InputError` where it cannot be read or is larger than 1 GiB.
    public init(path: String) throws(InputError) {
        var reader = TextReader(
            try InputSource(path: path), limits: RecordLimits(maxRecordBytes: 1 << 30))
        guard let list = try reader.nextBatch(), list.content == .whole else {
            throw InputError("is no list of names, or larger than 1 GiB", file: path, isUsage: true)
        }
        if list.bytes.contains(0x0A), !list.bytes.contains(0) {
            throw InputError(
                "the names have line ends after them", file: path,
                advice: "each needs a zero byte: find -print0, or tr '\\n' '\\0'", isUsage: true)
        }
        var start = 0
        while start < list.bytes.count {
            let end = list.bytes[start...].firstIndex(of: 0) ?? list.bytes.count
            let bytes = list.bytes[start..<end]
            if let name = String(validating: bytes, as: UTF8.self), !name.isEmpty {
                names.append(name)
            } else {
                let what = bytes.isEmpty ? "a name in the list is empty" : "a name in the list is not UTF-8"
                errors.append(InputError(what, file: path, byteOffset: start))
            }
            start = end + 1
        }
    }
}
