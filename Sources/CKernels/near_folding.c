// Example: of "Mr. T – yes" the kernel folds what is before the dash; each first blank of a run is kept:
//
//     text     M r .   T   –
//     mapped   m r     t          letters in lower case, digits, control characters; blanks for all else
//     kept     m r     t          up to the dash, 5 bytes; the last white space ends there as well
#include "near_folding.h"

#include "kept_bytes.h"

typedef struct {
    // Bytes that stay, white space and bytes that are not ASCII.
    uint64_t kept, space, foreign;
} classes;

#define CLASSES "near_classes.h"
#include "two_widths.h"

static inline __attribute__((always_inline)) tamis_near_extent fold(
    const uint8_t *bytes, size_t count, int is_after_blank, uint8_t *folded,
    classes (*map)(const uint8_t *bytes, uint8_t *mapped)) {
    tamis_near_extent extent = {.is_after_blank = is_after_blank};
    uint8_t mapped[128] = {0}, last[64];
    while (extent.read < count) {
        size_t start = extent.read, left = count - start;
        const uint8_t *block = bytes + start;
        if (left < 64) {
            // The text ends where something else than ASCII begins.
            memset(last, 0xFF, sizeof last);
            memcpy(last, block, left);
            block = last;
        }
        classes c = map(block, mapped);
        uint64_t inside = c.foreign ? (c.foreign & -c.foreign) - 1 : ~0ull;
        if (!inside) break;
        uint64_t blank = ~c.kept & inside;
        uint64_t written = (c.kept & inside) | (blank & ~(blank << 1 | (uint64_t)(extent.is_after_blank != 0)));
        uint64_t space = c.space & inside;
        if (space) {
            int place = 63 - __builtin_clzll(space);
            extent.stretch_read = start + (size_t)place + 1;
            extent.stretch_written = extent.written + (size_t)__builtin_popcountll(written & ~0ull >> (63 - place));
        }
        extent.written = append(written, mapped, folded, extent.written);
        extent.is_after_blank = (blank & (inside & ~(inside >> 1))) != 0;
        extent.read = start + (size_t)__builtin_popcountll(inside);
        if (c.foreign) break;
    }
    return extent;
}

#if defined(__x86_64__)
static __attribute__((AVX2_TARGET)) tamis_near_extent fold_avx2(
    const uint8_t *bytes, size_t count, int is_after_blank, uint8_t *folded) {
    return fold(bytes, count, is_after_blank, folded, map_avx2);
}
#endif

tamis_near_extent tamis_fold_near_ascii_on(
    tamis_cpu cpu, const uint8_t *bytes, size_t count, int is_after_blank, uint8_t *folded) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) return fold_avx2(bytes, count, is_after_blank, folded);
#endif
    return fold(bytes, count, is_after_blank, folded, map_plain);
}

tamis_near_extent tamis_fold_near_ascii(const uint8_t *bytes, size_t count, int is_after_blank, uint8_t *folded) {
    return tamis_fold_near_ascii_on(tamis_cpu_chosen(), bytes, count, is_after_blank, folded);
}
