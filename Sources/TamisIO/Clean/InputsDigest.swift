/// The digest of all inputs of a run: that of the digests of their decoded bytes, in their order.
final class InputsDigest {
    private let all = Digest()
    /// The digest of the input that was begun last, as far as it has been read.
    private(set) var latest = Digest()

    /// Adds what the reading side hands on.
    func take(_ step: InputStep) {
        switch step {
        case .begin: latest = Digest()
        case .batch(let batch, _): latest.update(batch.bytes[...])
        case .end: add(latest.hexadecimal)
        case .finished, .failure: break
        }
    }

    /// Adds an input by its digest.
    func add(_ digest: String) {
        all.update(Array(digest.utf8)[...])
    }

    /// The digest, in 32 hexadecimal digits.
    var hexadecimal: String { all.hexadecimal }
}
