// `caf\u00e9 \ud83d\ude00` becomes `café 😀`: blocks are copied until one holds a backslash; the bytes before it stay, and
// the escape's character is written over the rest.
#include "json_escape.h"
#include "quote_finder.h"

/// Writes `scalar`, a lone surrogate included, in one to four bytes; returns how many.
static inline uint8_t write_scalar(uint32_t scalar, uint8_t *target) {
    if (scalar < 0x80) {
        target[0] = (uint8_t)scalar;
        return 1;
    }
    if (scalar < 0x800) {
        target[0] = (uint8_t)(0xC0 | scalar >> 6);
        target[1] = (uint8_t)(0x80 | (scalar & 0x3F));
        return 2;
    }
    if (scalar < 0x10000) {
        target[0] = (uint8_t)(0xE0 | scalar >> 12);
        target[1] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
        target[2] = (uint8_t)(0x80 | (scalar & 0x3F));
        return 3;
    }
    target[0] = (uint8_t)(0xF0 | scalar >> 18);
    target[1] = (uint8_t)(0x80 | (scalar >> 12 & 0x3F));
    target[2] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
    target[3] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 4;
}

/// A string that is being decoded.
typedef struct {
    const uint8_t *raw;
    size_t count;
    uint8_t *decoded;
    tamis_escape *escapes;
    size_t escape_capacity;
    /// The offset of the next raw byte.
    size_t position;
    tamis_decoded_extent extent;
} decoding;

/// Notes an escape of `raw_count` bytes, written as `decoded_count`, and steps over it.
__attribute__((always_inline)) static inline void note_escape(
    decoding *string, uint8_t decoded_count, uint8_t raw_count) {
    string->escapes[string->extent.escape_count] = (tamis_escape){
        (uint32_t)string->extent.decoded_count, (uint32_t)string->position, decoded_count, raw_count};
    string->extent.escape_count += 1;
    string->extent.decoded_count += decoded_count;
    string->position += raw_count;
}

/// Decodes the escape that starts here, with its partner if it is half of a pair; 0 when that cannot be done.
__attribute__((always_inline)) static inline int decode_escape(decoding *string) {
    const uint8_t *bytes = string->raw + string->position;
    uint8_t *target = string->decoded + string->extent.decoded_count;
    const size_t left = string->count - string->position;
    const size_t length = escape_length(bytes, left);
    if (length == 0 || string->extent.escape_count == string->escape_capacity) {
        return 0;
    }
    if (length == 2) {
        *target = short_escapes[bytes[1]];
        note_escape(string, 1, 2);
        return 1;
    }
    const uint32_t unit = code_unit(bytes + 2);
    if ((unit & 0xFC00) == 0xD800 && left >= 12 && bytes[6] == '\\' && bytes[7] == 'u') {
        const uint32_t low = code_unit(bytes + 8);
        if ((low & 0xFFFFFC00) == 0xDC00) {
            note_escape(string, write_scalar(0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF), target), 12);
            return 1;
        }
    }
    note_escape(string, write_scalar(unit, target), 6);
    return 1;
}

/// Goes on a byte at a time.
static inline tamis_decoded_extent decode_rest(decoding string) {
    while (string.position < string.count) {
        if (string.raw[string.position] == '\\') {
            if (!decode_escape(&string)) {
                break;
            }
            continue;
        }
        string.decoded[string.extent.decoded_count] = string.raw[string.position];
        string.extent.decoded_count += 1;
        string.position += 1;
    }
    return string.extent;
}

#if defined(__x86_64__)
#include <immintrin.h>

static inline uint32_t copy_sse2(const uint8_t *raw, uint8_t *decoded) {
    const __m128i block = _mm_loadu_si128((const __m128i *)raw);
    _mm_storeu_si128((__m128i *)decoded, block);
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_set1_epi8('\\')));
}

__attribute__((target("avx2"))) static inline uint32_t copy_avx2(const uint8_t *raw, uint8_t *decoded) {
    const __m256i block = _mm256_loadu_si256((const __m256i *)raw);
    _mm256_storeu_si256((__m256i *)decoded, block);
    return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block, _mm256_set1_epi8('\\')));
}

// `COPY` copies a block and gives one bit per backslash. Text is never longer than its spelling, so that there is room
// for a block in `decoded` wherever there is one in `raw`. Escapes of one letter, nearly all, take the short way.
#define DECODE(SUFFIX, TARGET, WIDTH, COPY)                                                                          \
    TARGET static tamis_decoded_extent decode_##SUFFIX(decoding string) {                                            \
        while (string.count - string.position > WIDTH) {                                                             \
            const uint32_t backslashes =                                                                             \
                COPY(string.raw + string.position, string.decoded + string.extent.decoded_count);                    \
            if (backslashes == 0) {                                                                                  \
                string.position += WIDTH;                                                                            \
                string.extent.decoded_count += WIDTH;                                                                \
                continue;                                                                                            \
            }                                                                                                        \
            string.position += (size_t)__builtin_ctz(backslashes);                                                   \
            string.extent.decoded_count += (size_t)__builtin_ctz(backslashes);                                       \
            const uint8_t character = short_escapes[string.raw[string.position + 1]];                                \
            if (character != 0 && string.extent.escape_count < string.escape_capacity) {                             \
                string.decoded[string.extent.decoded_count] = character;                                             \
                note_escape(&string, 1, 2);                                                                          \
            } else if (!decode_escape(&string)) {                                                                    \
                return string.extent;                                                                                \
            }                                                                                                        \
        }                                                                                                            \
        return decode_rest(string);                                                                                  \
    }

DECODE(sse2, , 16, copy_sse2)
DECODE(avx2, __attribute__((target("avx2,bmi"))), 32, copy_avx2)
#endif

tamis_decoded_extent tamis_decode_string_on(
    tamis_cpu cpu, const uint8_t *raw, size_t count, uint8_t *decoded, tamis_escape *escapes, size_t escape_capacity) {
    decoding string = {raw, count, decoded, escapes, escape_capacity, 0, {0, 0}};
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) {
        return decode_avx2(string);
    }
    if (cpu == TAMIS_CPU_SSE2) {
        return decode_sse2(string);
    }
#endif
    (void)cpu;
    return decode_rest(string);
}

tamis_decoded_extent tamis_decode_string(
    const uint8_t *raw, size_t count, uint8_t *decoded, tamis_escape *escapes, size_t escape_capacity) {
    return tamis_decode_string_on(tamis_cpu_chosen(), raw, count, decoded, escapes, escape_capacity);
}
