/// The shortest input found that still fails: pieces of half, a quarter, … down to one byte are left out while it does.
func shrunk(_ input: [UInt8], while fails: ([UInt8]) -> Bool) -> [UInt8] {
    var best = input
    var pieceCount = max(1, best.count / 2)
    while true {
        var offset = 0
        var isShorter = false
        while offset < best.count {
            let shorter = Array(best[..<offset] + best[min(offset + pieceCount, best.count)...])
            if fails(shorter) {
                best = shorter
                isShorter = true
            } else {
                offset += pieceCount
            }
        }
        if pieceCount == 1, !isShorter { return best }
        pieceCount = max(1, pieceCount / 2)
    }
}
