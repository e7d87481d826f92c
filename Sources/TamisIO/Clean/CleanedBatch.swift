import Tamis

/// What a batch of records became.
struct CleanedBatch: Sendable {
    /// The bytes to write.
    var output: [UInt8] = []
    /// What changed, in ascending order.
    var patches: [Patch] = []
    /// What the patches say besides their places.
    var members = PatchMembers()
    /// Records that could not be read.
    var errors: [InputError] = []
    /// How many records hold the text field twice.
    var repeatedFieldCount = 0
    /// How many records hold HTML, which is passed on as it is.
    var htmlCount = 0
    /// How many documents stay for others that go.
    var representativeCount = 0
    /// Where members of a compressed output end, in ascending order: those of WARC hold one record each.
    var memberEnds: [Int] = []
    /// The counts.
    var summary = Summary(rules: Rule.all.map(\.name))
    /// A row per document where they are listed.
    var rows: [DocumentRow] = []
}

/// One change of the input's bytes, as offsets within a batch; the ledger's line for it.
struct Patch: Sendable {
    /// The record's number in its file.
    let record: Int
    /// The offset of the first input byte concerned.
    let offset: Int
    /// How many input bytes it takes.
    let length: Int
    /// The offset in the output of what stands in their place.
    let outputOffset: Int
    /// How many output bytes that is.
    let outputLength: Int
    /// Where the members of the ledger's line that do not depend on the place stand in `CleanedBatch.members`: rule, range,
    /// evidence, the removed bytes.
    let members: ByteRange
}
