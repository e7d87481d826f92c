/// How many documents violate each profile and each of its bounds.
public struct ViolationTally: Sendable, Equatable {
    /// The counts of one profile.
    public struct Row: Sendable, Equatable {
        /// The profile's name.
        public let profile: String
        /// Documents that violate any of its bounds.
        public fileprivate(set) var documentCount = 0
        /// Documents without a line that is not blank.
        public fileprivate(set) var emptyCount = 0
        /// Documents by violated bound, in the order of the profile's row.
        public fileprivate(set) var boundCounts: [Int]
    }

    /// A row per profile, in the order they were asked for.
    public private(set) var rows: [Row]
    /// Documents judged.
    public private(set) var documentCount = 0

    /// The tally of no documents, for these profiles.
    public init(_ profiles: [Profile]) {
        rows = profiles.map { Row(profile: $0.name, boundCounts: $0.bounds.map { _ in 0 }) }
    }

    /// Counts a document's violations.
    public mutating func add(_ violations: [Violation]) {
        documentCount += 1
        for index in rows.indices {
            let own = violations.filter { $0.profile == rows[index].profile }
            guard !own.isEmpty, let profile = Profile.named(rows[index].profile) else { continue }
            rows[index].documentCount += 1
            for violation in own {
                switch violation.reason {
                case .empty: rows[index].emptyCount += 1
                case .bound(let name, _, _, _, _):
                    guard let bound = profile.bounds.firstIndex(where: { $0.name == name }) else { continue }
                    rows[index].boundCounts[bound] += 1
                }
            }
        }
    }
}
