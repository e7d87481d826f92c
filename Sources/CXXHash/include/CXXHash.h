#ifndef TAMIS_CXXHASH_H
#define TAMIS_CXXHASH_H

// Debian's xxhash.h, inlined into Swift through these wrappers. Equal bytes and seed give equal hashes on every machine.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "hash128.h"
#include "hash_words.h"
#include "joined_runs.h"
#include "long_inputs.h"
#include "simple_words.h"
#include "split_words.h"

// Longer inputs are hashed by vectors, in a build for this machine's instruction set.
enum { TAMIS_SHORT_INPUT_BYTES = 240 };
uint64_t tamis_xxh3_64_long(const void *bytes, size_t count, uint64_t seed);
tamis_hash128 tamis_xxh3_128_long(const void *bytes, size_t count, uint64_t seed);

static inline uint64_t tamis_xxh3_64(const void *bytes, size_t count, uint64_t seed) {
    if (count > TAMIS_SHORT_INPUT_BYTES) return tamis_xxh3_64_long(bytes, count, seed);
    return XXH3_64bits_withSeed(bytes, count, seed);
}

static inline tamis_hash128 tamis_xxh3_128(const void *bytes, size_t count, uint64_t seed) {
    if (count > TAMIS_SHORT_INPUT_BYTES) return tamis_xxh3_128_long(bytes, count, seed);
    XXH128_hash_t hash = XXH3_128bits_withSeed(bytes, count, seed);
    tamis_hash128 result = {hash.low64, hash.high64};
    return result;
}

// XXH3-128 of bytes that come piece by piece.
typedef struct tamis_xxh3_stream tamis_xxh3_stream;

/// Starts a stream; aborts where there is no memory, as Swift does.
tamis_xxh3_stream *tamis_xxh3_stream_make(void);
void tamis_xxh3_stream_update(tamis_xxh3_stream *stream, const void *bytes, size_t count);
tamis_hash128 tamis_xxh3_stream_digest(const tamis_xxh3_stream *stream);
void tamis_xxh3_stream_free(tamis_xxh3_stream *stream);

#endif
