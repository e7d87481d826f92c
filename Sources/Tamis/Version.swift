/// What a run's outcome depends on besides its input and settings.
public enum Version {
    /// The release.
    public static let release = "0.1.0"
    /// Raised when the same input and settings give another output.
    public static let algorithm = 1
    /// The seed of every stored hash.
    public static let seed: UInt64 = 0
}
