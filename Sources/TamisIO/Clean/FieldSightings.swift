import Synchronization

/// Which fields were seen in any record of a run: a name that no record has is a mistake that nothing else would tell.
final class FieldSightings: Sendable {
    /// A bit for each field, by its place in `RecordFields`, and one for records.
    private let seen = Atomic<Int>(0)
    private static let record = 1 << 62

    /// Notes which of the named fields a record has.
    func note(_ fields: RecordFields, where isThere: (Int) -> Bool) {
        guard !fields.named.isEmpty else { return }
        let found = fields.named.reduce(Self.record) { isThere($1) ? $0 | 1 << $1 : $0 }
        if found & ~seen.load(ordering: .relaxed) != 0 { seen.bitwiseOr(found, ordering: .relaxed) }
    }

    /// Those of `fields` that no record had; none where there was no record with fields.
    func unseen(of fields: RecordFields) -> [FieldPath] {
        let seen = seen.load(ordering: .relaxed)
        guard seen & Self.record != 0 else { return [] }
        return fields.named.filter { seen & 1 << $0 == 0 }.map { fields.paths[$0] }
    }
}
