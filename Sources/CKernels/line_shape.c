// Example: of "By Ann Lee | 5 May 2024" a table tells each byte's class, and 32 are looked up together. Its rows of sixteen
// are asked one by one, each for the bytes whose upper half is the row's number. Then each class is a mask:
//
//     text         B y   A n n   L e e   |   5   M a y   2 0 2 4
//     uppercase    1 . . 1 . . . 1 . . . . . . . 1 . . . . . . .     four capitals
//     lowercase    . 1 . . 1 1 . . 1 1 . . . . . . 1 1 . . . . .
//     the same, moved by one, and uppercase                          none: no words run together
#include "line_shape.h"

#include <string.h>

const uint8_t tamis_byte_classes[256] = {
    ['a' ... 'z'] = TAMIS_BYTE_LOWERCASE, ['A' ... 'Z'] = TAMIS_BYTE_UPPERCASE, ['0' ... '9'] = TAMIS_BYTE_DIGIT,
    ['\t'] = TAMIS_BYTE_SPACE, [' '] = TAMIS_BYTE_SPACE,
    ['.'] = TAMIS_BYTE_STOP, ['!'] = TAMIS_BYTE_STOP, ['?'] = TAMIS_BYTE_STOP,
    [','] = TAMIS_BYTE_COMMA, [';'] = TAMIS_BYTE_COMMA, [':'] = TAMIS_BYTE_COLON,
    ['|'] = TAMIS_BYTE_SEPARATOR, ['/'] = TAMIS_BYTE_SEPARATOR, ['>'] = TAMIS_BYTE_SEPARATOR,
    ['<'] = TAMIS_BYTE_SEPARATOR, ['\\'] = TAMIS_BYTE_SEPARATOR, ['~'] = TAMIS_BYTE_SEPARATOR,
    ['*'] = TAMIS_BYTE_SEPARATOR, ['_'] = TAMIS_BYTE_SEPARATOR, ['+'] = TAMIS_BYTE_SEPARATOR,
    ['='] = TAMIS_BYTE_SEPARATOR,
    ['"'] = TAMIS_BYTE_QUOTE, ['\''] = TAMIS_BYTE_QUOTE,
    ['('] = TAMIS_BYTE_BRACKET, [')'] = TAMIS_BYTE_BRACKET, ['['] = TAMIS_BYTE_BRACKET, [']'] = TAMIS_BYTE_BRACKET,
    ['{'] = TAMIS_BYTE_BRACKET, ['}'] = TAMIS_BYTE_BRACKET, ['-'] = TAMIS_BYTE_DASH,
    ['@'] = TAMIS_BYTE_SIGN, ['#'] = TAMIS_BYTE_SIGN, ['&'] = TAMIS_BYTE_SIGN,
    ['$'] = TAMIS_BYTE_MONEY, ['%'] = TAMIS_BYTE_MONEY,
    [0x80 ... 0xC1] = TAMIS_BYTE_CONTINUATION, [0xC2 ... 0xF4] = TAMIS_BYTE_LEAD,
    [0xF5 ... 0xFF] = TAMIS_BYTE_CONTINUATION,
};

// Looks at what a lead byte begins, of which `left` bytes are there.
static void note_foreign(const uint8_t *bytes, size_t left, tamis_line_shape *shape) {
    if (left < 2) return;
    switch (bytes[0] << 8 | bytes[1]) {
    case 0xC2A9: shape->copyright += 1; break;
    case 0xC2AB: case 0xC2B7: case 0xC2BB: case 0xE286: case 0xE296: case 0xE297: shape->foreign_separator += 1; break;
    case 0xE280:
        shape->foreign_separator += left > 2 && (bytes[2] == 0xA2 || bytes[2] == 0xB9 || bytes[2] == 0xBA);
        break;
    default: break;
    }
}

