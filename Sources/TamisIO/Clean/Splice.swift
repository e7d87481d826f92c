import Tamis

/// A record on its way out: copied from the input but for the changes, each of which leaves a patch.
struct Splice {
    private let input: [UInt8]
    private let range: ByteRange
    private let record: Int
    private let document: PatchMembers.DocumentMember?
    private let writing: CleanOptions.Writing
    private var cursor: Int

    init(_ line: RecordLine, of batch: RecordBatch, _ options: CleanOptions, document: String) {
        self.init(line.range, record: line.recordNumber, of: batch, options, document: document)
    }

    /// The record that takes the bytes at `range` of a batch.
    init(_ range: ByteRange, record: Int, of batch: RecordBatch, _ options: CleanOptions, document: String) {
        input = batch.bytes
        self.range = range
        self.record = record
        self.document = options.keepsLedger ? PatchMembers.DocumentMember(document) : nil
        writing = options.writing
        cursor = range.lowerBound
    }

    /// Puts `replacement` in the place of the raw bytes at `raw`, unless findings are only listed.
    mutating func apply(_ finding: Finding, at raw: ByteRange, _ replacement: [UInt8], _ result: inout CleanedBatch) {
        let isApplied = writing == .cleaned
        copy(upTo: raw.lowerBound, &result)
        if let document {
            let members = result.members.append(
                finding, document: document, isApplied: isApplied, removed: isApplied ? input[raw] : [])
            result.patches.append(
                Patch(
                    record: record, offset: raw.lowerBound, length: raw.count, outputOffset: outputOffset(result),
                    outputLength: isApplied ? replacement.count : raw.count, members: members))
        }
        guard isApplied else { return }
        result.output.append(contentsOf: replacement)
        cursor = raw.upperBound
    }

    /// Puts `bytes` in at `offset`, which is no finding of a rule: `rule` says what it is.
    mutating func insert(
        _ bytes: [UInt8], at offset: Int, rule: String = "annotation", _ result: inout CleanedBatch
    ) {
        replace(offset..<offset, by: bytes, rule: rule, &result)
    }

    /// Puts `bytes` in the place of those at `raw`, which is no finding of a rule: `rule` says what it is.
    mutating func replace(_ raw: ByteRange, by bytes: [UInt8], rule: String, _ result: inout CleanedBatch) {
        copy(upTo: raw.lowerBound, &result)
        if let document {
            let members = result.members.append(rule: rule, reason: nil, document: document, removed: input[raw])
            result.patches.append(
                Patch(
                    record: record, offset: raw.lowerBound, length: raw.count, outputOffset: outputOffset(result),
                    outputLength: bytes.count, members: members))
        }
        result.output.append(contentsOf: bytes)
        cursor = raw.upperBound
    }

    /// Copies the rest.
    mutating func finish(_ result: inout CleanedBatch) {
        copy(upTo: range.upperBound, &result)
    }

    /// Where the next byte goes; where nothing is written, where it stands.
    private func outputOffset(_ result: CleanedBatch) -> Int {
        writing == .nothing ? cursor : result.output.count
    }

    private mutating func copy(upTo end: Int, _ result: inout CleanedBatch) {
        if writing != .nothing {
            input.withUnsafeBufferPointer {
                result.output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[cursor..<end]))
            }
        }
        cursor = end
    }
}
