/// Tells which inputs need not be cleaned again: those that an earlier run finished, if input and output are what they were.
struct FinishedCheck: Sendable {
    let options: CleanOptions
    /// The path of the output folder.
    let folder: String

    /// The numbers of such inputs among `items`: those that `finished` knows are read, and their outputs.
    func run(_ items: [InputFile], finished: (InputFile) -> FinishedFile?) throws -> Set<Int> {
        var next = 0
        var found: Set<Int> = []
        try OrderedMap.run(
            threads: options.threadCount,
            next: { () -> (number: Int, item: InputFile, file: FinishedFile)? in
                while next < items.count {
                    next += 1
                    // Standard input and pipes are read only once.
                    guard let file = finished(items[next - 1]), items[next - 1].isFile else { continue }
                    return (next - 1, items[next - 1], file)
                }
                return nil
            },
            work: { candidate -> (number: Int, isSame: Bool) in
                (candidate.number, self.isSame(candidate.item, candidate.file))
            },
            consume: { if $0.isSame { found.insert($0.number) } })
        return found
    }

    private func isSame(_ item: InputFile, _ file: FinishedFile) -> Bool {
        hasOutput(file) && inputDigest(of: item) == file.inputDigest
    }

    private func inputDigest(of item: InputFile) -> String? {
        var feed = InputFeed([item], options)
        let digest = Digest()
        while let step = feed.step() {
            switch step {
            case .batch(let batch, _): digest.update(batch.bytes[...])
            case .failure: return nil
            case .begin, .end, .finished: continue
            }
        }
        return digest.hexadecimal
    }

    private func hasOutput(_ file: FinishedFile) -> Bool {
        let path = folder + "/" + file.name
        guard case .success(let status) = FileStatus.at(path), status.kind == .file else {
            return file.isLeftOut && !Folder.isFile(at: path) && !Folder.exists(at: path)
        }
        guard !file.isLeftOut, let source = try? InputSource(path: path, windowLogLimit: 31) else { return false }
        let digest = Digest()
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { chunk.deallocate() }
        while let count = try? source.read(into: chunk) {
            if count == 0 { return digest.hexadecimal == file.outputDigest }
            digest.update(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
        }
        return false
    }
}

extension InputFile {
    /// Whether it can be read again.
    fileprivate var isFile: Bool {
        path != "-" && (try? FileStatus.at(path).get())?.kind == .file
    }
}
