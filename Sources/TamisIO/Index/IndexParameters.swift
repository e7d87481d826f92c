import Tamis

/// What every key of an index depends on; keys made with others cannot be compared with them.
public struct IndexParameters: Equatable, Sendable {
    /// How signatures are cut into bands.
    public let bandCount: Int
    /// How many values a band has.
    public let rowCount: Int
    /// The version of the algorithm.
    public let algorithm: Int
    /// The seed of exact keys and address keys.
    ///
    /// What is already in an index decides: a run takes the seed from there.
    public let seed: UInt64

    /// The parameters of this release, with the given bands and a seed for an index that is made anew.
    public init(bandCount: Int, rowCount: Int, seed: UInt64 = Version.seed) {
        self.bandCount = bandCount
        self.rowCount = rowCount
        algorithm = Version.algorithm
        self.seed = seed
    }

    /// Whether keys made with these parameters can be compared with an index made with `other`, whose seed is taken over.
    func isCompatible(with other: IndexParameters) -> Bool {
        (bandCount, rowCount, algorithm) == (other.bandCount, other.rowCount, other.algorithm)
    }

    /// The parameters in the catalog's rows; nil where one is missing or no number.
    init?(_ rows: [String: String]) {
        guard let bands = rows["bands"].flatMap({ Int($0) }), let rowCount = rows["rows"].flatMap({ Int($0) }),
            let algorithm = rows["algorithm"].flatMap({ Int($0) }), let seed = rows["seed"].flatMap({ UInt64($0) })
        else { return nil }
        (bandCount, self.rowCount, self.algorithm, self.seed) = (bands, rowCount, algorithm, seed)
    }

    /// The rows for the catalog.
    var rows: [(name: String, value: String)] {
        [("algorithm", "\(algorithm)"), ("bands", "\(bandCount)"), ("rows", "\(rowCount)"), ("seed", "\(seed)")]
    }

    /// A hash that stands in every file of the index.
    var digest: (UInt64, UInt64) {
        let text = rows.map { "\($0.name) \($0.value)\n" }.joined()
        let key = Key(hashing: Array(text.utf8).span)
        return (key.low, key.high)
    }
}

extension IndexParameters: CustomStringConvertible {
    /// The parameters in words.
    public var description: String {
        "\(bandCount) bands of \(rowCount) rows, algorithm \(algorithm), seed \(seed)"
    }
}
