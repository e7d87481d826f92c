// Example, the three foldings of " The “Café” of  2024…":
//   exact     the "café" of 2024...
//   near      the cafe of 2024
//   template  the cafe of 0

/// A form of text made for comparison and never written out.
///
/// Bytes that are not valid UTF-8 pass through, so different bytes stay different.
public enum Folding: Sendable, CaseIterable {
    /// NFC, full case folding, NFC again; white-space runs are one space, ends are trimmed; curly and angle quotes,
    /// dashes and the ellipsis are ASCII; soft hyphens, zero-width spaces and direction marks are dropped. Digits, accents,
    /// ZWJ and ZWNJ are kept.
    case exact
    /// Exact, then compatibility forms (NFKC), no combining marks on Latin and Greek letters, a space for punctuation
    /// and symbols.
    case near
    /// Near, with each run of numbers as one `0`.
    case template

    /// Appends the folded form of `utf8[range]` to `buffer`.
    public func append(_ range: ByteRange, of utf8: Span<UInt8>, to buffer: inout [UInt8]) {
        precondition(
            range.lowerBound >= 0 && range.upperBound <= utf8.count, "\(range) is outside of \(utf8.count) bytes")
        utf8.withUnsafeBufferPointer { append($0, range, to: &buffer) }
    }

    func append(_ utf8: UnsafeBufferPointer<UInt8>, _ range: ByteRange, to buffer: inout [UInt8]) {
        if case .exact = self { return Self.withExact(utf8, range) { buffer.append(contentsOf: $0) } }
        var output = ByteBuffer(capacity: range.count + 64)
        append(utf8, range, to: &output)
        buffer.append(contentsOf: output.written)
    }

    func append(_ utf8: UnsafeBufferPointer<UInt8>, _ range: ByteRange, to output: inout ByteBuffer) {
        switch self {
        case .exact: Self.withExact(utf8, range) { output.append($0) }
        case .near: NearFolder(utf8: utf8).append(range, to: &output)
        case .template:
            let start = output.count
            NearFolder(utf8: utf8).append(range, to: &output)
            output.collapseNumbers(from: start)
        }
    }

    /// Calls `body` with the exact folding of a range.
    private static func withExact(
        _ utf8: UnsafeBufferPointer<UInt8>, _ range: ByteRange, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var folder = ExactFolder(UnsafeBufferPointer(rebasing: utf8[range]))
        folder.begin(at: 0)
        folder.fold(to: range.count)
        _ = folder.finish()
        body(folder.buffer.written)
    }
}
