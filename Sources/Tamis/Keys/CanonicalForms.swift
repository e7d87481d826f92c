import CUTF8Proc

// Example: [A, U+030A ring above] decomposes to itself, composes to [Å].

/// Unicode normalisation (UAX #15) of scalars, with invalid bytes left where they stand.
///
/// Reordering sees at most 30 combining marks at a time (the bound of the Stream-Safe Text Format), so that a
/// megabyte of marks costs linear time.
enum CanonicalForms {
    /// The longest run of combining marks that is put in canonical order as one.
    static let markRunLimit = 30

    /// Decomposes, with `options` of utf8proc such as `UTF8PROC_CASEFOLD`, and puts marks in canonical order.
    static func decompose(_ scalars: [UInt32], _ options: utf8proc_option_t...) -> [UInt32] {
        let flags = options.reduce(UTF8PROC_DECOMPOSE.rawValue) { $0 | $1.rawValue }
        var result: [UInt32] = []
        result.reserveCapacity(scalars.count)
        // U+FDFA, the longest of all, has 18.
        withUnsafeTemporaryAllocation(of: utf8proc_int32_t.self, capacity: 32) { parts in
            // Texts that are made to be slow say one long form again and again.
            var latest: (scalar: UInt32, count: Int) = (0, 0)
            for scalar in scalars {
                guard scalar >= 0x80 || flags & UTF8PROC_CASEFOLD.rawValue != 0, scalar < DecodedScalar.invalid else {
                    result.append(scalar)
                    continue
                }
                if scalar != latest.scalar {
                    var boundary: CInt = 0
                    let count = utf8proc_decompose_char(
                        utf8proc_int32_t(scalar), parts.baseAddress, parts.count, utf8proc_option_t(flags), &boundary)
                    latest = (scalar, count)
                }
                guard latest.count > 0, latest.count <= parts.count else {
                    result.append(scalar)
                    continue
                }
                for part in parts[..<latest.count] { result.append(UInt32(bitPattern: part)) }
            }
        }
        order(&result)
        return result
    }

    /// Sorts each run of combining marks by class, stably, at most `markRunLimit` at a time.
    private static func order(_ scalars: inout [UInt32]) {
        // Classes of the marks of a run, each looked up once.
        var classes = InlineArray<30, Int16>(repeating: 0)
        var runStart = 0
        for index in scalars.indices {
            let combining = combiningClass(scalars[index])
            if combining == 0 || index - runStart == markRunLimit {
                runStart = combining == 0 ? index + 1 : index
                classes[0] = combining
                continue
            }
            var place = index
            let scalar = scalars[index]
            while place > runStart, classes[place - 1 - runStart] > combining {
                scalars[place] = scalars[place - 1]
                classes[place - runStart] = classes[place - 1 - runStart]
                place -= 1
            }
            scalars[place] = scalar
            classes[place - runStart] = combining
        }
    }

    /// Composes decomposed and ordered scalars.
    static func compose(_ scalars: inout [UInt32]) {
        var read = 0
        var write = 0
        while read < scalars.count {
            var end = read
            while end < scalars.count, scalars[end] < DecodedScalar.invalid { end += 1 }
            let count = scalars.withUnsafeMutableBufferPointer { all in
                all[read..<end].withMemoryRebound(to: utf8proc_int32_t.self) {
                    utf8proc_normalize_utf32($0.baseAddress, $0.count, UTF8PROC_COMPOSE)
                }
            }
            for offset in 0..<max(count, 0) { scalars[write + offset] = scalars[read + offset] }
            write += max(count, 0)
            if end < scalars.count {
                scalars[write] = scalars[end]
                write += 1
                end += 1
            }
            read = end
        }
        scalars.removeSubrange(write...)
    }

    static func combiningClass(_ scalar: UInt32) -> Int16 {
        guard ScalarProperties(of: scalar).isCombining else { return 0 }
        return utf8proc_get_property(utf8proc_int32_t(scalar)).pointee.combining_class
    }
}
