// Example: the second word of "The Bridge" has the hash 0x05A…: the set of function words is asked at its places 0x05A and, by
// the next twelve bits, another. Four words are asked together, since which they are cannot be foreseen:
//
//     words      The   Bridge   is    closed
//     place      free  "und"    "is"  free
//     other      "the" free     free  "der"
//     in set     1     .        1     .
//
// Words and pairs of words find their weights in a table as well: a pair of entries for each, of which those with the right mark
// count. Eight are compared together.
#include "line_words.h"

static inline int is_foreign_capital(uint8_t lead, uint8_t second) {
    switch (lead) {
    case 0xC3: return second < 0x9F;
    case 0xCE: return second >= 0x91 && second <= 0xA9;
    case 0xD0: return second < 0xB0;
    default: return 0;
    }
}

// The definition, word by word, for machines without the set below and for tests.
static tamis_line_words look_portable(const uint8_t *text, const tamis_word *words, size_t count, const uint64_t *set) {
    tamis_line_words found = {0};
    for (size_t i = 0; i < count; i++) {
        uint64_t hash = words[i].hash;
        uint32_t length = words[i].end - words[i].start;
        const uint8_t *word = text + words[i].start;
        int is_in = set[tamis_word_set_place(hash)] == hash || set[tamis_word_set_other_place(hash)] == hash;
        found.in_set |= (uint16_t)(is_in << i);
        found.in_set_count += (uint8_t)is_in;
        found.capitals += (*word >= 'A' && *word <= 'Z') || (length > 1 && is_foreign_capital(word[0], word[1]));
        found.has_year |= length == 4 && (*word == '1' || *word == '2');
    }
    return found;
}

#define FACTOR 0x9E3779B97F4A7C15ull

// Puts the hashes of a line's words, of its pairs of words and of its end. A pair is (second + 31 * first) * FACTOR, so each word
// is multiplied once; `previous` is the product of the word before.
#define PUT_WORDS(words, count) \
    for (size_t i = 0; i < (count); i++) { \
        uint64_t product = (words)[i].hash * FACTOR; \
        PUT(product); \
        PUT(product + 31 * previous); \
        previous = product; \
    }
#define PUT_LINE(words, count) \
    uint64_t previous = 0x9E3779B9 * FACTOR; \
    if ((count) <= TAMIS_LOOKED_UP_WORDS) { \
        PUT_WORDS(words, count) \
    } else { \
        PUT_WORDS(words, TAMIS_LOOKED_UP_WORDS - TAMIS_LOOKED_UP_LAST_WORDS) \
        PUT_WORDS((words) + (count) - TAMIS_LOOKED_UP_LAST_WORDS, TAMIS_LOOKED_UP_LAST_WORDS) \
    } \
    PUT(37 * previous + 11 * FACTOR)

size_t tamis_list_wordings(const tamis_word *words, size_t count, uint64_t wordings[TAMIS_LINE_WORDINGS]) {
    if (!count) return 0;
    uint64_t *next = wordings;
#define PUT(hash) *next++ = (hash)
    PUT_LINE(words, count);
#undef PUT
    return (size_t)(next - wordings);
}

static int32_t sum_portable(const uint32_t *pairs, const tamis_word *words, size_t count) {
    uint64_t wordings[TAMIS_LINE_WORDINGS];
    size_t wording_count = tamis_list_wordings(words, count, wordings);
    int32_t sum = 0;
    for (size_t i = 0; i < wording_count; i++) {
        uint32_t pair = pairs[tamis_step_pair(wordings[i])], mark = tamis_step_mark(wordings[i]);
        if ((pair & 0xFF) == mark) sum += (int8_t)(pair >> 8);
        if ((pair >> 16 & 0xFF) == mark) sum += (int8_t)(pair >> 24);
    }
    return sum;
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))

// A bit for each of sixteen bytes that is one of `count` from `first` on.
static inline AVX2 uint32_t bytes_within(__m128i bytes, uint8_t first, uint8_t count) {
    __m128i places = _mm_sub_epi8(bytes, _mm_set1_epi8((char)first));
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(places, _mm_set1_epi8((char)(count - 1))), places));
}

