// Long JSON strings are skipped a block at a time. In `said \"no\" and left", "id": 7` the finder stops at the
// backslash (offset 5); the caller steps over the escape and asks again until it meets the closing quote.
#include "quote_finder.h"

static size_t find_quote_portable(const uint8_t *bytes, size_t count) {
    size_t i = 0;
    while (i < count && bytes[i] != '"' && bytes[i] != '\\' && bytes[i] >= 0x20) {
        i += 1;
    }
    return i;
}

static size_t count_newlines_portable(const uint8_t *bytes, size_t count) {
    size_t newlines = 0;
    for (size_t i = 0; i < count; i += 1) {
        newlines += bytes[i] == '\n';
    }
    return newlines;
}

#if defined(__x86_64__)
#include <immintrin.h>

static inline unsigned stops_sse2(const uint8_t *bytes) {
    const __m128i block = _mm_loadu_si128((const __m128i *)bytes);
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1f)), block);
    const __m128i quote = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
    const __m128i backslash = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(quote, backslash)));
}

static size_t find_quote_sse2(const uint8_t *bytes, size_t count) {
    if (count < 16) {
        return find_quote_portable(bytes, count);
    }
    for (size_t i = 0; i + 16 <= count; i += 16) {
        const unsigned stops = stops_sse2(bytes + i);
        if (stops != 0) {
            return i + (size_t)__builtin_ctz(stops);
        }
    }
    // The last block overlaps the one before: what they share has no stop.
    const unsigned stops = stops_sse2(bytes + count - 16);
    return stops != 0 ? count - 16 + (size_t)__builtin_ctz(stops) : count;
}

__attribute__((target("avx2"))) static inline __m256i stop_bytes_avx2(const uint8_t *bytes) {
    const __m256i block = _mm256_loadu_si256((const __m256i *)bytes);
    const __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(block, _mm256_set1_epi8(0x1f)), block);
    const __m256i quote = _mm256_cmpeq_epi8(block, _mm256_set1_epi8('"'));
    const __m256i backslash = _mm256_cmpeq_epi8(block, _mm256_set1_epi8('\\'));
    return _mm256_or_si256(control, _mm256_or_si256(quote, backslash));
}

__attribute__((target("avx2"))) static size_t find_quote_avx2(const uint8_t *bytes, size_t count) {
    if (count < 32) {
        return find_quote_sse2(bytes, count);
    }
    for (size_t i = 0; i + 32 <= count; i += 32) {
        const unsigned stops = (unsigned)_mm256_movemask_epi8(stop_bytes_avx2(bytes + i));
        if (stops != 0) {
            return i + (size_t)__builtin_ctz(stops);
        }
    }
    const unsigned stops = (unsigned)_mm256_movemask_epi8(stop_bytes_avx2(bytes + count - 32));
    return stops != 0 ? count - 32 + (size_t)__builtin_ctz(stops) : count;
}

static size_t count_newlines_sse2(const uint8_t *bytes, size_t count) {
    size_t newlines = 0;
    size_t i = 0;
    for (; i + 16 <= count; i += 16) {
        const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + i));
        const __m128i equal = _mm_cmpeq_epi8(block, _mm_set1_epi8('\n'));
        newlines += (size_t)__builtin_popcount((unsigned)_mm_movemask_epi8(equal));
    }
    return newlines + count_newlines_portable(bytes + i, count - i);
}

__attribute__((target("avx2,popcnt"))) static size_t count_newlines_avx2(const uint8_t *bytes, size_t count) {
    size_t newlines = 0;
    size_t i = 0;
    for (; i + 32 <= count; i += 32) {
        const __m256i block = _mm256_loadu_si256((const __m256i *)(bytes + i));
        const __m256i equal = _mm256_cmpeq_epi8(block, _mm256_set1_epi8('\n'));
        newlines += (size_t)__builtin_popcount((unsigned)_mm256_movemask_epi8(equal));
    }
    return newlines + count_newlines_sse2(bytes + i, count - i);
}

int tamis_quote_finder_variant_count(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") ? 3 : 2;
}

size_t tamis_find_quote_variant(int variant, const uint8_t *bytes, size_t count) {
    return variant == 2   ? find_quote_avx2(bytes, count)
           : variant == 1 ? find_quote_sse2(bytes, count)
                          : find_quote_portable(bytes, count);
}

size_t tamis_count_newlines_variant(int variant, const uint8_t *bytes, size_t count) {
    return variant == 2   ? count_newlines_avx2(bytes, count)
           : variant == 1 ? count_newlines_sse2(bytes, count)
                          : count_newlines_portable(bytes, count);
}

#else

int tamis_quote_finder_variant_count(void) {
    return 1;
}

size_t tamis_find_quote_variant(int variant, const uint8_t *bytes, size_t count) {
    (void)variant;
    return find_quote_portable(bytes, count);
}

size_t tamis_count_newlines_variant(int variant, const uint8_t *bytes, size_t count) {
    (void)variant;
    return count_newlines_portable(bytes, count);
}

#endif

size_t tamis_find_quote(const uint8_t *bytes, size_t count) {
    return tamis_find_quote_variant(tamis_quote_finder_variant_count() - 1, bytes, count);
}

size_t tamis_count_newlines(const uint8_t *bytes, size_t count) {
    return tamis_count_newlines_variant(tamis_quote_finder_variant_count() - 1, bytes, count);
}
