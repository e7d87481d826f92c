// Long JSON strings are skipped a block at a time. In `said \"no\" and left", "id": 7` the finder meets the escapes at 5
// and 9, steps over them, and ends at the closing quote (offset 20). A block is looked at once, however many escapes it
// has: their places are the bits of a mask.
#include "quote_finder.h"
#include "json_escape.h"
#include "string_blocks.h"

#include <string.h>

static inline int is_stop(uint8_t byte) {
    return byte == '"' || byte == '\\' || byte < 0x20;
}

/// Goes on from `extent.end`, a byte at a time.
static tamis_string_extent find_string_end_from(tamis_string_extent extent, const uint8_t *bytes, size_t count) {
    while (extent.end < count) {
        if (!is_stop(bytes[extent.end])) {
            extent.end += 1;
            continue;
        }
        const size_t length = bytes[extent.end] == '\\' ? escape_length(bytes + extent.end, count - extent.end) : 0;
        if (length == 0) {
            break;
        }
        extent.end += length;
        extent.escape_count += 1;
    }
    return extent;
}

// Whether one of eight bytes is a stop: the top bit of a byte tells that it is below 0x20, or no more than an exclusive or
// with the quote or the backslash leaves; a byte above 0x7F is none. A stop may make the byte above it look like one.
static inline int holds_stop(const uint8_t *bytes) {
    const uint64_t ones = 0x0101010101010101ull;
    uint64_t eight;
    memcpy(&eight, bytes, 8);
    const uint64_t quote = eight ^ ones * '"', backslash = eight ^ ones * '\\';
    return (((eight - ones * 0x20) | (quote - ones) | (backslash - ones)) & ~eight & ones * 0x80) != 0;
}

static size_t find_quote_from(size_t start, const uint8_t *bytes, size_t count) {
    while (count - start >= 8 && !holds_stop(bytes + start)) {
        start += 8;
    }
    while (start < count && !is_stop(bytes[start])) {
        start += 1;
    }
    return start;
}

static size_t count_newlines_from(size_t start, const uint8_t *bytes, size_t count) {
    size_t newlines = 0;
    for (size_t i = start; i < count; i += 1) {
        newlines += bytes[i] == '\n';
    }
    return newlines;
}

#if defined(__x86_64__)
#include <immintrin.h>

static inline uint32_t stops_sse2(const uint8_t *bytes) {
    const __m128i block = _mm_loadu_si128((const __m128i *)bytes);
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1f)), block);
    const __m128i quote = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
    const __m128i backslash = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(quote, backslash)));
}

__attribute__((target("avx2"))) static inline uint32_t stops_avx2(const uint8_t *bytes) {
    const __m256i block = _mm256_loadu_si256((const __m256i *)bytes);
    const __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(block, _mm256_set1_epi8(0x1f)), block);
    const __m256i quote = _mm256_cmpeq_epi8(block, _mm256_set1_epi8('"'));
    const __m256i backslash = _mm256_cmpeq_epi8(block, _mm256_set1_epi8('\\'));
    return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(control, _mm256_or_si256(quote, backslash)));
}

static inline uint32_t newlines_sse2(const uint8_t *bytes) {
    const __m128i block = _mm_loadu_si128((const __m128i *)bytes);
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_set1_epi8('\n')));
}

__attribute__((target("avx2"))) static inline uint32_t newlines_avx2(const uint8_t *bytes) {
    const __m256i block = _mm256_loadu_si256((const __m256i *)bytes);
    return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block, _mm256_set1_epi8('\n')));
}

/// Steps over the escapes among the `width` bytes at `block`, whose stops these are; 1 at the end of the string.
static inline __attribute__((always_inline)) int step_over_stops(
    tamis_string_extent *extent, uint64_t stops, size_t block, size_t width, const uint8_t *bytes, size_t count) {
    extent->end = block + width;
    while (stops != 0) {
        const size_t place = (size_t)__builtin_ctzll(stops);
        const uint8_t *stop = bytes + block + place;
        const size_t length = *stop == '\\' ? escape_length(stop, count - block - place) : 0;
        if (length == 0) {
            extent->end = block + place;
            return 1;
        }
        extent->escape_count += 1;
        if (place + length >= width) {
            extent->end = block + place + length;
            break;
        }
        stops &= UINT64_MAX << (place + length);
    }
    return 0;
}

static tamis_string_extent find_string_end_sse2(const uint8_t *bytes, size_t count) {
    tamis_string_extent extent = {0, 0};
    while (count - extent.end >= 16) {
        if (step_over_stops(&extent, stops_sse2(bytes + extent.end), extent.end, 16, bytes, count)) {
            return extent;
        }
    }
    return find_string_end_from(extent, bytes, count);
}

