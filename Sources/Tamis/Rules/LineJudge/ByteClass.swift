import CKernels

/// What kind of character a byte is, as far as the shape of a line goes; numbered as the kernels do.
enum ByteClass: Int, CaseIterable {
    case other, lowercase, uppercase, digit, space, stop, comma, colon, separator, quote, bracket, dash, sign, money
    case lead, continuation

    /// The number of a byte's class.
    @inline(__always)
    static func number(of byte: UInt8) -> Int { Int(tamis_byte_class(byte)) }
}
