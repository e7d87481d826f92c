#include "joined_runs.h"

#include <string.h>

#include "CXXHash.h"

static inline uint64_t first_bytes_key(const uint8_t *bytes, size_t prefix) {
    uint64_t key = 0;
    for (size_t i = 0; i < prefix; i += 8) {
        uint64_t part;
        memcpy(&part, bytes + i, 8);
        key = (key ^ (key >> 29) ^ part) * 0x9E3779B97F4A7C15ull;
    }
    return key;
}

static inline __attribute__((always_inline)) size_t narrow(
    tamis_joined_words words, size_t run_length, size_t prefix, uint32_t *candidates, size_t count, uint8_t *counters,
    size_t counter_count, uint32_t *buckets) {
    // A run that would go on behind the last word is none.
    while (count && candidates[count - 1] + run_length > words.word_count) count--;
    for (size_t i = 0; i < count; i++) {
        uint64_t key = first_bytes_key(words.bytes + words.offsets[candidates[i]], prefix);
        uint32_t bucket = (uint32_t)(key >> 40) & (uint32_t)(counter_count - 1);
        buckets[i] = bucket;
        // 0, 1, 3, 7, …: counts to eight without a branch.
        counters[bucket] = (uint8_t)(counters[bucket] << 1 | 1);
    }
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t word = candidates[i];
        uint32_t is_repeated = counters[buckets[i]] >> 1 & 1;
        uint32_t is_short = words.offsets[word + run_length] - words.offsets[word] < prefix;
        candidates[kept] = word;
        kept += is_repeated | is_short;
    }
    return kept;
}

size_t tamis_narrow_runs(
    tamis_joined_words words, size_t run_length, size_t prefix, uint32_t *candidates, size_t count, uint8_t *counters,
    size_t counter_count, uint32_t *buckets) {
    switch (prefix) {
    case 16: return narrow(words, run_length, 16, candidates, count, counters, counter_count, buckets);
    case 24: return narrow(words, run_length, 24, candidates, count, counters, counter_count, buckets);
    case 32: return narrow(words, run_length, 32, candidates, count, counters, counter_count, buckets);
    default: return narrow(words, run_length, prefix, candidates, count, counters, counter_count, buckets);
    }
}

size_t tamis_repeated_runs(
    tamis_joined_words words, size_t run_length, const uint32_t *candidates, size_t count, uint64_t *slots,
    size_t slot_count, uint32_t *repeats) {
    size_t repeat_count = 0, next = 0;
    for (size_t i = 0; i < count; i++) {
        size_t word = candidates[i];
        if (word < next) continue;
        if (word + run_length > words.word_count) break;
        uint32_t start = words.offsets[word];
        // 0 is a free slot.
        uint64_t hash = tamis_xxh3_64(words.bytes + start, words.offsets[word + run_length] - start, 0) | 1;
        size_t slot = (size_t)(hash >> 32) & (slot_count - 1);
        while (slots[slot] && slots[slot] != hash) slot = (slot + 1) & (slot_count - 1);
        if (slots[slot]) {
            repeats[repeat_count++] = (uint32_t)word;
            next = word + run_length;
        }
        slots[slot] = hash;
    }
    return repeat_count;
}
