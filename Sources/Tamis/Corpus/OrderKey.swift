// Bytes that compare as documents are ordered, so that sorting bytes, on one machine or many, sorts documents:
//
//     --keep longest, 300 scalars, id "b", record hash 7, record number 2
//     FF FF FF FF FF FF FE D3 | 62 | 00 00 | 00 … 07 | 00 … 02
//     preference: all ones less 300   id  end  hash     number
//
// A zero byte inside an id is written as 00 FF, so that the end 00 00 comes before every longer id.

/// The place of a document in the order ≺, as bytes to be compared one by one; the lesser document is the earlier one.
///
/// The order is by preference, then the id's UTF-8 bytes, the hash of the raw record and the record number.
package enum OrderKey {
    /// Appends the key of a document to `buffer`.
    ///
    /// - Parameters:
    ///   - preference: What `preference(…)` gives.
    ///   - recordHash: XXH3-64 of the record's raw bytes.
    ///   - recordNumber: The record's number in the input, which is unique.
    package static func append(
        preference: UInt64, id: Span<UInt8>, recordHash: UInt64, recordNumber: UInt64, to buffer: inout [UInt8]
    ) {
        append(preference, to: &buffer)
        for index in id.indices {
            buffer.append(id[index])
            if id[index] == 0 { buffer.append(0xFF) }
        }
        buffer.append(0)
        buffer.append(0)
        append(recordHash, to: &buffer)
        append(recordNumber, to: &buffer)
    }

    /// The preference of a document for its place in the input: `--keep first`.
    package static func preference(position: UInt64) -> UInt64 { position }

    /// The preference of a document for its length: `--keep longest`.
    package static func preference(scalarCount: Int) -> UInt64 { ~UInt64(scalarCount.magnitude) }

    /// The preference of a document for the value of a signal: `--keep best:SIGNAL`; nil and NaN come last.
    package static func preference(signal: Double?) -> UInt64 {
        guard let signal, !signal.isNaN else { return .max }
        // Adding zero makes −0 equal to 0. Bits of positive numbers ascend with the value, those of negative ones descend.
        let bits = (signal + 0).bitPattern
        return bits >> 63 == 0 ? ~(bits | 1 << 63) : bits
    }

    private static func append(_ value: UInt64, to buffer: inout [UInt8]) {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            buffer.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}
