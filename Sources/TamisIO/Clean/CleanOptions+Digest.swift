import Tamis

extension CleanOptions {
    /// A digest of all that decides what becomes of an input, apart from its bytes.
    ///
    /// - Parameters:
    ///   - knowledge: What is known of all documents, by digests.
    ///   - level: How hard outputs are compressed.
    func digest(knowledge: [String], level: Int?) -> String {
        let fields = [textField, idField, titleField, siteField, urlField, languageField]
        let parts = [
            Version.release, "\(Version.algorithm)", "\(Version.seed)", settings.digest, "\(removesViolations)",
            annotationField ?? "", "\(annotatesTables)", "\(writing)", format?.rawValue ?? "", encoding?.rawValue ?? "",
            "\(keepsLedger)", "\(limits.maxRecordBytes)", "\(level ?? 0)",
        ]
        return Digest(of: parts + fields.map { $0?.description ?? "" } + knowledge).hexadecimal
    }
}
