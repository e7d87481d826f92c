// A ledger is JSON Lines, in the order of the output:
//
//     {"type":"header","schema":1,"tamis":"0.1.0",…}
//     {"type":"file","file":0,"input":"a.txt","output":"out/a.txt",…}
//     {"type":"patch","id":0,"file":0,"record":1,"offset":52,"length":44,"output_offset":52,"output_length":0,…}
//     {"type":"trailer","file":0,"input_bytes":6515,"input_xxh3":"…",…}
//     {"type":"end","files":1,"patches":1}
//
// Files are named where they begin and not in the header, so that a tree of a million files needs no list in memory.

import Tamis

/// Writes the ledger of a run.
public final class LedgerWriter {
    /// The version of the format.
    public static let schema = 1

    private let output: OutputFile
    /// Whether numbers begin anew with each file, since its lines stand in a section of their own.
    private let isSectional: Bool
    private var fileCount = 0
    private var patchCount = 0
    private var writer = JSONWriter()

    /// Starts a ledger at `output`.
    public init(_ output: OutputFile, options: CleanOptions) throws(OutputError) {
        self.output = output
        isSectional = false
        writer.beginObject()
        writer.member("type", "header")
        writer.member("schema", LedgerWriter.schema)
        writer.member("tamis", Version.release)
        writer.member("algorithm", Version.algorithm)
        writer.member("seed", Int(Version.seed))
        writer.member("settings", options.settings.digest)
        writer.member("annotation_field", options.annotationField)
        try end()
    }

    /// Writes lines of single files to a record, from which `append` takes them.
    init(sectionsOf record: ResumeRecord) {
        output = record.output
        isSectional = true
    }

    /// Names a file; its patches follow.
    func begin(_ file: LedgerFile) throws(OutputError) {
        if isSectional { (fileCount, patchCount) = (0, 0) }
        writer.beginObject()
        writer.member("type", "file")
        writer.member("file", fileCount)
        fileCount += 1
        writer.member("input", file.input)
        writer.member("name", file.name)
        writer.member("output", file.output)
        writer.member("format", file.format.rawValue)
        writer.member("output_format", file.outputFormat.rawValue)
        writer.member("encoding", file.encoding)
        writer.member("output_start", file.outputStart)
        writer.member("output_record", file.outputRecord)
        try end()
    }

