import Tamis

extension ReportPage {
    /// Everything but the input that the result depends on.
    func settings(_ page: inout HTMLWriter) {
        page.element("p") { page in
            page.text(
                "The same input with these settings and this version gives the same result. The file below can be given to "
            )
            page.element("code", "--settings")
            page.text(".")
        }
        page.table(
            "Options that decide about the result", [.text("option"), .text("value")],
            chosen.map { [.text($0.0), .text($0.1)] })
        page.element("details") { page in
            page.element("summary", "Rules and limits")
            page.element("pre") { $0.lines(SettingsFile.text(of: options.settings)) }
        }
    }

    private var chosen: [(String, String)] {
        var rows = [
            ("version", "\(Version.release), algorithm \(Version.algorithm), seed \(Version.seed)"),
            ("documents are compared", options.corpus == nil ? "no" : "yes"),
        ]
        if let corpus = options.corpus {
            rows.append(("near duplicates from a similarity of", PlainNumber.short(corpus.thresholds.near.value)))
            let preference =
                switch corpus.preference {
                case .first: "the first"
                case .longest: "the longest"
                case .best(let signal): "the one with the highest \(signal)"
                }
            rows.append(("of duplicates stays", preference))
        }
        let required = options.settings.requirements.map { requirement in
            (requirement.language.map { "\($0):" } ?? "") + requirement.profile.name
        }
        if !required.isEmpty { rows.append(("profiles", required.joined(separator: ", "))) }
        let fields: [(String, FieldPath?)] = [
            ("text field", options.textField), ("id field", options.idField), ("title field", options.titleField),
            ("site field", options.siteField), ("address field", options.urlField),
            ("language field", options.languageField),
        ]
        for (name, path) in fields { if let path { rows.append((name, "\(path)")) } }
        if let format = options.format { rows.append(("format", format.rawValue)) }
        if let encoding = options.encoding { rows.append(("encoding", encoding.rawValue)) }
        rows.append(("lines to cut", PlainNumber.count(options.settings.listedLines.count)))
        rows.append(("lines to keep", PlainNumber.count(options.settings.protectedLines.count)))
        return rows
    }
}
