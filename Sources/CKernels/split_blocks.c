#include "split_blocks.h"

#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// The bytes behind the end of a text are blanks.
static void fill_last(uint8_t *block, const uint8_t *bytes, size_t count) {
    memset(block, ' ', 64);
    memcpy(block, bytes, count);
}

// The definition, byte by byte, for machines without one of the sets below and for tests.
static tamis_split_block masks_portable(const uint8_t *bytes) {
    tamis_split_block masks = {0};
    for (int i = 0; i < 64; i++) {
        uint8_t b = bytes[i];
        uint64_t bit = 1ull << i;
        int is_letter = (uint8_t)((b | 0x20) - 'a') < 26;
        int is_line_end = (b >= 0x0A && b <= 0x0D) || (b >= 0x1C && b <= 0x1E);
        if (is_letter) masks.letter |= bit;
        if (is_letter || (b >= '0' && b <= '9') || b == '_') masks.word |= bit;
        if (is_line_end) masks.line_end |= bit;
        if (is_line_end || b == ' ' || b == 0x09 || b == 0x1F) masks.space |= bit;
        if (b == '.' || b == '!' || b == '?') masks.terminal |= bit;
        if (b == '#' || b == '[' || b == '{' || b == '}') masks.sign |= bit;
        if (b >= 0x80) masks.non_ascii |= bit;
        if (b == 0xC2 || (b >= 0xE1 && b <= 0xE3)) masks.lead |= bit;
    }
    return masks;
}

static void split_portable(const uint8_t *bytes, size_t count, tamis_split_block *blocks) {
    for (size_t start = 0; start < count; start += 64) {
        uint8_t block[64];
        fill_last(block, bytes + start, count - start < 64 ? count - start : 64);
        blocks[start / 64] = masks_portable(block);
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
#include "split_block_masks.h"
#define NAME avx2
#define TARGET target("avx2,bmi,bmi2")
#define WIDTH 32
#define MOVE_MASK(v) (uint32_t)_mm256_movemask_epi8((__m256i)(v))
#include "split_block_masks.h"
#define NAME avx512
#define TARGET target("avx2,bmi,bmi2,avx512f,avx512bw,avx512vl,avx512dq")
#define WIDTH 64
#define MOVE_MASK(v) _mm512_movepi8_mask((__m512i)(v))
#include "split_block_masks.h"
#endif

void tamis_split_blocks_on(tamis_cpu cpu, const uint8_t *bytes, size_t count, tamis_split_block *blocks) {
    switch (cpu) {
#if defined(__x86_64__)
    case TAMIS_CPU_AVX512: split_avx512(bytes, count, blocks); return;
    case TAMIS_CPU_AVX2: split_avx2(bytes, count, blocks); return;
    case TAMIS_CPU_SSE2: split_sse2(bytes, count, blocks); return;
#endif
    default: split_portable(bytes, count, blocks); return;
    }
}

void tamis_split_blocks(const uint8_t *bytes, size_t count, tamis_split_block *blocks) {
    tamis_split_blocks_on(tamis_cpu_chosen(), bytes, count, blocks);
}
