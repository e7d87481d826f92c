// `caf\u00e9 \ud83d\ude00` becomes `café 😀`: the escape at raw 3..<9 spells text 3..<5, the pair at raw 10..<22 spells
// text 6..<10.
import CKernels
import Tamis

extension JSONString {
    /// Decodes the string at `location` of `record`, which a scanner has checked.
    public static func decode(_ location: JSONLocation, in record: Span<UInt8>) -> DecodedText {
        record.withUnsafeBufferPointer {
            decode(
                UnsafeBufferPointer(rebasing: $0[location.contents]), escapeCount: location.escapeCount,
                rawStart: location.contents.lowerBound)
        }
    }

    /// Decodes `raw`, the checked bytes between the quotes, in which `escapeCount` escapes were counted.
    static func decode(_ raw: UnsafeBufferPointer<UInt8>, escapeCount: Int, rawStart: Int = 0) -> DecodedText {
        guard let source = raw.baseAddress, escapeCount > 0 else {
            return DecodedText(bytes: Array(raw), rawStart: rawStart, escapes: [])
        }
        var escapes: [tamis_escape] = []
        let bytes = [UInt8](filling: raw.count) { text, textCount in
            escapes = [tamis_escape](filling: escapeCount) { escapes, count in
                let decoded = tamis_decode_string(
                    source, raw.count, text.baseAddress, escapes.baseAddress, escapeCount)
                textCount = decoded.decoded_count
                count = decoded.escape_count
            }
        }
        return DecodedText(bytes: bytes, rawStart: rawStart, escapes: escapes)
    }
}
