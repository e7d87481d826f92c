// Example: "THE  Café’s" is folded in four steps. A vector of ASCII is lowered and written whole, of which the bytes up to
// the second blank count: "the ". The blank is stepped over, "caf" is the next vector's part, and "é" and "’" are looked up.
#include "exact_folding.h"

#include <string.h>

#include "Generated/unicode_tables.h"
#include "lowered_masks.h"

static inline int is_after_blank(const tamis_exact_folding *f) {
    return f->written == f->segment_start || f->output[f->written - 1] == ' ';
}

static inline void set_anchor(tamis_exact_folding *f) {
    f->anchor_source = f->position;
    f->anchor_output = f->written;
}

static inline int is_space(uint8_t byte) { return byte == ' ' || (uint8_t)(byte - 9) < 5; }

static inline int is_continuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

// Decodes a scalar; one byte where there is none, which has no properties.
static inline size_t decoded(const uint8_t *bytes, size_t left, uint32_t *scalar) {
    const uint8_t lead = bytes[0];
    *scalar = 0x110000u + lead;
    if (lead < 0xC2 || lead > 0xF4 || left < 2 || !is_continuation(bytes[1])) return 1;
    if (lead < 0xE0) {
        *scalar = (lead & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
        return 2;
    }
    if (left < 3 || !is_continuation(bytes[2])) return 1;
    if (lead < 0xF0) {
        const uint32_t value = (lead & 0xFu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
        if (value < 0x800 || (value & 0xF800) == 0xD800) return 1;
        *scalar = value;
        return 3;
    }
    if (left < 4 || !is_continuation(bytes[3])) return 1;
    const uint32_t value =
        (lead & 7u) << 18 | (bytes[1] & 0x3Fu) << 12 | (bytes[2] & 0x3Fu) << 6 | (bytes[3] & 0x3Fu);
    if (value < 0x10000 || value > 0x10FFFF) return 1;
    *scalar = value;
    return 4;
}

// Writes the folding of a letter of two bytes where it has two as well; 0 where there is another character.
static inline int fold_in_place(const uint8_t *bytes, uint8_t *output) {
    if (bytes[0] < 0xC3 || bytes[0] > 0xDF || !is_continuation(bytes[1])) return 0;
    const uint16_t form = tamis_exact_short_form((bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu));
    if (form < 0x100) return 0;
    output[0] = (uint8_t)form;
    output[1] = (uint8_t)(form >> 8);
    return 1;
}

// Writes the ASCII form of a quote, dash or ellipsis; 0 where it has none.
static inline size_t replaced(uint32_t scalar, uint8_t *output) {
    switch (scalar) {
    case 0x2018 ... 0x201B: case 0x2039: case 0x203A: output[0] = '\''; return 1;
    case 0x201C ... 0x201F: case 0xAB: case 0xBB: output[0] = '"'; return 1;
    case 0x2010 ... 0x2015: case 0x2212: output[0] = '-'; return 1;
    case 0x2026: memset(output, '.', 3); return 3;
    default: return 0;
    }
}

// Folds the non-ASCII character here; 0 where its neighbours may change it.
static inline int fold_character(tamis_exact_folding *f, size_t cut) {
    uint32_t scalar;
    const uint8_t *bytes = f->bytes + f->position;
    const size_t length = decoded(bytes, cut - f->position, &scalar);
    if (length == 2) {
        const uint16_t form = tamis_exact_short_form(scalar);
        if (form) {
            set_anchor(f);
            f->output[f->written] = (uint8_t)form;
            f->output[f->written + 1] = (uint8_t)(form >> 8);
            f->written += form < 0x100 ? 1 : 2;
            f->position += 2;
            return 1;
        }
    }
    const uint32_t properties = tamis_unicode_properties(scalar);
    if (properties & TAMIS_EXACT_INERT || scalar > 0x10FFFF) {
        set_anchor(f);
        for (size_t i = 0; i < length; i++) f->output[f->written + i] = bytes[i];
        f->written += length;
        f->position += length;
    } else if (properties & TAMIS_WHITE_SPACE) {
        if (!is_after_blank(f)) f->output[f->written++] = ' ';
        f->position += length;
        set_anchor(f);
    } else if (properties & TAMIS_DROPPED) {
        if (f->last_mark_end == f->position) f->last_mark_end += length;
        f->position += length;
    } else {
        if (properties & TAMIS_EXACT_MARK) return 0;
        const size_t count = replaced(scalar, f->output + f->written);
        if (!count) return 0;
        set_anchor(f);
        f->written += count;
        f->position += length;
    }
    return 1;
}

#if defined(__x86_64__)
#define NAME sse2
#define TARGET target("sse2")
#define WIDTH 16
#define MOVE_MASK(v) (uint16_t)_mm_movemask_epi8((__m128i)(v))
#include "exact_folding_loop.h"
#define NAME avx2
#define TARGET target("avx2,bmi,bmi2")
#define WIDTH 32
#define MOVE_MASK(v) (uint32_t)_mm256_movemask_epi8((__m256i)(v))
#include "exact_folding_loop.h"
#define NAME avx512
#define TARGET target("avx2,bmi,bmi2,avx512f,avx512bw,avx512vl,avx512dq")
#define WIDTH 64
#define MOVE_MASK(v) _mm512_movepi8_mask((__m512i)(v))
#include "exact_folding_loop.h"
#endif

#define NAME portable
#define TARGET unused
#define WIDTH 8
#define MOVE_MASK(v) bits_of_bytes((const uint8_t *)&(v))
#include "exact_folding_loop.h"

void tamis_fold_exact_on(tamis_cpu cpu, tamis_exact_folding *folding, size_t cut) {
    switch (cpu) {
#if defined(__x86_64__)
    case TAMIS_CPU_AVX512: fold_avx512(folding, cut); return;
    case TAMIS_CPU_AVX2: fold_avx2(folding, cut); return;
    case TAMIS_CPU_SSE2: fold_sse2(folding, cut); return;
#endif
    default: fold_portable(folding, cut); return;
    }
}

void tamis_fold_exact(tamis_exact_folding *folding, size_t cut) {
    tamis_fold_exact_on(tamis_cpu_chosen(), folding, cut);
}
