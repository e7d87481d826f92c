// The share of equal values in two signatures estimates the Jaccard similarity of the sets (Broder 1997). With two shingles
// x and y, whose lower 32 bits are 7 and 9, and the first three functions a·x + b modulo 2^32 being 3x + 1, 5x + 2^32 - 40
// and 7x:
//
//     x     22   2^32 - 5   49
//     y     28          5   63
//     min   22          5   49
//
// Outside go the functions, as many as fit the registers with their factors and minima; inside go the shingles, each
// loaded once and met by all of them.
#include "min_hash.h"

#include <string.h>

#include "split_mix.h"

// Functions are computed for whole vectors; the values beyond 120 are dropped.
enum { LANES = 128 };

#define EIGHT(item, i) item(i), item(i + 1), item(i + 2), item(i + 3), item(i + 4), item(i + 5), item(i + 6), item(i + 7)
#define ALL_LANES(item) \
    EIGHT(item, 0), EIGHT(item, 8), EIGHT(item, 16), EIGHT(item, 24), EIGHT(item, 32), EIGHT(item, 40), \
    EIGHT(item, 48), EIGHT(item, 56), EIGHT(item, 64), EIGHT(item, 72), EIGHT(item, 80), EIGHT(item, 88), \
    EIGHT(item, 96), EIGHT(item, 104), EIGHT(item, 112), EIGHT(item, 120)
#define FACTOR(i) ((uint32_t)SPLIT_MIX(i) | 1)
#define ADDEND(i) ((uint32_t)(SPLIT_MIX(i) >> 32))

static const uint32_t factors[LANES] = {ALL_LANES(FACTOR)};
static const uint32_t addends[LANES] = {ALL_LANES(ADDEND)};

// The definition.
static void min_hash_portable(const uint64_t *shingles, size_t count, uint32_t *minima) {
    for (int lane = 0; lane < TAMIS_SIGNATURE_VALUES; lane++) {
        uint32_t least = UINT32_MAX;
        for (size_t i = 0; i < count; i++) {
            uint32_t hash = factors[lane] * (uint32_t)shingles[i] + addends[lane];
            if (hash < least) least = hash;
        }
        minima[lane] = least;
    }
}

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)

#if defined(__x86_64__)
#define NAME sse2
#define TARGET target("sse2")
#define WIDTH 16
#define TOGETHER 3
#include "min_hash_lanes.h"
#define NAME avx2
#define TARGET target("avx2,bmi,bmi2")
#define WIDTH 32
#define TOGETHER 5
#include "min_hash_lanes.h"
#define NAME avx512
#define TARGET target("avx2,bmi,bmi2,avx512f,avx512bw,avx512vl,avx512dq")
#define WIDTH 64
#define TOGETHER 8
#include "min_hash_lanes.h"
#endif

void tamis_min_hash_on(tamis_cpu cpu, const uint64_t *shingles, size_t count, uint32_t *minima) {
    switch (cpu) {
#if defined(__x86_64__)
    case TAMIS_CPU_AVX512: min_hash_avx512(shingles, count, minima); return;
    case TAMIS_CPU_AVX2: min_hash_avx2(shingles, count, minima); return;
    case TAMIS_CPU_SSE2: min_hash_sse2(shingles, count, minima); return;
#endif
    default: min_hash_portable(shingles, count, minima); return;
    }
}

void tamis_min_hash(const uint64_t *shingles, size_t count, uint32_t *minima) {
    tamis_min_hash_on(tamis_cpu_chosen(), shingles, count, minima);
}
