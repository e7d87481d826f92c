import ArgumentParser

/// What an option takes one of, by name.
///
/// The parser's own list of the names makes key paths at run time, twice a run for each option.
protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension Choice {
    /// The names of all choices.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
    /// None: the names say what they are.
    public static var allValueDescriptions: [String: String] { [:] }
}
