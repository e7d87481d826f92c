// Phrases are sought by two of their rarer letters, all phrases at once:
//
//     c..k  Cookie policy        l..y  privacy policy
#include "pair_finder.h"

static size_t find_portable(const tamis_letter_pair *pairs, const uint8_t *bytes, size_t start, size_t count) {
    for (; start + TAMIS_PAIR_DISTANCE < count; start++) {
        uint8_t first = bytes[start] | 0x20, second = bytes[start + TAMIS_PAIR_DISTANCE] | 0x20;
        for (int i = 0; i < TAMIS_PAIR_COUNT; i++) {
            if (first == pairs[i].first && second == pairs[i].second) return start;
        }
    }
    return count;
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2"))) static size_t find_avx2(
    const tamis_letter_pair *pairs, const uint8_t *bytes, size_t start, size_t count) {
    const __m256i bit = _mm256_set1_epi8(0x20);
    __m256i firsts[TAMIS_PAIR_COUNT], seconds[TAMIS_PAIR_COUNT];
    for (int i = 0; i < TAMIS_PAIR_COUNT; i++) {
        firsts[i] = _mm256_set1_epi8((char)pairs[i].first);
        seconds[i] = _mm256_set1_epi8((char)pairs[i].second);
    }
    while (count - start >= 32 + TAMIS_PAIR_DISTANCE) {
        const uint8_t *here = bytes + start;
        __m256i first = _mm256_or_si256(_mm256_loadu_si256((const __m256i *)here), bit);
        __m256i second = _mm256_or_si256(_mm256_loadu_si256((const __m256i *)(here + TAMIS_PAIR_DISTANCE)), bit);
        __m256i found = _mm256_setzero_si256();
        for (int i = 0; i < TAMIS_PAIR_COUNT; i++) {
            found = _mm256_or_si256(
                found, _mm256_and_si256(_mm256_cmpeq_epi8(first, firsts[i]), _mm256_cmpeq_epi8(second, seconds[i])));
        }
        uint32_t places = (uint32_t)_mm256_movemask_epi8(found);
        if (places) return start + (size_t)__builtin_ctz(places);
        start += 32;
    }
    return find_portable(pairs, bytes, start, count);
}
#endif

size_t tamis_find_pair_by(
    tamis_cpu cpu, const tamis_letter_pair pairs[TAMIS_PAIR_COUNT], const uint8_t *bytes, size_t start, size_t count) {
    if (start >= count) return count;
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) return find_avx2(pairs, bytes, start, count);
#endif
    return find_portable(pairs, bytes, start, count);
}

size_t tamis_find_pair(
    const tamis_letter_pair pairs[TAMIS_PAIR_COUNT], const uint8_t *bytes, size_t start, size_t count) {
    return tamis_find_pair_by(tamis_cpu_chosen(), pairs, bytes, start, count);
}
