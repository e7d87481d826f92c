/// Offsets into a document's UTF-8 bytes.
public typealias ByteRange = Range<Int>
