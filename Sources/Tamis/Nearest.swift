/// The known name that is spelled most like `name`, or nil where none is close.
///
/// `nearest(to: "repeated-lines", among: ["repair", "repeated-line"])` is `"repeated-line"`. Distance is Levenshtein's,
/// over UTF-8 bytes; a third of the name may differ. Time grows with the product of the lengths.
package func nearest(to name: String, among known: [String]) -> String? {
    var best: (name: String, distance: Int)?
    for candidate in known {
        let distance = editDistance(Array(name.utf8), Array(candidate.utf8))
        if distance <= max(2, name.utf8.count / 3), distance < best?.distance ?? .max {
            best = (candidate, distance)
        }
    }
    return best?.name
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var previous = Array(0...right.count)
    for (row, byte) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            current.append(
                min(previous[column] + (byte == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1))
        }
        previous = current
    }
    return previous[right.count]
}
