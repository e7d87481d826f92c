// Example: of "Page 1,024 - Home" the letters, the first digit of the number and the blanks before what is kept are kept:
//
//     text     P a g e   1 , 0 2 4   -   H o m e
//     mapped   p a g e   0   0 0 0       h o m e
//     dropped                0 0 0                 behind a digit, with or without blanks between
//     kept     p a g e   0               h o m e   and the last blank before each of these, but for the first
//
// 64 bytes are looked at together, one bit each. A number's blanks are found by an addition: a bit added to the first of a
// run of blanks turns up behind the last.
#include "template_folding.h"

#include "kept_bytes.h"

typedef struct {
    uint64_t letter, digit, foreign;
} classes;

#define CLASSES "template_classes.h"
#include "two_widths.h"

static inline __attribute__((always_inline)) ptrdiff_t fold(
    const uint8_t *bytes, size_t count, uint8_t *folded, int is_near_folded,
    classes (*map)(const uint8_t *bytes, uint8_t *mapped, int is_near_folded)) {
    uint8_t mapped[128] = {0}, last[64];
    size_t length = 0;
    uint64_t is_after_blank = 0, is_after_number = 0;
    for (size_t start = 0; start < count; start += 64) {
        const uint8_t *block = bytes + start;
        if (count - start < 64) {
            memset(last, ' ', sizeof last);
            memcpy(last, block, count - start);
            block = last;
        }
        classes c = map(block, mapped, is_near_folded);
        if (c.foreign) return -1;
        uint64_t blank = ~(c.letter | c.digit);
        unsigned long long is_still_after_number;
        uint64_t behind =
            __builtin_addcll(blank, (c.digit << 1 & blank) | is_after_number, 0, &is_still_after_number) & ~blank;
        uint64_t kept = ~blank & ~(c.digit & (behind | c.digit << 1));
        uint64_t kept_blank = blank & kept >> 1;
        if (!length) kept_blank &= ~((kept & -kept) >> 1);
        if (length && kept & is_after_blank) folded[length++] = ' ';
        length = append(kept | kept_blank, mapped, folded, length);
        is_after_blank = blank >> 63;
        is_after_number = c.digit >> 63 | is_still_after_number;
    }
    return (ptrdiff_t)length;
}

#if defined(__x86_64__)
static __attribute__((AVX2_TARGET)) ptrdiff_t fold_text_avx2(const uint8_t *bytes, size_t count, uint8_t *folded) {
    return fold(bytes, count, folded, 0, map_avx2);
}

static __attribute__((AVX2_TARGET)) ptrdiff_t fold_near_avx2(const uint8_t *bytes, size_t count, uint8_t *folded) {
    return fold(bytes, count, folded, 1, map_avx2);
}
#endif

ptrdiff_t tamis_fold_template_on(tamis_cpu cpu, const uint8_t *bytes, size_t count, uint8_t *folded) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) return fold_text_avx2(bytes, count, folded);
#endif
    return fold(bytes, count, folded, 0, map_plain);
}

ptrdiff_t tamis_fold_near_to_template_on(tamis_cpu cpu, const uint8_t *bytes, size_t count, uint8_t *folded) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) return fold_near_avx2(bytes, count, folded);
#endif
    return fold(bytes, count, folded, 1, map_plain);
}

ptrdiff_t tamis_fold_template(const uint8_t *bytes, size_t count, uint8_t *folded) {
    return tamis_fold_template_on(tamis_cpu_chosen(), bytes, count, folded);
}

ptrdiff_t tamis_fold_near_to_template(const uint8_t *bytes, size_t count, uint8_t *folded) {
    return tamis_fold_near_to_template_on(tamis_cpu_chosen(), bytes, count, folded);
}
