/// The text of a document while round after round of rules changes it, with the way back to the original bytes.
///
/// Worked example. The document is `ab&nbsp;cd`. A first round replaces bytes 2–7 by a space, so the text is `ab cd`
/// in three pieces: bytes 0–1, the replacement, bytes 8–9. A second round cuts `b c` (1–3 of that text): in the document
/// these are bytes 1, 2–7 and 8. The cut takes over the replacement, and the findings are byte 1, bytes 2–7, byte 8,
/// all credited to the second round's rule: whatever the order of rounds, findings never overlap.
struct RemainingText {
    /// The text as it stands.
    private(set) var utf8: [UInt8]
    /// What was changed so far, in document offsets, without overlaps, in no particular order.
    private(set) var findings: [Finding] = []
    private var pieces: [Piece]

    /// A run of the text: bytes of the document, or what a finding put in their place.
    fileprivate struct Piece {
        let start: Int
        let end: Int
        let origin: ByteRange
        let finding: Int?
    }

    init(_ utf8: [UInt8]) {
        self.utf8 = utf8
        pieces = [Piece(start: 0, end: utf8.count, origin: 0..<utf8.count, finding: nil)]
    }

    /// The bytes of the document between the ends of a range of the text.
    func origin(of range: ByteRange) -> ByteRange {
        guard !range.isEmpty else { return 0..<0 }
        let first = pieces[pieceIndex(at: range.lowerBound)]
        let last = pieces[pieceIndex(at: range.upperBound - 1)]
        let lower =
            first.finding == nil ? first.origin.lowerBound + range.lowerBound - first.start : first.origin.lowerBound
        let upper =
            last.finding == nil ? last.origin.upperBound - (last.end - range.upperBound) : last.origin.upperBound
        return lower..<upper
    }

    /// Evidence in a range of the text, as evidence in the bytes of the document.
    func origin(of evidence: Evidence) -> Evidence {
        switch evidence {
        case .debris, .inDocuments, .duplicates: evidence
        case .repeats(let range, let similarity): .repeats(origin(of: range), similarity: similarity)
        }
    }

    /// Applies `edits`.
    mutating func apply(_ edits: Edits) {
        var old = self
        // Findings go on to grow in place.
        old.findings = []
        findings.reserveCapacity(findings.count + edits.list.count)
        utf8 = []
        utf8.reserveCapacity(old.utf8.count)
        pieces = []
        pieces.reserveCapacity(old.pieces.count + 2 * edits.list.count)
        var cursor = 0
        for edit in edits.list {
            keep(cursor..<edit.range.lowerBound, of: old)
            change(edit, of: edits, in: old)
            cursor = edit.range.upperBound
        }
        keep(cursor..<old.utf8.count, of: old)
    }

    private mutating func keep(_ range: ByteRange, of old: RemainingText) {
        old.forEachPiece(in: range) { piece, part in
            append(old.utf8, part, origin: piece.origin(of: part), finding: piece.finding)
        }
    }

    private mutating func change(_ edit: Edit, of edits: Edits, in old: RemainingText) {
        let evidence = old.origin(of: edits.evidence(of: edit))
        var replacement = edits.replacement(of: edit)
        old.forEachPiece(in: edit.range) { piece, part in
            let origin = piece.origin(of: part)
            let finding = Finding(
                rule: edits.rule(of: edit), range: origin, replacement: replacement, evidence: evidence)
            append(replacement, replacement.indices, origin: origin, finding: piece.finding ?? findings.count)
            if let index = piece.finding { findings[index] = finding } else { findings.append(finding) }
            replacement = []
        }
    }

    private mutating func append(_ bytes: [UInt8], _ range: Range<Int>, origin: ByteRange, finding: Int?) {
        guard !range.isEmpty else { return }
        pieces.append(Piece(start: utf8.count, end: utf8.count + range.count, origin: origin, finding: finding))
        utf8.append(contentsOf: bytes[range])
    }

    private func forEachPiece(in range: ByteRange, _ body: (Piece, ByteRange) -> Void) {
        guard !range.isEmpty else { return }
        var index = pieceIndex(at: range.lowerBound)
        while index < pieces.count, pieces[index].start < range.upperBound {
            let piece = pieces[index]
            body(piece, max(piece.start, range.lowerBound)..<min(piece.end, range.upperBound))
            index += 1
        }
    }

    /// The piece that holds the byte at `offset`.
    private func pieceIndex(at offset: Int) -> Int {
        max((0..<pieces.count).partitioningIndex { pieces[$0].start > offset } - 1, 0)
    }
}

extension RemainingText.Piece {
    fileprivate func origin(of part: ByteRange) -> ByteRange {
        guard finding == nil else { return origin }
        return origin.lowerBound + part.lowerBound - start..<origin.lowerBound + part.upperBound - start
    }
}
