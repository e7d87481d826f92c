// What is known of 64 bytes inside a JSON string. Escapes are told without a branch: where the odd backslashes of each run
// stand comes out of one addition, which carries through the run (Langdale and Lemire 2019, section 3.1.1).
//
//     bytes      said \"no\\\n
//     backslash  .....1...111.
//     escaped    ......1...1.1      a run of three: the second and the letter behind the third are escaped
#ifndef TAMIS_STRING_BLOCKS_H
#define TAMIS_STRING_BLOCKS_H
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>

#define STRING_AVX2 __attribute__((target("avx2,bmi,popcnt")))
#define STRING_AVX512 __attribute__((target("avx2,bmi,popcnt,avx512f,avx512bw,avx512vl")))

// One mask per kind of byte. `letter` are those that may follow a backslash, `u` among them.
typedef struct {
    uint64_t quote, backslash, control, letter, u;
} string_block;

// The bytes behind backslashes that are not escaped themselves. `carry` says whether the first byte is one, and then whether
// the first of the next block is.
static inline uint64_t escaped_bytes(uint64_t backslash, uint64_t *carry) {
    const uint64_t even = 0x5555555555555555ull;
    backslash &= ~*carry;
    const uint64_t follows = backslash << 1 | *carry;
    const uint64_t odd_starts = backslash & ~even & ~follows;
    unsigned long long sequences;
    *carry = __builtin_add_overflow((unsigned long long)odd_starts, (unsigned long long)backslash, &sequences);
    return (even ^ sequences << 1) & follows;
}

// A letter's upper half is one of four, each with a bit of its own; its lower half says with which it is a letter.
#define UPPER_HALVES 0, 0, 1, 0, 0, 2, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0
#define LOWER_HALVES 0, 0, 1 | 4 | 8, 0, 8, 8, 4, 0, 0, 0, 0, 0, 2, 0, 4, 1

STRING_AVX2 static inline string_block string_block_avx2(const uint8_t *bytes) {
    const __m256i half = _mm256_set1_epi8(0x0F);
    const __m256i upper = _mm256_setr_epi8(UPPER_HALVES, UPPER_HALVES);
    const __m256i lower = _mm256_setr_epi8(LOWER_HALVES, LOWER_HALVES);
    string_block block = {0, 0, 0, 0, 0};
    for (int start = 0; start < 64; start += 32) {
        const __m256i v = _mm256_loadu_si256((const __m256i *)(bytes + start));
        const __m256i kinds = _mm256_and_si256(
            _mm256_shuffle_epi8(upper, _mm256_and_si256(_mm256_srli_epi16(v, 4), half)),
            _mm256_shuffle_epi8(lower, _mm256_and_si256(v, half)));
#define MASK(matches) ((uint64_t)(uint32_t)_mm256_movemask_epi8(matches) << start)
        block.quote |= MASK(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('"')));
        block.backslash |= MASK(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('\\')));
        block.control |= MASK(_mm256_cmpeq_epi8(_mm256_min_epu8(v, _mm256_set1_epi8(0x1F)), v));
        block.letter |= MASK(_mm256_cmpgt_epi8(kinds, _mm256_setzero_si256()));
        block.u |= MASK(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('u')));
#undef MASK
    }
    return block;
}

STRING_AVX512 static inline string_block string_block_avx512(const uint8_t *bytes) {
    const __m512i half = _mm512_set1_epi8(0x0F);
    const __m512i upper = _mm512_broadcast_i32x4(_mm_setr_epi8(UPPER_HALVES));
    const __m512i lower = _mm512_broadcast_i32x4(_mm_setr_epi8(LOWER_HALVES));
    const __m512i v = _mm512_loadu_si512(bytes);
    string_block block = {
        .quote = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('"')),
        .backslash = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\\')),
        .control = _mm512_cmplt_epu8_mask(v, _mm512_set1_epi8(0x20)),
        .letter = _mm512_test_epi8_mask(
            _mm512_shuffle_epi8(upper, _mm512_and_si512(_mm512_srli_epi16(v, 4), half)),
            _mm512_shuffle_epi8(lower, _mm512_and_si512(v, half))),
        .u = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('u')),
    };
    return block;
}
#endif
#endif
