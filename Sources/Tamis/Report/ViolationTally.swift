/// How many documents violate each profile and each of its bounds.
package struct ViolationTally: Sendable, Equatable {
    /// The counts of one profile.
    package struct Row: Sendable, Equatable {
        /// The profile's name.
        package let profile: String
        /// Documents that violate any of its bounds.
        package fileprivate(set) var documentCount = 0
        /// Documents without a line that is not blank.
        package fileprivate(set) var emptyCount = 0
        /// Documents by violated bound, in the order of the profile's row.
        package fileprivate(set) var boundCounts: [Int]
    }

    /// A row per profile, in the order they were asked for.
    package private(set) var rows: [Row]
    /// Documents judged.
    package private(set) var documentCount = 0

    /// The tally of no documents, for these profiles.
    package init(_ profiles: [Profile]) {
        rows = profiles.map { Row(profile: $0.name, boundCounts: $0.bounds.map { _ in 0 }) }
    }

    /// Counts a document's violations.
    package mutating func add(_ violations: [Violation]) {
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
