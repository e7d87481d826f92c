/// A profile that documents must meet: all of them, or those in one language.
public struct Requirement: Sendable, Equatable {
    /// The index in `Profile.all`.
    public let profileIndex: Int
    /// The language of the documents it is for; nil for all.
    public let language: Language?

    /// The profile.
    public var profile: Profile { Profile.all[profileIndex] }

    /// Whether it is for documents in `language`; one for a single language is not for documents of unknown language.
    public func applies(to language: Language?) -> Bool {
        self.language == nil || self.language == language
    }
}
