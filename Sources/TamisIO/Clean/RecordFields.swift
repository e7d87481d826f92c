import Tamis

/// The fields of a record that are read, each with its place in the scanner's answers.
struct RecordFields: Sendable {
    /// The fields to look for.
    let paths: [FieldPath]
    let text: Int
    let id: Int
    let language: Int
    let annotation: Int?
    let title: Int?
    let site: Int?
    let url: Int?
    /// The places of those that have another name than by default: whoever gives one expects it to be there.
    let named: [Int]

    init(_ options: CleanOptions) {
        var paths: [FieldPath] = []
        func place(_ path: FieldPath) -> Int {
            paths.append(path)
            return paths.count - 1
        }
        text = place(options.textField)
        id = place(options.idField)
        language = place(options.languageField)
        annotation = options.annotationField.map { place(FieldPath(key: $0)) }
        title = options.titleField.map(place)
        site = options.siteField.map(place)
        url = options.urlField.map(place)
        let defaults = CleanOptions()
        named =
            (options.idField == defaults.idField ? [] : [id])
            + (options.languageField == defaults.languageField ? [] : [language])
            + [title, site, url].compactMap { $0 }
        self.paths = paths
    }
}
