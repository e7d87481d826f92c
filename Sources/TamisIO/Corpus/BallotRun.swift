// What `tamis templates` counts can be counted by an engine. Documents cast ballots, a line each:
//
//     {"id":"a","site":"a.org","votes":[4,9,17],"keys":[-3,8]}
//
// A key has as many votes as there are distinct numbers at one of the three places, at the place with fewest. Back comes
// a line for each key that many documents hold, and the file of templates is written; the population is that of the site, where
// one is known, since its keys are its own:
//
//     {"key":8,"vote_count":12,"population_count":300,"documents":["a","c","d"]}

import Tamis

/// Writes what each document says about the lines that many documents share, for engines that count elsewhere.
public struct BallotRun {
    private let items: [InputFile]
    private let options: CleanOptions

    /// Prepares to read `items`.
    public init(_ items: [InputFile], _ options: CleanOptions) {
        self.items = items
        self.options = options.noticingFields()
    }

    /// The fields that were named and that no record had, so that naming them did nothing.
    public var unseenFields: [FieldPath] { options.unseenFields }

    /// Writes a line for each record, in the order of the input: without votes and keys where it has too few words, with an
    /// error where it cannot be read.
    ///
    /// - Throws: `InputError` for an input that cannot be read; nothing may be missed where lines are counted elsewhere.
    public func write(to output: OutputFile) throws {
        let voter = Voter(BatchCleaner(options), seed: Version.seed)
        try InputPass(items: items, options: options).run(
            work: { batch, name in voter.results(of: batch, name) },
            consume: { step, results in
                if case .failure(let error) = step { throw error }
                var writer = JSONWriter()
                for result in results ?? [] { writer.ballot(result) }
                try output.write(writer.take())
            })
        try output.finish()
    }
}

/// Makes the file of templates of keys that another engine counted.
public struct TemplateCollection {
    private let items: [InputFile]

    /// Prepares to read the lines of `items`.
    public init(_ items: [InputFile]) { self.items = items }

    /// Writes the file, without keys that have too few votes.
    ///
    /// - Returns: How many lines of articles it holds.
    public func write(to output: OutputFile) throws -> Int {
        var templates: [Template] = []
        var numbers: [[UInt8]: UInt32] = [:]
        var ids: [[UInt8]] = []
        try JSONLines(items).forEach(
            prepare: { line throws(InputError) in try line.member("documents") { $0.elements?.compactMap(\.bytes) } },
            { documents, line in
                let places = documents.map { id -> UInt32 in
                    if let known = numbers[id] { return known }
                    numbers[id] = UInt32(ids.count)
                    ids.append(id)
                    return UInt32(ids.count - 1)
                }
                let template = Template(
                    key: UInt64(bitPattern: Int64(try line.member("key", \.integer))),
                    voteCount: try line.member("vote_count", \.integer),
                    populationCount: max(0, try line.member("population_count", \.integer)), documents: places)
                if let template { templates.append(template) }
            })
        templates.sort { $0.key < $1.key }
        let file = Templates(templates, seed: Version.seed) { String(decoding: ids[Int($0)], as: UTF8.self) }
        try output.write(file.bytes)
        try output.finish()
        return templates.count
    }
}

extension JSONWriter {
    /// Writes a ballot as a line; keys of 64 bits are signed, since engines have no others.
    fileprivate mutating func ballot(_ result: Result<Ballot, InputError>) {
        beginObject()
        switch result {
        case .failure(let error):
            key("error")
            string(error.what)
        case .success(let ballot):
            key("id")
            string(ballot.id.span)
            if let site = ballot.site {
                key("site")
                string(site)
            }
            key("votes")
            beginArray()
            for (permutation, minimum) in ballot.values.prefix(TemplateVote.permutationCount).enumerated() {
                let record = TemplateRecord(key: 0, permutation: permutation, smallestHash: minimum)
                integer(Int64(record.value & (1 << 62 - 1)))
            }
            endArray()
            key("keys")
            beginArray()
            for key in ballot.values.dropFirst(TemplateVote.permutationCount) { integer(Int64(bitPattern: key)) }
            endArray()
        }
        endObject()
        newline()
    }
}
