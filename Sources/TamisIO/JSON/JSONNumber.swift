// Up to eight digits are taken apart together, in halves of a number of 64 bits, and those halves in halves again:
//
//     12345678  →  1234 | 5678  →  12 | 34 | 56 | 78  →  1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
//
// How many digits a number has cannot be foreseen, so no branch asks for it: the zeros in front are shifted out.

/// Numbers as JSON spells them.
enum JSONNumber {
    /// The most bytes that one takes, and the room it needs: a fraction with a sign, 17 digits, a point and an exponent.
    static let byteLimit = 26
}

/// The numbers below 100, in two digits each.
private let digitPairs: StaticString = """
    0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
    5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899
    """

extension UnsafeMutablePointer<UInt8> {
    /// Stores a whole number and returns how many bytes that took.
    @inline(__always)
    func store(integer value: some FixedWidthInteger) -> Int {
        var start = 0
        if value < 0 {
            self[0] = UInt8(ascii: "-")
            start = 1
        }
        var rest = UInt64(value.magnitude)
        if rest < 100_000_000 { return start &+ (self + start).store(upToEightDigits: rest) }
        var (digitCount, limit) = (1, UInt64(10))
        while digitCount < 20, rest >= limit { (digitCount, limit) = (digitCount &+ 1, limit &* 10) }
        var index = start &+ digitCount
        // Two digits at a time: most of the time goes to the divisions.
        while rest >= 10 {
            index &-= 2
            (self + index).update(from: digitPairs.utf8Start + Int(rest % 100) * 2, count: 2)
            rest /= 100
        }
        if index > start { self[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest) }
        return start &+ digitCount
    }

    /// Stores a whole number below 10⁸, and zeros behind it up to eight bytes; returns how many bytes it took.
    @inline(__always)
    private func store(upToEightDigits value: UInt64) -> Int {
        var digits = value / 10_000 | (value % 10_000) &<< 32
        // 10486 / 2²⁰ and 103 / 2¹⁰ are a hundredth and a tenth, near enough for four and for two digits.
        let hundreds = (digits &* 10486) &>> 20 & 0x0000_007F_0000_007F
        digits = hundreds | (digits &- hundreds &* 100) &<< 16
        let tens = (digits &* 103) &>> 10 & 0x000F_000F_000F_000F
        digits = tens | (digits &- tens &* 10) &<< 8
        // The last digit stays, be it a zero.
        let zeroBitCount = (digits | 1 &<< 56).trailingZeroBitCount & ~7
        let text = (digits | 0x3030_3030_3030_3030) &>> UInt64(zeroBitCount)
        UnsafeMutableRawPointer(self).storeBytes(of: text.littleEndian, as: UInt64.self)
        return 8 &- zeroBitCount / 8
    }

    /// Stores the shortest number that reads back as `value`, or `null` when it is not finite; returns the count of bytes.
    @inline(__always)
    func store(number value: Double) -> Int {
        // Most signals of most texts are nothing.
        if value.bitPattern == 0 { return store(literal: "0.0") }
        guard value.isFinite else { return store(literal: "null") }
        var digits = Digits(start: self)
        value.write(to: &digits)
        return digits.count
    }

    /// Stores a whole number without a fraction, any other one with it; returns the count of bytes.
    @inline(__always)
    func store(integerOrNumber value: Double) -> Int {
        value.rounded() == value && abs(value) < 1e15 ? store(integer: Int(value)) : store(number: value)
    }

    /// Stores ASCII and returns the count of bytes.
    @inline(__always)
    func store(literal: StaticString) -> Int {
        update(from: literal.utf8Start, count: literal.utf8CodeUnitCount)
        return literal.utf8CodeUnitCount
    }
}

/// Takes the digits of a number to their place; as a string most of them would need memory of their own.
private struct Digits: TextOutputStream {
    let start: UnsafeMutablePointer<UInt8>
    var count = 0

    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { _writeASCII($0) }
    }

    mutating func _writeASCII(_ digits: UnsafeBufferPointer<UInt8>) {
        guard let bytes = digits.baseAddress else { return }
        (start + count).update(from: bytes, count: digits.count)
        count += digits.count
    }
}