// The definition, byte by byte, for machines without the set below and for tests.
static tamis_line_shape shape_portable(const uint8_t *bytes, size_t count) {
    uint8_t counts[16] = {0}, pairs[16][16] = {{0}};
    tamis_line_shape shape = {0};
    uint8_t previous = TAMIS_BYTE_SPACE;
    for (size_t i = 0; i < count; i++) {
        uint8_t class = tamis_byte_classes[bytes[i]];
        counts[class] += 1;
        pairs[previous][class] += 1;
        if (class == TAMIS_BYTE_LEAD) note_foreign(bytes + i, count - i, &shape);
        previous = class;
    }
    shape.lowercase = counts[TAMIS_BYTE_LOWERCASE];
    shape.uppercase = counts[TAMIS_BYTE_UPPERCASE];
    shape.digit = counts[TAMIS_BYTE_DIGIT];
    shape.stop = counts[TAMIS_BYTE_STOP];
    shape.comma = counts[TAMIS_BYTE_COMMA];
    shape.colon = counts[TAMIS_BYTE_COLON];
    shape.separator = counts[TAMIS_BYTE_SEPARATOR];
    shape.quote = counts[TAMIS_BYTE_QUOTE];
    shape.bracket = counts[TAMIS_BYTE_BRACKET];
    shape.dash = counts[TAMIS_BYTE_DASH];
    shape.sign = counts[TAMIS_BYTE_SIGN];
    shape.money = counts[TAMIS_BYTE_MONEY];
    shape.lead = counts[TAMIS_BYTE_LEAD];
    shape.glue = pairs[TAMIS_BYTE_LOWERCASE][TAMIS_BYTE_UPPERCASE];
    shape.inner_stop = pairs[TAMIS_BYTE_STOP][TAMIS_BYTE_SPACE];
    shape.time = pairs[TAMIS_BYTE_COLON][TAMIS_BYTE_DIGIT];
    shape.has_address = pairs[TAMIS_BYTE_STOP][TAMIS_BYTE_LOWERCASE] || pairs[TAMIS_BYTE_SEPARATOR][TAMIS_BYTE_SEPARATOR];
    return shape;
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 static inline __attribute__((always_inline, target("avx2,bmi,bmi2,popcnt")))

// What a row of the table, sixteen classes, has for the lower halves of 32 bytes; nothing for bytes from 128 on.
AVX2 __m256i row(int number, __m256i v) {
    __m128i classes = _mm_loadu_si128((const __m128i *)(tamis_byte_classes + 16 * number));
    return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(classes), v);
}

// The classes of 32 bytes: a blend chooses between two rows by one bit of each byte, moved to the top.
AVX2 __m256i classes_of(__m256i v) {
    __m256i by_bit_4 = _mm256_slli_epi16(v, 3), by_bit_5 = _mm256_slli_epi16(v, 2), by_bit_6 = _mm256_slli_epi16(v, 1);
    // Row 1, control characters, has no class at all.
    __m256i low = _mm256_blendv_epi8(
        _mm256_blendv_epi8(row(0, v), _mm256_setzero_si256(), by_bit_4),
        _mm256_blendv_epi8(row(2, v), row(3, v), by_bit_4), by_bit_5);
    __m256i high = _mm256_blendv_epi8(
        _mm256_blendv_epi8(row(4, v), row(5, v), by_bit_4), _mm256_blendv_epi8(row(6, v), row(7, v), by_bit_4), by_bit_5);
    // Lead bytes lie between continuations, as signed numbers from -62 to -12.
    __m256i lead = _mm256_and_si256(
        _mm256_cmpgt_epi8(v, _mm256_set1_epi8(-63)), _mm256_cmpgt_epi8(_mm256_set1_epi8(-11), v));
    return _mm256_or_si256(
        _mm256_blendv_epi8(low, high, by_bit_6), _mm256_and_si256(lead, _mm256_set1_epi8(TAMIS_BYTE_LEAD)));
}

AVX2 uint32_t mask_of(__m256i classes, char class) {
    return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(classes, _mm256_set1_epi8(class)));
}

