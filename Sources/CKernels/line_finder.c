// Example: of "One line\n\nzwei  Wörter\n" the lines 0..<8 and 10..<23 are found. The first is regular: its exact folding is
// "one line", as it was written to `lowered`. The second has two blanks in a row and an accent.
#include "line_finder.h"

#include <string.h>

#include "lowered_masks.h"

static inline int is_ink(uint8_t byte) { return (uint8_t)(byte - 0x21) < 0x5E; }

// The bytes of the line end that begins here; 0 where none does.
static inline size_t line_end_length(const uint8_t *bytes, size_t left) {
    switch (bytes[0]) {
    case '\r': return left > 1 && bytes[1] == '\n' ? 2 : 1;
    case '\n': return 1;
    case 0xC2: return left > 1 && bytes[1] == 0x85 ? 2 : 0;
    case 0xE2: return left > 2 && bytes[1] == 0x80 && (bytes[2] | 1) == 0xA9 ? 3 : 0;
    default: return 0;
    }
}

// Adds the line that stops here, unless it is empty; returns how many lines there are then.
static inline size_t add_line(
    const tamis_line_search *search, size_t stop, size_t end, int is_irregular, tamis_line *lines, size_t count) {
    const size_t start = search->line_start;
    if (start == stop) return count;
    const int is_regular = !is_irregular && is_ink(search->bytes[start]) && is_ink(search->bytes[stop - 1]);
    lines[count] = (tamis_line){start, stop, end, is_regular};
    return count + 1;
}

#if defined(__x86_64__)
#define NAME sse2
#define TARGET target("sse2")
#define WIDTH 16
#define MOVE_MASK(v) (uint16_t)_mm_movemask_epi8((__m128i)(v))
#include "line_finder_loop.h"
#define NAME avx2
#define TARGET target("avx2,bmi,bmi2")
#define WIDTH 32
#define MOVE_MASK(v) (uint32_t)_mm256_movemask_epi8((__m256i)(v))
#include "line_finder_loop.h"
#define NAME avx512
#define TARGET target("avx2,bmi,bmi2,avx512f,avx512bw,avx512vl,avx512dq")
#define WIDTH 64
#define MOVE_MASK(v) _mm512_movepi8_mask((__m512i)(v))
#include "line_finder_loop.h"
#endif
#define NAME portable
#define TARGET unused
#define WIDTH 8
#define MOVE_MASK(v) bits_of_bytes((const uint8_t *)&(v))
#include "line_finder_loop.h"

size_t tamis_find_lines_on(tamis_cpu cpu, tamis_line_search *search, tamis_line lines[TAMIS_LINES_AT_ONCE]) {
    switch (cpu) {
#if defined(__x86_64__)
    case TAMIS_CPU_AVX512: return find_lines_avx512(search, lines);
    case TAMIS_CPU_AVX2: return find_lines_avx2(search, lines);
    case TAMIS_CPU_SSE2: return find_lines_sse2(search, lines);
#endif
    default: return find_lines_portable(search, lines);
    }
}

size_t tamis_find_lines(tamis_line_search *search, tamis_line lines[TAMIS_LINES_AT_ONCE]) {
    return tamis_find_lines_on(tamis_cpu_chosen(), search, lines);
}
