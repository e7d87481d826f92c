#include "text_blocks.h"

#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// One mask per kind of byte.
typedef struct {
    uint64_t letter, digit, connector;
    // May stand between two letters, between two digits, between two Hebrew letters, inside one word (UAX #29).
    uint64_t letter_middle, digit_middle, quote;
    uint64_t space, line_end, terminator, non_ascii;
    // The bytes of NEL (C2 85) and of U+2028 and U+2029 (E2 80 A8, E2 80 A9).
    uint64_t nel_lead, nel_tail, separator_lead, separator_middle, separator_tail;
} byte_classes;

// The last byte of the block before, as bit 0.
typedef struct {
    uint64_t letter, digit, non_ascii, space_or_non_ascii;
} border;

static inline int is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }
static inline int is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }

// Puts the classes together, with the `left` bytes at `next` that follow the block and the border before it.
static inline __attribute__((always_inline)) tamis_text_block combined(
    const byte_classes *c, const uint8_t *next, size_t left, border *border) {
    uint8_t first = left > 0 ? next[0] : 0, second = left > 1 ? next[1] : 0;
    uint64_t middle = c->letter_middle | c->digit_middle | c->quote;
    uint64_t letter_before = c->letter << 1 | border->letter;
    uint64_t letter_after = c->letter >> 1 | (uint64_t)is_letter(first) << 63;
    uint64_t digit_before = c->digit << 1 | border->digit;
    uint64_t digit_after = c->digit >> 1 | (uint64_t)is_digit(first) << 63;
    uint64_t non_ascii_before = c->non_ascii << 1 | border->non_ascii;
    uint64_t non_ascii_after = c->non_ascii >> 1 | (uint64_t)(first >> 7) << 63;
    uint64_t gap = c->space | c->non_ascii;

    uint64_t joint = (c->letter_middle & letter_before & letter_after) | (c->digit_middle & digit_before & digit_after)
        | c->connector;
    uint64_t foreign = c->non_ascii | (middle & (non_ascii_before | non_ascii_after));
    tamis_text_block block = {
        .line_end = c->line_end,
        .space = c->space,
        .irregular = c->non_ascii | (c->space & (gap << 1 | border->space_or_non_ascii)),
        .run = c->letter | c->digit | joint | foreign,
        .joint = joint,
        .foreign = foreign,
        .terminator = c->terminator,
    };
    if (c->nel_lead | c->separator_lead) {
        uint64_t tail = c->nel_tail >> 1 | (uint64_t)(first == 0x85) << 63;
        uint64_t middle_tail = c->separator_middle >> 1 | (uint64_t)(first == 0x80) << 63;
        uint64_t last_tail = c->separator_tail >> 2 | (uint64_t)((first | 1) == 0xA9) << 62
            | (uint64_t)((second | 1) == 0xA9) << 63;
        block.line_end |= (c->nel_lead & tail) | (c->separator_lead & middle_tail & last_tail);
    }
    border->letter = c->letter >> 63;
    border->digit = c->digit >> 63;
    border->non_ascii = c->non_ascii >> 63;
    border->space_or_non_ascii = gap >> 63;
    return block;
}

// The definition, byte by byte, for machines without one of the sets below and for tests.
static byte_classes classes_portable(const uint8_t *bytes, uint8_t *lowered) {
    byte_classes c = {0};
    for (int i = 0; i < 64; i++) {
        uint8_t b = bytes[i];
        uint64_t bit = 1ull << i;
        int is_space = (b >= 9 && b <= 13) || b == ' ';
        lowered[i] = is_space ? ' ' : is_letter(b) ? b | 0x20 : b;
        if (is_letter(b)) c.letter |= bit;
        else if (is_digit(b)) c.digit |= bit;
        else if (is_space) c.space |= bit;
        switch (b) {
        case '\n': case '\r': c.line_end |= bit; break;
        case '_': c.connector |= bit; break;
        case '.': c.terminator |= bit; c.letter_middle |= bit; c.digit_middle |= bit; break;
        case '\'': c.letter_middle |= bit; c.digit_middle |= bit; break;
        case ':': c.letter_middle |= bit; break;
        case ',': case ';': c.digit_middle |= bit; break;
        case '"': c.quote |= bit; break;
        case '!': case '?': c.terminator |= bit; break;
        case 0xC2: c.nel_lead |= bit; break;
        case 0x85: c.nel_tail |= bit; break;
        case 0x80: c.separator_middle |= bit; break;
        case 0xA8: case 0xA9: c.separator_tail |= bit; break;
        default: break;
        }
        if (b == 0xE2) c.separator_lead |= bit;
        if (b >= 0x80) c.non_ascii |= bit;
        if ((b >= 0xD6 && b <= 0xDF) || (b >= 0xE0 && b <= 0xE3) || b == 0xEA || b == 0xEF || b == 0xF0) {
            c.terminator |= bit;
        }
    }
    return c;
}

static void blocks_portable(const uint8_t *bytes, size_t count, uint8_t *lowered, tamis_text_block *blocks) {
    border border = {0};
    for (size_t start = 0; start < count; start += 64) {
        size_t here = count - start < 64 ? count - start : 64;
        uint8_t block[64] = {0};
        memcpy(block, bytes + start, here);
        byte_classes classes = classes_portable(block, lowered + start);
        blocks[start / 64] = combined(&classes, bytes + start + here, count - start - here, &border);
    }
}

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)

#if defined(__x86_64__)
// Keeps the compiler from joining two masks to one of 64 bits before they are made, which AVX2 has no instruction for.
static inline __attribute__((always_inline)) uint64_t opaque(uint64_t mask) {
    __asm__("" : "+r"(mask));
    return mask;
}

#define NAME sse2
#define TARGET target("sse2")
#define WIDTH 16
#define MOVE_MASK(v) (uint16_t)_mm_movemask_epi8((__m128i)(v))
#include "text_block_classes.h"
#define NAME avx2
#define TARGET target("avx2,bmi,bmi2")
#define WIDTH 32
#define MOVE_MASK(v) (uint32_t)_mm256_movemask_epi8((__m256i)(v))
#include "text_block_classes.h"
#define NAME avx512
#define TARGET target("avx2,bmi,bmi2,avx512f,avx512bw,avx512vl,avx512dq")
#define WIDTH 64
#define MOVE_MASK(v) _mm512_movepi8_mask((__m512i)(v))
#include "text_block_classes.h"
#endif

void tamis_text_blocks_on(
    tamis_cpu cpu, const uint8_t *bytes, size_t count, uint8_t *lowered, tamis_text_block *blocks) {
    switch (cpu) {
#if defined(__x86_64__)
    case TAMIS_CPU_AVX512: blocks_avx512(bytes, count, lowered, blocks); return;
    case TAMIS_CPU_AVX2: blocks_avx2(bytes, count, lowered, blocks); return;
    case TAMIS_CPU_SSE2: blocks_sse2(bytes, count, lowered, blocks); return;
#endif
    default: blocks_portable(bytes, count, lowered, blocks); return;
    }
}

void tamis_text_blocks(const uint8_t *bytes, size_t count, uint8_t *lowered, tamis_text_block *blocks) {
    tamis_text_blocks_on(tamis_cpu_chosen(), bytes, count, lowered, blocks);
}
