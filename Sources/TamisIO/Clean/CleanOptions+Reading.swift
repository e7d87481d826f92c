import Tamis

extension CleanOptions {
    /// How many bytes a run over `items` reads; nil where that is not known: of standard input, pipes and compressed files.
    public func byteCount(toRead items: [InputFile]) -> Int? {
        var total = 0
        for item in items {
            guard case .success(let status) = FileStatus.at(item.path), status.kind == .file,
                OutputCompression(suffixOf: item.path) == nil
            else { return nil }
            total += status.byteCount
        }
        return total * passCount
    }

    /// How often each input is read.
    private var passCount: Int {
        guard let corpus, FrozenCorpus.mustRead(self, corpus) else { return 1 }
        let countsTemplates = settings.countsTemplates && corpus.templatesPath == nil
        let comparesDocuments = settings.comparesDocuments || corpus.pairsPath != nil || corpus.addsToIndex
        return 1 + (countsTemplates ? 1 : 0) + (comparesDocuments ? 1 : 0)
    }
}
