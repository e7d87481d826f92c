/// The byte order marks that may stand at the start of an input.
public enum ByteOrderMark {
    /// U+FEFF in UTF-8.
    public static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// U+FEFF in UTF-16, low byte first.
    public static let utf16LittleEndian: [UInt8] = [0xFF, 0xFE]
    /// U+FEFF in UTF-16, high byte first.
    public static let utf16BigEndian: [UInt8] = [0xFE, 0xFF]
}
