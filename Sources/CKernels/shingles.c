// A shingle is five words that follow each other; its hash is made of theirs, so that no byte is read twice:
//
//     words     the quick brown fox jumps over        hashes  a b c d e f
//     shingles  the quick brown fox jumps             mixed(a ^ b<<<13 ^ c<<<26 ^ d<<<39 ^ e<<<52)
//                   quick brown fox jumps over        mixed(b ^ c<<<13 ^ d<<<26 ^ e<<<39 ^ f<<<52)
//
// where <<< turns the 64 bits to the left, so that order counts, and `mixed` is the avalanche at the end of XXH3. It is
// one to one, so two shingles share a hash as seldom as random numbers do.
#include "shingles.h"

#include "cpu.h"
#include "split_mix.h"

static inline uint64_t turned(uint64_t hash, int places) { return hash << places | hash >> (64 - places); }

static inline uint64_t mixed(uint64_t hash) {
    hash ^= hash >> 37;
    hash *= 0x165667919E3779F9ull;
    return hash ^ hash >> 32;
}

static inline __attribute__((always_inline)) void hash_shingles(
    const tamis_word *restrict words, size_t count, uint64_t *restrict shingles) {
    for (size_t i = 0; i + TAMIS_SHINGLE_WORDS <= count; i++) {
        const tamis_word *word = words + i;
        shingles[i] = mixed(
            word[0].hash ^ turned(word[1].hash, 13) ^ turned(word[2].hash, 26) ^ turned(word[3].hash, 39)
            ^ turned(word[4].hash, 52));
    }
}

#if defined(__x86_64__)
// The compiler makes eight lanes of it, since this set can turn and multiply them.
__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq"))) static void hash_shingles_avx512(
    const tamis_word *words, size_t count, uint64_t *shingles) {
    hash_shingles(words, count, shingles);
}
#endif

void tamis_hash_shingles(const tamis_word *words, size_t count, uint64_t *shingles) {
#if defined(__x86_64__)
    if (tamis_cpu_chosen() == TAMIS_CPU_AVX512) {
        hash_shingles_avx512(words, count, shingles);
        return;
    }
#endif
    hash_shingles(words, count, shingles);
}

// An odd factor and an addend permute the numbers below 2^64. The values of the signature take the first 128 of SplitMix64.
#define PERMUTED(i, shingle) ((shingle) * (SPLIT_MIX(128 + 2 * (i)) | 1) + SPLIT_MIX(129 + 2 * (i)))

void tamis_least_shingles(const uint64_t *shingles, size_t count, uint64_t least[TAMIS_PERMUTATIONS]) {
    uint64_t a = least[0], b = least[1], c = least[2];
    for (size_t i = 0; i < count; i++) {
        uint64_t in_a = PERMUTED(0, shingles[i]), in_b = PERMUTED(1, shingles[i]), in_c = PERMUTED(2, shingles[i]);
        a = in_a < a ? in_a : a;
        b = in_b < b ? in_b : b;
        c = in_c < c ? in_c : c;
    }
    least[0] = a;
    least[1] = b;
    least[2] = c;
}
