// Example: the second word of "The Bridge" has the hash 0x05A…: the set of function words is asked at its places 0x05A and, by
// the next twelve bits, another. Four words are asked together, since which they are cannot be foreseen:
//
//     words      The   Bridge   is    closed
//     place      free  "und"    "is"  free
//     other      "the" free     free  "der"
//     in set     1     .        1     .
//
// Words and pairs of words find their weights the same way, eight at a time: a pair of entries for each, of which those with
// the right mark count.
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

// Lists the wordings of some words that follow each other; `previous` is the product of the word before.
static inline uint64_t *list(const tamis_word *words, size_t count, uint64_t *previous, uint64_t *next) {
    for (size_t i = 0; i < count; i++) {
        uint64_t product = words[i].hash * FACTOR;
        next[2 * i] = product;
        next[2 * i + 1] = product + 31 * *previous;
        *previous = product;
    }
    return next + 2 * count;
}

size_t tamis_list_wordings(const tamis_word *words, size_t count, uint64_t wordings[TAMIS_LINE_WORDINGS]) {
    if (!count) return 0;
    // A pair is (second + 31 * first) * FACTOR, so each word is multiplied once.
    uint64_t previous = 0x9E3779B9 * FACTOR, *next = wordings;
    if (count <= TAMIS_LOOKED_UP_WORDS) {
        next = list(words, count, &previous, next);
    } else {
        next = list(words, TAMIS_LOOKED_UP_WORDS - TAMIS_LOOKED_UP_LAST_WORDS, &previous, next);
        next = list(words + count - TAMIS_LOOKED_UP_LAST_WORDS, TAMIS_LOOKED_UP_LAST_WORDS, &previous, next);
    }
    *next++ = 37 * previous + 11 * FACTOR;
    return (size_t)(next - wordings);
}

static int32_t sum_portable(const uint32_t *pairs, const uint64_t *hashes, size_t count) {
    int32_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t pair = pairs[tamis_step_pair(hashes[i])], mark = tamis_step_mark(hashes[i]);
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

static AVX2 int32_t sum_avx2(const uint32_t *pairs, const uint64_t *hashes, size_t count) {
    // Halves of two vectors are put together in the order 0 1 4 5 2 3 6 7.
    const __m256i order = _mm256_setr_epi32(0, 1, 4, 5, 2, 3, 6, 7);
    __m256i sums = _mm256_setzero_si256();
    for (size_t i = 0; i < count; i += 8) {
        __m256i a = _mm256_loadu_si256((const __m256i *)(hashes + i));
        __m256i b = _mm256_loadu_si256((const __m256i *)(hashes + i + 4));
#define UPPER_HALVES(a, b) \
    _mm256_castps_si256(_mm256_shuffle_ps(_mm256_castsi256_ps(a), _mm256_castsi256_ps(b), _MM_SHUFFLE(3, 1, 3, 1)))
        __m256i pair = _mm256_srli_epi32(UPPER_HALVES(a, b), 32 - TAMIS_STEP_PAIR_BITS);
        const __m256i factor = _mm256_set1_epi64x(TAMIS_STEP_MARKS);
        __m256i mark = UPPER_HALVES(_mm256_mul_epu32(a, factor), _mm256_mul_epu32(b, factor));
        mark = _mm256_add_epi32(mark, _mm256_set1_epi32(1));
        mark = _mm256_or_si256(mark, _mm256_slli_epi32(mark, 16));
        // Hashes that are not there find no entry.
        __m256i is_there = _mm256_cmpgt_epi32(_mm256_set1_epi32((int)(count - i)), order);
        __m256i entries =
            _mm256_mask_i32gather_epi32(_mm256_setzero_si256(), (const int *)pairs, pair, is_there, 4);
        __m256i is_marked = _mm256_cmpeq_epi16(_mm256_and_si256(entries, _mm256_set1_epi16(0xFF)), mark);
        sums = _mm256_add_epi16(sums, _mm256_and_si256(_mm256_srai_epi16(entries, 8), is_marked));
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

int32_t tamis_sum_steps_on(tamis_cpu cpu, const uint32_t *pairs, const uint64_t *hashes, size_t count) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) return sum_avx2(pairs, hashes, count);
#endif
    return sum_portable(pairs, hashes, count);
}

int32_t tamis_sum_wordings_on(tamis_cpu cpu, const uint32_t *pairs, const tamis_word *words, size_t count) {
    uint64_t wordings[(TAMIS_LINE_WORDINGS + 7) / 8 * 8];
    return tamis_sum_steps_on(cpu, pairs, wordings, tamis_list_wordings(words, count, wordings));
}
