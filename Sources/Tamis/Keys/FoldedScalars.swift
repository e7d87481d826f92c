import CKernels
import CUTF8Proc

/// The definition of the foldings, scalar by scalar; the fast paths are tested against it.
extension Folding {
    /// The folded scalars of `utf8[range]`; invalid bytes as in `DecodedScalar`.
    func scalars(of utf8: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> [UInt32] {
        let exact = Self.foldCase(Self.mapped(utf8, range))
        switch self {
        case .exact: return Self.composed(exact)
        case .near: return Self.composed(Self.near(exact))
        case .template: return Self.composed(Self.withoutNumbers(Self.near(exact)))
        }
    }

    /// Decodes, drops what is invisible, maps quotes, dashes and ellipses, and collapses white space.
    private static func mapped(_ utf8: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let scalar = DecodedScalar(utf8, at: offset, end: range.upperBound)
            offset += scalar.length
            let properties = scalar.properties
            if properties.isDropped { continue }
            if properties.isWhiteSpace {
                if let last = result.last, last != space { result.append(space) }
            } else if let ascii = replacement(of: scalar.value) {
                result.append(contentsOf: repeatElement(UInt32(ascii.byte), count: ascii.count))
            } else {
                result.append(scalar.value)
            }
        }
        if result.last == space { result.removeLast() }
        return result
    }

    static let space: UInt32 = 0x20

    /// The ASCII form of a quote, dash or ellipsis: one byte, or three of one.
    static func replacement(of scalar: UInt32) -> (byte: UInt8, count: Int)? {
        switch scalar {
        case 0x2018...0x201B, 0x2039, 0x203A: (0x27, 1)
        case 0x201C...0x201F, 0xAB, 0xBB: (0x22, 1)
        case 0x2010...0x2015, 0x2212: (0x2D, 1)
        case 0x2026: (0x2E, 3)
        default: nil
        }
    }

    /// Case folding of decomposed text; the second decomposition is that of the folded letters.
    private static func foldCase(_ scalars: [UInt32]) -> [UInt32] {
        CanonicalForms.decompose(CanonicalForms.decompose(scalars), UTF8PROC_CASEFOLD)
    }

    private static func composed(_ scalars: [UInt32]) -> [UInt32] {
        var result = scalars
        CanonicalForms.compose(&result)
        return result
    }

    /// Compatibility forms without Latin and Greek marks, with a space for punctuation.
    ///
    /// Marks and joiners that follow no letter have nothing to change and are dropped as well.
    private static func near(_ exact: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var keepsMarks = false
        for scalar in CanonicalForms.decompose(exact, UTF8PROC_COMPAT, UTF8PROC_CASEFOLD) {
            let properties = ScalarProperties(of: scalar)
            if properties.isMark {
                if keepsMarks { result.append(scalar) }
            } else if scalar == 0x200C || scalar == 0x200D {
                if let last = result.last, last != space { result.append(scalar) }
            } else if properties.isPunctuationOrSymbol || properties.isWhiteSpace {
                if let last = result.last, last != space { result.append(space) }
                keepsMarks = false
            } else {
                result.append(scalar)
                keepsMarks = properties.isLetter && !properties.isLatinOrGreek
            }
        }
        if result.last == space { result.removeLast() }
        return result
    }

    /// One `0` for decimal digits that follow each other, also with spaces between them: what was `1,024`.
    private static func withoutNumbers(_ near: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var endsInNumber = false
        var pendingSpace = false
        for scalar in near {
            if ScalarProperties(of: scalar).isDecimalDigit {
                if !endsInNumber {
                    result.append(0x30)
                    endsInNumber = true
                }
                pendingSpace = false
            } else if scalar == space, endsInNumber {
                pendingSpace = true
            } else {
                if pendingSpace { result.append(space) }
                pendingSpace = false
                result.append(scalar)
                endsInNumber = false
            }
        }
        return result
    }
}
