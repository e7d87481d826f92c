/// What documents know of each other, frozen.
public struct Corpus: Sendable {
    /// Knows nothing.
    public static let empty = Corpus()
}
/// x
public struct CanonicalAddress { public let utf8: [UInt8]; public init?(_ s: String) { return nil } }
