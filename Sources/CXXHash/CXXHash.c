#include "CXXHash.h"

#include <CKernels.h>

#include "long_inputs.h"

#define DISPATCH(bits, bytes, count, seed) \
    switch (tamis_cpu_chosen()) { \
    case TAMIS_CPU_AVX512: return tamis_xxh3_##bits##_avx512(bytes, count, seed); \
    case TAMIS_CPU_AVX2: return tamis_xxh3_##bits##_avx2(bytes, count, seed); \
    default: return tamis_xxh3_##bits##_plain(bytes, count, seed); \
    }

uint64_t tamis_xxh3_64_long(const void *bytes, size_t count, uint64_t seed) { DISPATCH(64, bytes, count, seed) }

tamis_hash128 tamis_xxh3_128_long(const void *bytes, size_t count, uint64_t seed) { DISPATCH(128, bytes, count, seed) }
