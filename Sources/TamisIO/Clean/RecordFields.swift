import Tamis

/// The fields of a record that are read, each with its place in the scanner's answers.
struct RecordFields: Sendable {
    /// The fields to look for.
    let paths: [FieldPath]
    let text: Int
    let id: Int
    let title: Int
    let language: Int
    let annotation: Int?
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
        title = place(options.titleField)
        language = place(options.languageField)
        annotation = options.annotationField.map { place(FieldPath(key: $0)) }
        site = options.siteField.map(place)
        url = options.urlField.map(place)
        let usual = CleanOptions()
        let renamed = [
            options.idField == usual.idField ? nil : id, options.titleField == usual.titleField ? nil : title,
            options.languageField == usual.languageField ? nil : language,
        ]
        named = (renamed + [site, url]).compactMap { $0 }
        self.paths = paths
    }
}
