import Tamis

/// A section of a record of finished files: where its lines stand.
struct ResumeSection {
    /// The ledger's lines.
    let ledger: Range<Int>
    /// The line that closes it, its line end apart.
    let closing: Range<Int>

    /// All of it, with its last line end.
    var all: Range<Int> { ledger.lowerBound..<closing.upperBound + 1 }
}

/// The whole sections of a record of finished files, in order.
struct ResumeSections {
    private let file: FrozenBytes
    /// Where the last line that closes a section ends; what follows is of a run that was killed.
    private(set) var end = 0
    /// Whether a section was passed over because its bytes are not those that were written.
    private(set) var isDamaged = false

    init(_ file: FrozenBytes) {
        self.file = file
    }

    /// The next section that is sound, and what its last line says.
    mutating func next() -> (section: ResumeSection, file: FinishedFile)? {
        var start = end
        var position = start
        while let lineEnd = file.bytes.firstLineEnd(from: position) {
            let line = position..<lineEnd - 1
            position = lineEnd
            if has(Self.fileStart, at: line), line.lowerBound > start {
                // The section before has lost its last line.
                isDamaged = true
                start = line.lowerBound
            }
            guard has(Self.closingStart, at: line) else { continue }
            end = position
            let section = ResumeSection(ledger: start..<line.lowerBound, closing: line)
            if let found = read(section) { return (section, found) }
            isDamaged = true
            start = position
        }
        return nil
    }

    /// What the last line of a section says; nil where its checksum is another.
    private func read(_ section: ResumeSection) -> FinishedFile? {
        let body = section.ledger.lowerBound..<section.closing.upperBound - ResumeChecksum.byteCount
        guard body.upperBound > section.closing.lowerBound,
            ResumeChecksum.bytes(of: UnsafeRawBufferPointer(rebasing: file.bytes[body]))
                .elementsEqual(file.bytes[body.upperBound..<section.closing.upperBound])
        else { return nil }
        return FinishedFile(Array(file.bytes[section.closing]))
    }

    private func has(_ start: [UInt8], at line: Range<Int>) -> Bool {
        file.bytes[line].starts(with: start)
    }

    private static let fileStart = Array(#"{"type":"file","#.utf8)
    private static let closingStart = Array(#"{"type":"finished","#.utf8)
}

/// The end of the line that closes a section: `,"xxh3":"…"}` over all bytes of the section before it.
enum ResumeChecksum {
    /// How many bytes it takes.
    static let byteCount = bytes(of: UnsafeRawBufferPointer(start: nil, count: 0)).count

    /// The checksum of `section`.
    static func bytes(of section: UnsafeRawBufferPointer) -> [UInt8] {
        let digest = Digest()
        digest.update(section)
        return Array((#","xxh3":""# + digest.hexadecimal + #""}"#).utf8)
    }
}
