// `cleaned/.tamis-resume` says which files of the folder `cleaned` are done. It grows by a section for each file as soon as
// its output stands under its name: the ledger's lines of it, where a ledger is kept, then one that closes the section.
//
//     {"type":"file","file":0,"input":"in/a.jsonl",…}
//     {"type":"patch","id":0,"file":0,…}
//     {"type":"trailer","file":0,…}
//     {"type":"finished","input":"in/a.jsonl",…,"xxh3":"…"}       with the checksum of the section
//
// What follows the last section is of a run that was killed, and is cut off. The later of two sections of a file counts.
import Glibc
import Tamis

/// The record of what is finished in an output folder, which a run adds to.
///
/// One run at a time has it; the system takes the right back when the process ends.
public final class ResumeRecord {
    /// The record's name in its output folder; no input is called so.
    public static let fileName = ".tamis-resume"

    /// The record's path.
    let path: String
    /// Where the ledger's lines of the file go that is being written.
    let output: OutputFile
    /// Whether parts of it are damaged: the files they told of are unknown.
    let isDamaged: Bool
    /// The record as it was before this run.
    private let earlier: FrozenBytes
    private let earlierByteCount: Int
    /// The latest section of each input, by the bytes of its path: two names may differ in their Unicode normal form alone.
    private var known: [[UInt8]: ResumeSection]
    private var sectionStart: Int
    /// The sections of this run's files, in the order of the inputs.
    private var sections: [ResumeSection] = []

    /// Opens the record in the folder of `tree`, or begins one.
    ///
    /// - Throws: `InputError` where another run has it; `OutputError`.
    public init(in tree: OutputTree) throws {
        path = tree.path + "/" + Self.fileName
        let file = try tree.openRecord(Self.fileName)
        earlier = try .mapping(path)
        var known: [[UInt8]: ResumeSection] = [:]
        var sections = ResumeSections(earlier)
        while let (section, file) = sections.next() { known[Array(file.input.utf8)] = section }
        self.known = known
        isDamaged = sections.isDamaged
        earlierByteCount = sections.end
        sectionStart = sections.end
        if ftruncate(file.number, off_t(sections.end)) != 0 { throw OutputError(.last, file: path) }
        output = OutputFile(appendingTo: file, path: path)
    }

    /// What an earlier run has finished of `item` with these settings; nil where it must be done.
    func finished(_ item: InputFile, settings: String) -> FinishedFile? {
        guard let closing = known[Array(item.path.utf8)]?.closing, closing.upperBound <= earlierByteCount,
            let file = FinishedFile(Array(earlier.bytes[closing])),
            file.isFinished, file.name.utf8.elementsEqual(item.relativePath.utf8), file.settings == settings
        else { return nil }
        return file
    }

    /// Passes over the next input, which is finished.
    func keep(_ item: InputFile) {
        if let section = known[Array(item.path.utf8)] { sections.append(section) }
    }

    /// Closes the section of the next input, and puts it on the disk.
    func close(_ file: FinishedFile) throws {
        let closingStart = earlierByteCount + output.byteCount
        try output.write(file.json)
        try output.flush()
        let range = sectionStart..<earlierByteCount + output.byteCount
        let checksum = try withExtendedLifetime(try FrozenBytes.mapping(path)) { file in
            guard file.bytes.count == range.upperBound else { throw OutputError("was changed meanwhile", file: path) }
            return ResumeChecksum.bytes(of: UnsafeRawBufferPointer(rebasing: file.bytes[range]))
        }
        try output.write(checksum)
        let closingEnd = earlierByteCount + output.byteCount
        try output.write([0x0A])
        try output.synchronize()
        let section = ResumeSection(ledger: sectionStart..<closingStart, closing: closingStart..<closingEnd)
        sections.append(section)
        known[Array(file.input.utf8)] = section
        sectionStart = closingEnd + 1
    }

    /// Takes out what counts no more, where that is more than half of the record, or damaged.
    func compact(in tree: OutputTree) throws {
        let live = known.values.sorted { $0.ledger.lowerBound < $1.ledger.lowerBound }
        let byteCount = live.reduce(0) { $0 + $1.all.count }
        guard isDamaged || earlierByteCount + output.byteCount > 2 * byteCount else { return }
        let copy = try tree.replacement(ofRecord: Self.fileName)
        try withExtendedLifetime(try FrozenBytes.mapping(path)) { file in
            for section in live { try copy.write(UnsafeRawBufferPointer(rebasing: file.bytes[section.all])) }
        }
        try copy.finish()
    }

    /// Writes the ledger of all inputs: the sections one after another, each with its file's and its patches' numbers.
    func write(to ledger: LedgerWriter) throws {
        try withExtendedLifetime(try FrozenBytes.mapping(path)) { file in
            for section in sections {
                var position = section.ledger.lowerBound
                while position < section.ledger.upperBound, let end = file.bytes.firstLineEnd(from: position) {
                    try ledger.append(line: UnsafeRawBufferPointer(rebasing: file.bytes[position..<end]))
                    position = end
                }
            }
        }
    }
}
