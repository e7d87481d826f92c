/// A document among documents that are like it.
package struct ClusterMember: Sendable, Equatable {
    /// The id of the document that stays.
    package let clusterID: String
    /// How many documents the cluster holds.
    package let size: Int
    /// How similar this one is to the one that stays.
    package let similarity: Double
    /// This document's id.
    package let id: String
    /// Whether it is the one that stays.
    package let isSurvivor: Bool
    /// The beginning of its text.
    package let text: [UInt8]

    private static let byteLimit = 6 << 10

    /// Makes a member that was sampled elsewhere.
    package init(clusterID: String, size: Int, similarity: Double, id: String, isSurvivor: Bool, text: [UInt8]) {
        (self.clusterID, self.size, self.similarity) = (clusterID, size, similarity)
        (self.id, self.isSurvivor, self.text) = (id, isSurvivor, text)
    }

    /// - Parameter similarity: To the document that stays; nil for that one itself.
    init(_ document: Document, id: String, size: Int, similarity: Double?) {
        clusterID = id
        self.size = size
        self.similarity = similarity ?? 1
        isSurvivor = similarity == nil
        self.id = document.id
        text = document.utf8.excerpt(0..<document.utf8.count, limit: Self.byteLimit)
    }
}

/// The largest clusters, each with the document that stays and the one least like it.
package struct ClusterSamples: Sendable {
    /// A cluster.
    package struct Cluster: Sendable {
        /// The id of the document that stays.
        package let id: String
        /// How many documents it holds.
        package let size: Int
        /// The one that stays; nil where it is not among the documents of the run.
        package fileprivate(set) var survivor: ClusterMember?
        /// The one least like it.
        package fileprivate(set) var farthest: ClusterMember?
    }

    private let limit: Int
    private var clusters: [Cluster] = []

    /// No clusters; up to `limit` are kept.
    package init(limit: Int = 5) {
        self.limit = limit
    }

    /// The clusters, largest first, of equals by their ids.
    package var largest: [Cluster] { clusters }

    mutating func add(_ member: ClusterMember) {
        var index = clusters.firstIndex { $0.id == member.clusterID }
        if index == nil {
            let place = clusters.firstIndex { ($0.size, member.clusterID) < (member.size, $0.id) } ?? clusters.count
            guard place < limit else { return }
            clusters.insert(Cluster(id: member.clusterID, size: member.size), at: place)
            if clusters.count > limit { clusters.removeLast() }
            index = place
        }
        guard let index else { return }
        if member.isSurvivor {
            clusters[index].survivor = member
        } else if let other = clusters[index].farthest {
            if (member.similarity, member.id) < (other.similarity, other.id) { clusters[index].farthest = member }
        } else {
            clusters[index].farthest = member
        }
    }

    mutating func merge(_ other: ClusterSamples) {
        for cluster in other.clusters {
            for member in [cluster.survivor, cluster.farthest].compactMap({ $0 }) { add(member) }
        }
    }
}