/// Takes blocks of 64 bytes whole where all escapes in them are of one letter: no branch depends on their places.
static inline __attribute__((always_inline)) tamis_string_extent find_string_end_blocks(
    const uint8_t *bytes, size_t count, string_block (*block_at)(const uint8_t *)) {
    tamis_string_extent extent = {0, 0};
    uint64_t carry = 0;
    while (count - extent.end >= 64) {
        const string_block block = block_at(bytes + extent.end);
        uint64_t next_carry = carry;
        const uint64_t escaped = escaped_bytes(block.backslash, &next_carry);
        if ((escaped & (block.u | ~block.letter)) | (~escaped & (block.quote | block.control))) {
            const uint64_t stops = block.quote | block.backslash | block.control;
            if (carry == 0) {
                if (step_over_stops(&extent, stops, extent.end, 64, bytes, count)) {
                    return extent;
                }
                continue;
            }
            // The escape that began in the block before is stepped over by itself.
            const size_t length = escape_length(bytes + extent.end - 1, count - extent.end + 1);
            if (length == 0) {
                extent.end -= 1;
                return extent;
            }
            extent.end += length - 1;
            extent.escape_count += 1;
            carry = 0;
            continue;
        }
        extent.escape_count += (size_t)__builtin_popcountll(escaped);
        extent.end += 64;
        carry = next_carry;
    }
    extent.end -= carry;
    return find_string_end_from(extent, bytes, count);
}

STRING_AVX2 static tamis_string_extent find_string_end_avx2(const uint8_t *bytes, size_t count) {
    return find_string_end_blocks(bytes, count, string_block_avx2);
}

STRING_AVX512 static tamis_string_extent find_string_end_avx512(const uint8_t *bytes, size_t count) {
    return find_string_end_blocks(bytes, count, string_block_avx512);
}

// The loops, once for each block width. `STOPS` gives one bit per byte of a block.
#define BLOCK_KERNELS(SUFFIX, TARGET, WIDTH, STOPS, NEWLINES)                                                        \
    TARGET static size_t find_quote_##SUFFIX(const uint8_t *bytes, size_t count) {                                   \
        size_t i = 0;                                                                                                \
        for (; count - i >= WIDTH; i += WIDTH) {                                                                     \
            const uint32_t stops = STOPS(bytes + i);                                                                 \
            if (stops != 0) {                                                                                        \
                return i + (size_t)__builtin_ctz(stops);                                                             \
            }                                                                                                        \
        }                                                                                                            \
        return find_quote_from(i, bytes, count);                                                                     \
    }                                                                                                                \
                                                                                                                     \
    TARGET static size_t count_newlines_##SUFFIX(const uint8_t *bytes, size_t count) {                               \
        size_t newlines = 0;                                                                                         \
        size_t i = 0;                                                                                                \
        for (; count - i >= WIDTH; i += WIDTH) {                                                                     \
            newlines += (size_t)__builtin_popcount(NEWLINES(bytes + i));                                             \
        }                                                                                                            \
        return newlines + count_newlines_from(i, bytes, count);                                                      \
    }

BLOCK_KERNELS(sse2, , 16, stops_sse2, newlines_sse2)
BLOCK_KERNELS(avx2, __attribute__((target("avx2,popcnt,bmi"))), 32, stops_avx2, newlines_avx2)
#endif

tamis_string_extent tamis_find_string_end_on(tamis_cpu cpu, const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
    if (cpu == TAMIS_CPU_AVX512) {
        return find_string_end_avx512(bytes, count);
    }
    if (cpu == TAMIS_CPU_AVX2) {
        return find_string_end_avx2(bytes, count);
    }
    if (cpu == TAMIS_CPU_SSE2) {
        return find_string_end_sse2(bytes, count);
    }
#endif
    (void)cpu;
    return find_string_end_from((tamis_string_extent){0, 0}, bytes, count);
}

size_t tamis_find_quote_on(tamis_cpu cpu, const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) {
        return find_quote_avx2(bytes, count);
    }
    if (cpu == TAMIS_CPU_SSE2) {
        return find_quote_sse2(bytes, count);
    }
#endif
    (void)cpu;
    return find_quote_from(0, bytes, count);
}

size_t tamis_count_newlines_on(tamis_cpu cpu, const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) {
        return count_newlines_avx2(bytes, count);
    }
    if (cpu == TAMIS_CPU_SSE2) {
        return count_newlines_sse2(bytes, count);
    }
#endif
    (void)cpu;
    return count_newlines_from(0, bytes, count);
}

tamis_string_extent tamis_find_string_end(const uint8_t *bytes, size_t count) {
    return tamis_find_string_end_on(tamis_cpu_chosen(), bytes, count);
}

size_t tamis_find_quote(const uint8_t *bytes, size_t count) {
    return tamis_find_quote_on(tamis_cpu_chosen(), bytes, count);
}

size_t tamis_count_newlines(const uint8_t *bytes, size_t count) {
    return tamis_count_newlines_on(tamis_cpu_chosen(), bytes, count);
}
