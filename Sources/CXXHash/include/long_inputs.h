#ifndef TAMIS_LONG_INPUTS_H
#define TAMIS_LONG_INPUTS_H
#include <stddef.h>
#include <stdint.h>

#include "hash128.h"

// One build of xxhash.h per instruction set, all with equal results; plain is what the compiler's own target allows.
#define DECLARE(name) \
    uint64_t tamis_xxh3_64_##name(const void *bytes, size_t count, uint64_t seed); \
    tamis_hash128 tamis_xxh3_128_##name(const void *bytes, size_t count, uint64_t seed);
DECLARE(plain)
DECLARE(avx2)
DECLARE(avx512)
#undef DECLARE

#define DEFINE(name) \
    uint64_t tamis_xxh3_64_##name(const void *bytes, size_t count, uint64_t seed) { \
        return XXH3_64bits_withSeed(bytes, count, seed); \
    } \
    tamis_hash128 tamis_xxh3_128_##name(const void *bytes, size_t count, uint64_t seed) { \
        XXH128_hash_t hash = XXH3_128bits_withSeed(bytes, count, seed); \
        tamis_hash128 result = {hash.low64, hash.high64}; \
        return result; \
    }

#endif
