import ArgumentParser
import TamisIO

/// Which fields of a JSONL record say where a document comes from, for commands that compare documents.
struct FieldArguments: ParsableArguments {
    @Option(help: ArgumentHelp("The field of a JSONL record that names its site.", valueName: "field"))
    var siteField: String?

    @Option(
        help: ArgumentHelp(
            "The field of a JSONL record with its address: equal addresses are duplicates, its host is the site.",
            valueName: "field"))
    var urlField: String?

    /// Puts the fields into `options`.
    func apply(to options: inout CleanOptions) throws {
        options.siteField = try siteField.map { try InputOptions.fieldPath($0, option: "--site-field") }
        options.urlField = try urlField.map { try InputOptions.fieldPath($0, option: "--url-field") }
    }
}
