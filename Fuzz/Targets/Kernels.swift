import CKernels
import CXXHash

private let processors = [TAMIS_CPU_SSE2, TAMIS_CPU_AVX2, TAMIS_CPU_AVX512].filter { tamis_cpu_supports($0) != 0 }

/// Each kernel gives on every instruction set of this machine what it gives in portable C.
@Sendable func kernels(_ bytes: [UInt8]) {
    let count = bytes.count
    func agree<Answer: Equatable>(_ what: StaticString, _ answer: (tamis_cpu) -> Answer) {
        let portable = answer(TAMIS_CPU_PORTABLE)
        for processor in processors {
            precondition(answer(processor) == portable, "\(what) differs")
        }
    }
    agree("character counts") { raw(tamis_count_character_kinds_on($0, bytes, count)) }
    var set = tamis_byte_set()
    withUnsafeMutableBytes(of: &set) { $0.copyBytes(from: bytes.prefix(32)) }
    agree("byte set") { tamis_find_in_set_by($0, &set, bytes, min(count, 32), count) }
    let letters = (bytes.prefix(10) + [UInt8](repeating: 0x61, count: 10)).map { $0 | 0x20 }
    let pairs = (0..<Int(TAMIS_PAIR_COUNT)).map {
        tamis_letter_pair(first: letters[2 * $0], second: letters[2 * $0 + 1])
    }
    agree("pairs") { tamis_find_pair_by($0, pairs, bytes, min(count, 10), count) }
    let blockCount = (count + 63) / 64
    agree("text blocks") { processor in
        var lowered = [UInt8](repeating: 0, count: blockCount * 64)
        var blocks = [tamis_text_block](repeating: tamis_text_block(), count: blockCount)
        tamis_text_blocks_on(processor, bytes, count, &lowered, &blocks)
        return lowered + blocks.withUnsafeBytes { Array($0) }
    }
    agree("split blocks") { processor in
        var blocks = [tamis_split_block](repeating: tamis_split_block(), count: blockCount)
        tamis_split_blocks_on(processor, bytes, count, &blocks)
        return blocks.withUnsafeBytes { Array($0) }
    }
    let shingles = bytes.withUnsafeBytes { raw in
        (0..<count / 8).map { raw.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
    }
    agree("signatures") { processor in
        var minima = [UInt32](repeating: 0, count: Int(TAMIS_SIGNATURE_VALUES))
        tamis_min_hash_on(processor, shingles, shingles.count, &minima)
        return minima
    }
    agree("exact folding") { processor in
        var output = [UInt8](repeating: 0, count: count + 64)
        var state = tamis_exact_folding()
        bytes.withUnsafeBufferPointer { bytes in
            output.withUnsafeMutableBufferPointer { output in
                (state.bytes, state.count, state.output) = (bytes.baseAddress, count, output.baseAddress)
                tamis_fold_exact_on(processor, &state, count)
            }
        }
        return output[..<state.written] + withUnsafeBytes(of: state.position) { Array($0) }
    }
    agree("hashes of words") { words(of: bytes.map { $0 & 0x7F }, on: $0) }
    let shaped = min(count, Int(TAMIS_SHAPED_BYTES))
    agree("shapes of lines") { processor in
        var shape = tamis_line_shape()
        tamis_shape_line_on(processor, bytes, shaped, count, &shape)
        return withUnsafeBytes(of: shape) { Array($0) }
    }
    agree("lines") { line(bytes, shingles, on: $0) }
    strings(bytes)
}

/// The words of ASCII, which has no foreign runs.
private func words(of bytes: [UInt8], on processor: tamis_cpu) -> [UInt8] {
    let blockCount = (bytes.count + 63) / 64
    var lowered = [UInt8](repeating: 0, count: blockCount * 64 + 8)
    var blocks = [tamis_text_block](repeating: tamis_text_block(), count: blockCount)
    tamis_text_blocks(bytes, bytes.count, &lowered, &blocks)
    var words = [tamis_word](repeating: tamis_word(), count: bytes.count / 2 + 1)
    let count = tamis_hash_words_on(processor, blocks, bytes.count, lowered, 1, nil, 0, &words)
    return words[..<count].withUnsafeBytes { Array($0) }
}

/// What is read of a line of words that lie anywhere in `bytes`.
private func line(_ bytes: [UInt8], _ hashes: [UInt64], on processor: tamis_cpu) -> [UInt8] {
    let words = hashes.map { hash in
        let start = UInt32(hash % UInt64(bytes.count))
        return tamis_word(start: start, end: min(start + 1 + UInt32(hash >> 32 & 7), UInt32(bytes.count)), hash: hash)
    }
    var set = [UInt64](repeating: 0, count: 1 << Int(TAMIS_WORD_SET_BITS))
    for hash in hashes where hash & 1 == 0 { set[tamis_word_set_place(hash)] = hash }
    let pairs = (UInt32(0)..<1 << UInt32(TAMIS_STEP_PAIR_BITS)).map { $0 &* 0x9E37_79B9 }
    var row = tamis_line_row()
    var record = tamis_line_record()
    guard !bytes.isEmpty else { return [] }
    bytes.withUnsafeBufferPointer { bytes in
        words.withUnsafeBufferPointer { words in
            set.withUnsafeBufferPointer { set in
                var line = tamis_text_line(
                    text: bytes.baseAddress, text_count: bytes.count, start: 0, end: bytes.count,
                    words: words.baseAddress, word_count: words.count, function_words: set.baseAddress, phrase_kind: 0,
                    phrase_zone: 0)
                tamis_read_line_on(processor, &line, &row, &record)
            }
        }
    }
    record.wording_score = tamis_sum_wordings_on(processor, pairs, words, words.count)
    let numbers = [Int(record.word_count), Int(record.signature), Int(record.stop_words), Int(record.wording_score)]
    return withUnsafeBytes(of: row) { Array($0) } + numbers.withUnsafeBytes { Array($0) } + [record.sight]
}

/// The finders and the decoder of JSON strings.
private func strings(_ bytes: [UInt8]) {
    let count = bytes.count
    let extent = tamis_find_string_end_on(TAMIS_CPU_PORTABLE, bytes, count)
    let text = decoded(bytes, extent, TAMIS_CPU_PORTABLE)
    for processor in processors {
        let other = tamis_find_string_end_on(processor, bytes, count)
        precondition(other.end == extent.end && other.escape_count == extent.escape_count, "a string's end differs")
        precondition(decoded(bytes, extent, processor) == text, "a decoded string differs")
        precondition(
            tamis_find_quote_on(processor, bytes, count) == tamis_find_quote_on(TAMIS_CPU_PORTABLE, bytes, count),
            "a quotation mark differs")
        precondition(
            tamis_count_newlines_on(processor, bytes, count)
                == tamis_count_newlines_on(TAMIS_CPU_PORTABLE, bytes, count),
            "line ends differ")
    }
}

/// The text of the checked front of `bytes`, then where its escapes lie.
private func decoded(_ bytes: [UInt8], _ extent: tamis_string_extent, _ processor: tamis_cpu) -> [UInt8] {
    var text = [UInt8](repeating: 0, count: extent.end + 1)
    var escapes = [tamis_escape](repeating: tamis_escape(), count: extent.escape_count + 1)
    let found = tamis_decode_string_on(processor, bytes, extent.end, &text, &escapes, extent.escape_count)
    let places = escapes[..<found.escape_count].flatMap {
        [$0.decoded_offset, $0.raw_offset, UInt32($0.decoded_count), UInt32($0.raw_count)]
    }
    return text[..<found.decoded_count] + places.withUnsafeBytes { Array($0) }
}

private func raw(_ counts: tamis_character_counts) -> [UInt8] {
    withUnsafeBytes(of: counts) { Array($0) }
}
