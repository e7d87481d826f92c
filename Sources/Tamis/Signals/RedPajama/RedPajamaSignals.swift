extension SignalFamily {
    /// RedPajama-V2.
    public static let redPajama = SignalFamily(name: "rps", summary: "RedPajama-V2's signals", signals: [])
}
