#include <stdlib.h>

#include "CXXHash.h"

tamis_xxh3_stream *tamis_xxh3_stream_make(void) {
    XXH3_state_t *state = XXH3_createState();
    if (state == NULL) {
        abort();
    }
    XXH3_128bits_reset(state);
    return (tamis_xxh3_stream *)state;
}

void tamis_xxh3_stream_update(tamis_xxh3_stream *stream, const void *bytes, size_t count) {
    if (count > 0) {
        XXH3_128bits_update((XXH3_state_t *)stream, bytes, count);
    }
}

tamis_hash128 tamis_xxh3_stream_digest(const tamis_xxh3_stream *stream) {
    XXH128_hash_t hash = XXH3_128bits_digest((const XXH3_state_t *)stream);
    tamis_hash128 result = {hash.low64, hash.high64};
    return result;
}

void tamis_xxh3_stream_free(tamis_xxh3_stream *stream) {
    XXH3_freeState((XXH3_state_t *)stream);
}