static AVX2 tamis_line_words look_avx2(
    const uint8_t *text, const tamis_word *words, size_t count, const uint64_t *set) {
    uint64_t hashes[TAMIS_LINE_WORDS];
    uint8_t bytes[TAMIS_LINE_WORDS] = {0};
    for (size_t i = 0; i < count; i++) {
        hashes[i] = words[i].hash;
        bytes[i] = text[words[i].start];
    }
    uint32_t in_set = 0;
    const long long *places = (const long long *)set;
    for (size_t i = 0; i < count; i += 4) {
        // Behind the last are any numbers, whose bits are cut off.
        __m256i four = _mm256_loadu_si256((const __m256i *)(hashes + i));
        __m256i place = _mm256_srli_epi64(four, 64 - TAMIS_WORD_SET_BITS);
        __m256i other = _mm256_srli_epi64(_mm256_slli_epi64(four, TAMIS_WORD_SET_BITS), 64 - TAMIS_WORD_SET_BITS);
        __m256i is_in = _mm256_or_si256(
            _mm256_cmpeq_epi64(four, _mm256_i64gather_epi64(places, place, 8)),
            _mm256_cmpeq_epi64(four, _mm256_i64gather_epi64(places, other, 8)));
        in_set |= (uint32_t)_mm256_movemask_pd(_mm256_castsi256_pd(is_in)) << i;
    }
    in_set = _bzhi_u32(in_set, (uint32_t)count);
    __m128i firsts = _mm_loadu_si128((const __m128i *)bytes);
    uint32_t capitals = bytes_within(firsts, 'A', 26), foreign = bytes_within(firsts, 0xC3, 61);
    uint32_t years = bytes_within(firsts, '1', 2), has_year = 0;
    for (; foreign; foreign &= foreign - 1) {
        const tamis_word *word = words + __builtin_ctz(foreign);
        int is_capital = word->end - word->start > 1 && is_foreign_capital(text[word->start], text[word->start + 1]);
        capitals |= is_capital ? foreign & -foreign : 0;
    }
    for (; years; years &= years - 1) {
        const tamis_word *word = words + __builtin_ctz(years);
        has_year |= word->end - word->start == 4;
    }
    return (tamis_line_words){
        (uint16_t)in_set, (uint8_t)_mm_popcnt_u32(in_set), (uint8_t)_mm_popcnt_u32(capitals), (uint8_t)has_year};
}

static AVX2 int32_t sum_avx2(const uint32_t *pairs, const tamis_word *words, size_t count) {
    if (!count) return 0;
    // Pairs are read one by one: it is done while words are multiplied, and a gathering instruction takes longer.
    enum { CAPACITY = TAMIS_LINE_WORDINGS + 8 };
    uint32_t entries[CAPACITY], lower[CAPACITY];
    size_t wording_count = 0;
#define PUT(hash) \
    do { \
        uint64_t put = (hash); \
        entries[wording_count] = pairs[tamis_step_pair(put)]; \
        lower[wording_count++] = (uint32_t)put; \
    } while (0)
    PUT_LINE(words, count);
#undef PUT
    // Behind the last are entries without marks.
    _mm256_storeu_si256((__m256i *)(entries + wording_count), _mm256_setzero_si256());
    __m256i sums = _mm256_setzero_si256();
    for (size_t i = 0; i < wording_count; i += 8) {
        const __m256i factor = _mm256_set1_epi64x(TAMIS_STEP_MARKS);
        __m256i hash = _mm256_loadu_si256((const __m256i *)(lower + i));
        __m256i entry = _mm256_loadu_si256((const __m256i *)(entries + i));
        __m256i even = _mm256_srli_epi64(_mm256_mul_epu32(hash, factor), 32);
        __m256i odd = _mm256_mul_epu32(_mm256_srli_epi64(hash, 32), factor);
        __m256i mark = _mm256_add_epi32(_mm256_blend_epi32(even, odd, 0xAA), _mm256_set1_epi32(1));
        mark = _mm256_or_si256(mark, _mm256_slli_epi32(mark, 16));
        __m256i is_marked = _mm256_cmpeq_epi16(_mm256_and_si256(entry, _mm256_set1_epi16(0xFF)), mark);
        sums = _mm256_add_epi16(sums, _mm256_and_si256(_mm256_srai_epi16(entry, 8), is_marked));
    }
    sums = _mm256_madd_epi16(sums, _mm256_set1_epi16(1));
    __m128i four = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
    __m128i two = _mm_add_epi32(four, _mm_unpackhi_epi64(four, four));
    return _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_shuffle_epi32(two, 1)));
}
#endif

tamis_line_words tamis_look_at_words_on(
    tamis_cpu cpu, const uint8_t *text, const tamis_word *words, size_t count, const uint64_t *set) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) return look_avx2(text, words, count, set);
#endif
    return look_portable(text, words, count, set);
}

int32_t tamis_sum_wordings_on(tamis_cpu cpu, const uint32_t *pairs, const tamis_word *words, size_t count) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) return sum_avx2(pairs, words, count);
#endif
    return sum_portable(pairs, words, count);
}