AVX2 uint8_t count_of(uint32_t mask) {
    uint32_t count = (uint32_t)_mm_popcnt_u32(mask);
    // Keeps the compiler from gathering masks into a vector to count their bits, which takes longer.
    __asm__("" : "+r"(count));
    return (uint8_t)count;
}

static __attribute__((target("avx2,bmi,bmi2,popcnt"))) void shape_avx2(
    const uint8_t *bytes, size_t count, size_t readable, tamis_line_shape *shape) {
    static const uint8_t ones[64] = {[0 ... 31] = 0xFF};
    uint8_t copy[TAMIS_SHAPED_BYTES];
    if (readable < ((count + 31) & ~31ul)) bytes = memcpy(copy, bytes, count);
    __m128i sums = _mm_setzero_si128();
    uint32_t address = 0, before_lowercase = 0, before_stop = 0, before_colon = 0, before_separator = 0;
    *shape = (tamis_line_shape){0};
    for (size_t start = 0; start < count; start += 32) {
        // Bytes behind the last count as NUL, which is of no class that is counted.
        size_t left = count - start;
        __m256i kept = _mm256_loadu_si256((const __m256i *)(ones + 32 - (left < 32 ? left : 32)));
        __m256i classes = classes_of(_mm256_and_si256(_mm256_loadu_si256((const __m256i *)(bytes + start)), kept));
        uint32_t lowercase = mask_of(classes, TAMIS_BYTE_LOWERCASE), uppercase = mask_of(classes, TAMIS_BYTE_UPPERCASE);
        uint32_t digit = mask_of(classes, TAMIS_BYTE_DIGIT), stop = mask_of(classes, TAMIS_BYTE_STOP);
        uint32_t colon = mask_of(classes, TAMIS_BYTE_COLON), separator = mask_of(classes, TAMIS_BYTE_SEPARATOR);
        uint32_t lead = mask_of(classes, TAMIS_BYTE_LEAD), behind_stop = stop << 1 | before_stop;
        tamis_line_shape here;
        here.lowercase = count_of(lowercase);
        here.uppercase = count_of(uppercase);
        here.digit = count_of(digit);
        here.stop = count_of(stop);
        here.comma = count_of(mask_of(classes, TAMIS_BYTE_COMMA));
        here.colon = count_of(colon);
        here.separator = count_of(separator);
        here.quote = count_of(mask_of(classes, TAMIS_BYTE_QUOTE));
        here.bracket = count_of(mask_of(classes, TAMIS_BYTE_BRACKET));
        here.dash = count_of(mask_of(classes, TAMIS_BYTE_DASH));
        here.sign = count_of(mask_of(classes, TAMIS_BYTE_SIGN));
        here.money = count_of(mask_of(classes, TAMIS_BYTE_MONEY));
        here.lead = count_of(lead);
        here.glue = count_of((lowercase << 1 | before_lowercase) & uppercase);
        here.inner_stop = count_of(behind_stop & mask_of(classes, TAMIS_BYTE_SPACE));
        here.time = count_of((colon << 1 | before_colon) & digit);
        // Stored one by one, for putting bytes into a register takes longer.
        __asm__("" : "+m"(here));
        sums = _mm_add_epi8(sums, _mm_loadu_si128((const __m128i *)&here));
        address |= (behind_stop & lowercase) | ((separator << 1 | before_separator) & separator);
        before_lowercase = lowercase >> 31;
        before_stop = stop >> 31;
        before_colon = colon >> 31;
        before_separator = separator >> 31;
        for (; lead; lead &= lead - 1) {
            size_t place = start + (size_t)__builtin_ctz(lead);
            note_foreign(bytes + place, count - place, shape);
        }
    }
    _mm_storeu_si128((__m128i *)shape, sums);
    shape->has_address = address != 0;
}
#endif

void tamis_shape_line_on(
    tamis_cpu cpu, const uint8_t *bytes, size_t count, size_t readable, tamis_line_shape *shape) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) {
        shape_avx2(bytes, count, readable, shape);
        return;
    }
#endif
    *shape = shape_portable(bytes, count);
}
