import TamisIO

extension Workspace {
    /// Adds runs of three documents each to an index, which is made where it is not there.
    func addRuns(_ runs: Range<Int>, toIndex name: String) throws {
        let index = try DocumentIndex(
            changing: path(name), parameters: IndexParameters(bandCount: 20, rowCount: 6))
        for run in runs {
            guard let addition = try index.begin(run: "run \(run)", memoryBytes: 1 << 20) else { continue }
            for number in 0..<3 {
                try addition.add(
                    IndexedDocument(
                        id: "\(run)-\(number)", site: nil, exactKey: nil, keys: [UInt64(number)],
                        shingles: Array(0..<2000)))
            }
            try addition.commit()
        }
    }
}
