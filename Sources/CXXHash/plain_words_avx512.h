// Eight plain words at a time, XXH3-64 in the lanes of a vector: no queues, since all three formulas for up to sixteen
// bytes are computed for every word and the one for its length is taken. Only longer words are hashed one by one.
//
//     the   quick        XXH3's 1-3 and 4-8 byte formulas, from the eight bytes at the word's start
//     conversation       its 9-16 byte formula, from these and the last eight bytes of the word
#include <immintrin.h>

#define WIDE __attribute__((target("avx2,bmi,bmi2,popcnt,avx512f,avx512bw,avx512vl,avx512dq")))

// Places of bits as in `list_places`, sixteen of them written for every sixteen bits.
WIDE static inline size_t list_places_avx512(uint64_t bits, uint32_t base, uint32_t *places) {
    __m512i place = _mm512_add_epi32(
        _mm512_set1_epi32((int)base), _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
    size_t count = 0;
    for (int part = 0; part < 4; part++) {
        __mmask16 mask = (__mmask16)(bits >> part * 16);
        _mm512_storeu_si512(places + count, _mm512_maskz_compress_epi32(mask, place));
        count += (size_t)__builtin_popcount(mask);
        place = _mm512_add_epi32(place, _mm512_set1_epi32(16));
    }
    return count;
}

WIDE static inline __m512i xor_shifted(__m512i value, const unsigned places) {
    return _mm512_xor_si512(value, _mm512_srli_epi64(value, places));
}

WIDE static inline __m512i times(__m512i value, uint64_t factor) {
    return _mm512_mullo_epi64(value, _mm512_set1_epi64((long long)factor));
}

// XXH3_len_1to3_64b: first, middle and last byte and the length make a number of 32 bits.
WIDE static inline __m512i hash_1_to_3(__m512i bytes, __m512i length) {
    const __m512i byte = _mm512_set1_epi64(0xFF);
    __m512i middle = _mm512_slli_epi64(_mm512_srli_epi64(length, 1), 3);
    __m512i last = _mm512_slli_epi64(_mm512_sub_epi64(length, _mm512_set1_epi64(1)), 3);
    __m512i value = _mm512_or_si512(
        _mm512_or_si512(
            _mm512_slli_epi64(_mm512_and_si512(bytes, byte), 16),
            _mm512_slli_epi64(_mm512_and_si512(_mm512_srlv_epi64(bytes, middle), byte), 24)),
        _mm512_or_si512(_mm512_and_si512(_mm512_srlv_epi64(bytes, last), byte), _mm512_slli_epi64(length, 8)));
    uint64_t flip = (uint64_t)(XXH_readLE32(XXH3_kSecret) ^ XXH_readLE32(XXH3_kSecret + 4));
    value = _mm512_xor_si512(value, _mm512_set1_epi64((long long)flip));
    value = times(xor_shifted(value, 33), XXH_PRIME64_2);
    value = times(xor_shifted(value, 29), XXH_PRIME64_3);
    return xor_shifted(value, 32);
}

// XXH3_len_4to8_64b.
WIDE static inline __m512i hash_4_to_8(__m512i bytes, __m512i length) {
    __m512i tail = _mm512_slli_epi64(_mm512_sub_epi64(length, _mm512_set1_epi64(4)), 3);
    __m512i second = _mm512_and_si512(_mm512_srlv_epi64(bytes, tail), _mm512_set1_epi64(0xFFFFFFFF));
    uint64_t flip = XXH_readLE64(XXH3_kSecret + 8) ^ XXH_readLE64(XXH3_kSecret + 16);
    __m512i value = _mm512_xor_si512(
        _mm512_add_epi64(second, _mm512_slli_epi64(bytes, 32)), _mm512_set1_epi64((long long)flip));
    value = _mm512_xor_si512(value, _mm512_xor_si512(_mm512_rol_epi64(value, 49), _mm512_rol_epi64(value, 24)));
    value = times(value, 0x9FB21C651E98DF25ull);
    value = _mm512_xor_si512(value, _mm512_add_epi64(_mm512_srli_epi64(value, 35), length));
    return xor_shifted(times(value, 0x9FB21C651E98DF25ull), 28);
}

// XXH3_len_9to16_64b; the product of 128 bits is put together from four of 64.
WIDE static inline __m512i hash_9_to_16(__m512i bytes, __m512i last_bytes, __m512i length) {
    uint64_t flip_low = XXH_readLE64(XXH3_kSecret + 24) ^ XXH_readLE64(XXH3_kSecret + 32);
    uint64_t flip_high = XXH_readLE64(XXH3_kSecret + 40) ^ XXH_readLE64(XXH3_kSecret + 48);
    const __m512i half = _mm512_set1_epi64(0xFFFFFFFF);
    const __m512i turned = _mm512_set4_epi32(0x08090A0B, 0x0C0D0E0F, 0x00010203, 0x04050607);
    __m512i low = _mm512_xor_si512(bytes, _mm512_set1_epi64((long long)flip_low));
    __m512i high = _mm512_xor_si512(last_bytes, _mm512_set1_epi64((long long)flip_high));
    __m512i low_top = _mm512_srli_epi64(low, 32), high_top = _mm512_srli_epi64(high, 32);
    __m512i bottom = _mm512_mul_epu32(low, high), top = _mm512_mul_epu32(low_top, high_top);
    __m512i cross = _mm512_mul_epu32(low_top, high), other = _mm512_mul_epu32(low, high_top);
    __m512i middle = _mm512_add_epi64(
        _mm512_add_epi64(_mm512_srli_epi64(bottom, 32), _mm512_and_si512(cross, half)), other);
    __m512i upper = _mm512_add_epi64(
        top, _mm512_add_epi64(_mm512_srli_epi64(cross, 32), _mm512_srli_epi64(middle, 32)));
    __m512i lower = _mm512_or_si512(_mm512_slli_epi64(middle, 32), _mm512_and_si512(bottom, half));
    __m512i value = _mm512_add_epi64(
        _mm512_add_epi64(length, _mm512_shuffle_epi8(low, turned)),
        _mm512_add_epi64(high, _mm512_xor_si512(upper, lower)));
    return xor_shifted(times(xor_shifted(value, 37), 0x165667919E3779F9ull), 32);
}

// Eight bytes at each of eight places. Loads one by one are faster than the machine's gathering.
WIDE static inline __m512i gathered(const uint8_t *bytes, const uint32_t *places) {
    uint64_t values[8];
    for (int lane = 0; lane < 8; lane++) memcpy(values + lane, bytes + places[lane], 8);
    return _mm512_setr_epi64(
        (long long)values[0], (long long)values[1], (long long)values[2], (long long)values[3], (long long)values[4],
        (long long)values[5], (long long)values[6], (long long)values[7]);
}

// Appends the words of plain runs; eight bytes behind the start of each are readable.
WIDE static void append_plain_words_avx512(word_list *list, const run_list *runs, size_t first, size_t last) {
    const __m512i fronts = _mm512_setr_epi64(0, 8, 1, 9, 2, 10, 3, 11);
    const __m512i backs = _mm512_setr_epi64(4, 12, 5, 13, 6, 14, 7, 15);
    for (size_t run = first; run < last; run += 8) {
        size_t here = last - run < 8 ? last - run : 8;
        __mmask8 lanes = (__mmask8)((1u << here) - 1);
        __m512i start = _mm512_maskz_cvtepu32_epi64(lanes, _mm256_loadu_si256((const __m256i *)(runs->starts + run)));
        __m512i end = _mm512_maskz_cvtepu32_epi64(lanes, _mm256_loadu_si256((const __m256i *)(runs->ends + run)));
        __m512i length = _mm512_sub_epi64(end, start);
        __mmask8 over_3 = _mm512_cmpgt_epu64_mask(length, _mm512_set1_epi64(3));
        __mmask8 over_8 = _mm512_cmpgt_epu64_mask(length, _mm512_set1_epi64(8));
        __mmask8 over_16 = _mm512_cmpgt_epu64_mask(length, _mm512_set1_epi64(16));
        __m512i bytes = here == 8
            ? gathered(list->lowered, runs->starts + run)
            : _mm512_mask_i64gather_epi64(_mm512_setzero_si512(), lanes, start, list->lowered, 1);
        __m512i hash = _mm512_mask_mov_epi64(hash_1_to_3(bytes, length), over_3, hash_4_to_8(bytes, length));
        if (over_8) {
            __m512i last_bytes = _mm512_mask_i64gather_epi64(
                _mm512_setzero_si512(), over_8, _mm512_sub_epi64(end, _mm512_set1_epi64(8)), list->lowered, 1);
            hash = _mm512_mask_mov_epi64(hash, over_8, hash_9_to_16(bytes, last_bytes, length));
        }
        __m512i places = _mm512_or_si512(start, _mm512_slli_epi64(end, 32));
        tamis_word *words = list->words + list->count;
        if (here == 8) {
            _mm512_storeu_si512(words, _mm512_permutex2var_epi64(places, fronts, hash));
            _mm512_storeu_si512(words + 4, _mm512_permutex2var_epi64(places, backs, hash));
        } else {
            uint32_t numbers = (1u << here * 2) - 1;
            _mm512_mask_storeu_epi64(words, (__mmask8)numbers, _mm512_permutex2var_epi64(places, fronts, hash));
            _mm512_mask_storeu_epi64(
                words + 4, (__mmask8)(numbers >> 8), _mm512_permutex2var_epi64(places, backs, hash));
        }
        for (unsigned long_words = over_16; long_words; long_words &= long_words - 1) {
            tamis_word *word = words + __builtin_ctz(long_words);
            word->hash = tamis_xxh3_64(list->lowered + word->start, word->end - word->start, 0);
        }
        list->count += here;
    }
}
