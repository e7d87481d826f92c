import CUTF8Proc

// The lower case of Python's `str.lower`, which is Unicode's full mapping with the rule of the final sigma:
//
//     ΟΔΥΣΣΕΥΣ     οδυσσευς     ς where a cased letter stands before and none behind
//     İ            i + U+0307

/// `scalars` in lower case; invalid bytes stay as they are.
func lowerCased(_ scalars: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    for (index, scalar) in scalars.enumerated() {
        switch scalar {
        case 0x130: result.append(contentsOf: [0x69, 0x307])
        case 0x3A3: result.append(isFinalSigma(in: scalars, at: index) ? 0x3C2 : 0x3C3)
        case DecodedScalar.invalid...: result.append(scalar)
        default: result.append(UInt32(bitPattern: utf8proc_tolower(utf8proc_int32_t(bitPattern: scalar))))
        }
    }
    return result
}

/// Unicode's Final_Sigma: case-ignorable characters on both sides are passed over.
private func isFinalSigma(in scalars: [UInt32], at index: Int) -> Bool {
    func firstCounting(_ indices: some Sequence<Int>) -> Unicode.Scalar.Properties? {
        for index in indices {
            guard let scalar = Unicode.Scalar(scalars[index]) else { return nil }
            if !scalar.properties.isCaseIgnorable { return scalar.properties }
        }
        return nil
    }
    guard let before = firstCounting((0..<index).reversed()), before.isCased else { return false }
    return firstCounting((index + 1)..<scalars.count)?.isCased != true
}
