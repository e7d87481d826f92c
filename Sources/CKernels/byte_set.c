// For the set {'<' 0x3C, '&' 0x26}: upper half 3 is bit 0 and 2 is bit 1, so high[3] = 1, high[2] = 2, low[0xC] = 1,
// low[6] = 2. Of '6' (0x36) the halves give high[3] = 1 and low[6] = 2: no bit in common, not in the set.
#include "byte_set.h"

static size_t find_portable(const tamis_byte_set *set, const uint8_t *bytes, size_t start, size_t count) {
    while (start < count && !(set->low[bytes[start] & 15] & set->high[bytes[start] >> 4])) {
        start += 1;
    }
    return start;
}

#if defined(__x86_64__)
#include <immintrin.h>

/// A bit for each of 32 bytes that is in the set.
__attribute__((target("avx2"))) static inline uint32_t found_avx2(__m256i low, __m256i high, const uint8_t *bytes) {
    const __m256i nibble = _mm256_set1_epi8(15);
    const __m256i block = _mm256_loadu_si256((const __m256i *)bytes);
    const __m256i lows = _mm256_shuffle_epi8(low, _mm256_and_si256(block, nibble));
    const __m256i highs = _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(block, 4), nibble));
    const __m256i absent = _mm256_cmpeq_epi8(_mm256_and_si256(lows, highs), _mm256_setzero_si256());
    return ~(uint32_t)_mm256_movemask_epi8(absent);
}

__attribute__((target("avx2"))) static size_t find_avx2(
    const tamis_byte_set *set, const uint8_t *bytes, size_t start, size_t count) {
    if (count < 32) {
        return find_portable(set, bytes, start, count);
    }
    const __m256i low = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)set->low));
    const __m256i high = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)set->high));
    for (; count - start >= 32; start += 32) {
        const uint32_t found = found_avx2(low, high, bytes + start);
        if (found != 0) {
            return start + (size_t)__builtin_ctz(found);
        }
    }
    // The last 32 bytes, of which some were looked at before.
    const uint64_t rest = (uint64_t)found_avx2(low, high, bytes + count - 32) >> (32 - (count - start));
    return rest == 0 ? count : start + (size_t)__builtin_ctzll(rest);
}
#endif

size_t tamis_find_in_set_by(
    tamis_cpu cpu, const tamis_byte_set *set, const uint8_t *bytes, size_t start, size_t count) {
    if (start >= count) {
        return count;
    }
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) {
        return find_avx2(set, bytes, start, count);
    }
#endif
    return find_portable(set, bytes, start, count);
}

size_t tamis_find_in_set(const tamis_byte_set *set, const uint8_t *bytes, size_t start, size_t count) {
    return tamis_find_in_set_by(tamis_cpu_chosen(), set, bytes, start, count);
}
