#ifndef TAMIS_JOINED_RUNS_H
#define TAMIS_JOINED_RUNS_H
#include <stddef.h>
#include <stdint.h>

// Words one behind the other without white space: word i is the bytes from offsets[i] to offsets[i + 1].
typedef struct {
    const uint8_t *bytes;
    const uint32_t *offsets;
    size_t word_count;
} tamis_joined_words;

// Leaves in `candidates` the words at which a run of `run_length` words begins whose first `prefix` bytes, a multiple of
// eight, another candidate has too, and all shorter runs; in the same order. Returns how many are left. `counters` are
// `counter_count` zeros, a power of two; `buckets` has room for a number per candidate. 32 bytes behind the last word are
// readable.
size_t tamis_narrow_runs(
    tamis_joined_words words, size_t run_length, size_t prefix, uint32_t *candidates, size_t count, uint8_t *counters,
    size_t counter_count, uint32_t *buckets);

// Writes to `repeats` the candidates at which a run begins that has begun at one before, and returns how many; behind a
// repeat the search goes on after its last word, and runs that begin inside of it are not remembered. `slots` are
// `slot_count` zeros, a power of two and at least twice the candidates.
size_t tamis_repeated_runs(
    tamis_joined_words words, size_t run_length, const uint32_t *candidates, size_t count, uint64_t *slots,
    size_t slot_count, uint32_t *repeats);

#endif