    /// Writes patches of the file begun last, whose batch starts at these offsets.
    func write(
        _ patches: [Patch], _ members: PatchMembers, inputOffset: Int, outputOffset: Int
    ) throws(OutputError) {
        guard !patches.isEmpty else { return }
        let members = members.json
        // In a variable of its own it is written without a check for others at each member.
        var writer = JSONWriter()
        swap(&writer, &self.writer)
        for patch in patches {
            writer.compose(upTo: 128 + 7 * JSONNumber.byteLimit + patch.members.count) { line in
                line.add(literal: #"{"type":"patch","id":"#)
                line.add(integer: patchCount)
                line.add(literal: #","file":"#)
                line.add(integer: fileCount - 1)
                line.add(literal: #","record":"#)
                line.add(integer: patch.record)
                line.add(literal: #","offset":"#)
                line.add(integer: inputOffset + patch.offset)
                line.add(literal: #","length":"#)
                line.add(integer: patch.length)
                line.add(literal: #","output_offset":"#)
                line.add(integer: outputOffset + patch.outputOffset)
                line.add(literal: #","output_length":"#)
                line.add(integer: patch.outputLength)
                line.add(literal: ",")
                members.withUnsafeBufferPointer { line.add(UnsafeBufferPointer(rebasing: $0[patch.members])) }
                line.add(literal: "}")
            }
            writer.newline()
            patchCount += 1
        }
        swap(&writer, &self.writer)
        try flush()
    }

    /// Closes the file begun last.
    func end(_ trailer: LedgerTrailer) throws(OutputError) {
        writer.beginObject()
        writer.member("type", "trailer")
        writer.member("file", fileCount - 1)
        writer.member("input_bytes", trailer.inputByteCount)
        writer.member("input_xxh3", trailer.inputDigest)
        writer.member("output_bytes", trailer.outputByteCount)
        writer.member("output_xxh3", trailer.outputDigest)
        writer.member("kept", trailer.summary.keptCount)
        writer.member("changed", trailer.summary.changedCount)
        writer.member("removed", trailer.summary.removedCount)
        writer.member("rejected", trailer.summary.rejectedCount)
        if let container = trailer.container {
            writer.member("container", container.compression.rawValue)
            writer.member("container_bytes", container.byteCount)
            writer.member("container_xxh3", container.digest)
        }
        try end()
    }

    /// Writes a line of a section, with the numbers that its file and patch have here.
    func append(line: UnsafeRawBufferPointer) throws(OutputError) {
        var start = 0
        var head = ""
        if line.starts(with: Self.patchStart) {
            start = line.dropFirst(Self.patchStart.count).firstIndex(of: UInt8(ascii: ",")) ?? 0
            start += Self.fileNumber.count
            head = #"{"type":"patch","id":\#(patchCount),"file":\#(fileCount - 1)"#
            patchCount += 1
        } else if let known = Self.fileStarts.first(where: { line.starts(with: $0 + Self.fileNumber) }) {
            start = known.count + Self.fileNumber.count
            if known == Self.fileStarts[0] { fileCount += 1 }
            head = String(decoding: known, as: UTF8.self) + #","file":\#(fileCount - 1)"#
        }
        try output.write(Array(head.utf8))
        try output.write(UnsafeRawBufferPointer(rebasing: line[start...]))
    }

    private static let patchStart = Array(#"{"type":"patch","id":"#.utf8)
    private static let fileStarts = ["file", "trailer"].map { Array(#"{"type":"\#($0)""#.utf8) }
    /// The number of the one file in a section.
    private static let fileNumber = Array(#","file":0"#.utf8)

    /// Puts what was written so far on the disk, before an input is replaced.
    func synchronize() throws(OutputError) {
        try output.synchronize()
    }

    /// Writes the end mark and makes the ledger appear.
    public func finish() throws(OutputError) {
        writer.beginObject()
        writer.member("type", "end")
        writer.member("files", fileCount)
        writer.member("patches", patchCount)
        try end()
        try output.finish()
    }

    private func end() throws(OutputError) {
        writer.endObject()
        writer.newline()
        try flush()
    }

    private func flush() throws(OutputError) {
        try output.write(writer.bytes)
        writer.clear()
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }
}

/// A file as the ledger names it.
struct LedgerFile {
    let input: String
    /// The input's path below the folder that was given.
    let name: String
    let output: String
    let format: InputFormat
    let outputFormat: InputFormat
    let encoding: String?
    /// Where the file's part of the output begins, when several inputs go to one.
    let outputStart: Int
    /// The number of the file's first line in an output of JSON Lines.
    let outputRecord: Int
}

/// What closes a file in the ledger.
struct LedgerTrailer {
    let inputByteCount: Int
    let inputDigest: String
    let outputByteCount: Int
    let outputDigest: String
    let summary: Summary
    /// What the input was compressed with; the lengths and digests above are those of its decoded bytes.
    let container: Container?
}

extension Settings {
    /// The XXH3-128 of all that affects results, in hexadecimal digits.
    var digest: String {
        let digest = Digest()
        for (index, rule) in Rule.all.enumerated() where isOn[index] {
            digest.update(Array("\(rule.name) \(limits[index])\n".utf8)[...])
        }
        for signal in signals { digest.update(Array("\(signal.name)\n".utf8)[...]) }
        for requirement in requirements {
            let limits = profileLimits[requirement.profileIndex]
            digest.update(
                Array("\(requirement.language?.code ?? "") \(requirement.profile.name) \(limits)\n".utf8)[...])
        }
        if identifyLanguage != nil { digest.update(Array("identify-language\n".utf8)[...]) }
        for keys in [listedLines, protectedLines] {
            let sorted = keys.map { hexadecimalDigits($0.high) + hexadecimalDigits($0.low) }.sorted()
            digest.update(Array((sorted.joined(separator: " ") + "\n").utf8)[...])
        }
        return digest.hexadecimal
    }
}
