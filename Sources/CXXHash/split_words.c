// Words are found by walking the bits of the block masks. One of up to sixteen bytes is read as two numbers with zeros
// behind its end, whatever its length, so that no branch depends on it:
//
//     "sea "    73 65 61 00 00 00 00 00 | 00 00 00 00 00 00 00 00     hashed with the length 3
#include "split_words.h"

#include <string.h>

#include "CXXHash.h"

// Every pair of numbers has a hash of its own as far as 64 bits go, also where a factor of the product is zero.
static inline uint64_t hash_short(uint64_t low, uint64_t high, uint64_t length) {
    unsigned __int128 product =
        (unsigned __int128)(low ^ 0x9E3779B97F4A7C15ull) * (high ^ length ^ 0xA0761D6478BD642Full);
    uint64_t sum = low * 0xE7037ED1A0B428DBull + high * 0x8EBC6AF09C88C6E3ull + length;
    return (uint64_t)product ^ (uint64_t)(product >> 64) ^ sum;
}

// From byte 16 − n on: ones for n bytes, zeros for the others of sixteen.
static const uint8_t kept[32] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};

// Copies the word at `word` to `target` with what follows it, up to sixteen bytes, and returns its hash. What is written
// behind the word is overwritten by the next one. `left` bytes of the text begin with the word.
static inline __attribute__((always_inline)) uint64_t copy_and_hash(
    const uint8_t *restrict word, uint32_t length, size_t left, uint8_t *restrict target) {
    if (__builtin_expect(length > 16, 0)) {
        memcpy(target, word, length);
        return tamis_xxh3_64(word, length, 0);
    }
    uint64_t low, high;
    if (__builtin_expect(left >= 16, 1)) {
        memcpy(&low, word, 8);
        memcpy(&high, word + 8, 8);
    } else {
        uint8_t padded[16] = {0};
        memcpy(padded, word, length);
        memcpy(&low, padded, 8);
        memcpy(&high, padded + 8, 8);
    }
    memcpy(target, &low, 8);
    memcpy(target + 8, &high, 8);
    uint64_t low_kept, high_kept;
    memcpy(&low_kept, kept + 16 - length, 8);
    memcpy(&high_kept, kept + 24 - length, 8);
    return hash_short(low & low_kept, high & high_kept, length);
}

// The bit of a stop word, whose place of its own comes from a factor that was searched for; 0 of any other word.
static inline uint32_t stop_word_bit(const uint8_t *word, uint32_t length) {
    static const char stop_words[8][4] = {"be", "that", "the", "of", "with", "to", "have", "and"};
    uint32_t letters, expected;
    memcpy(&letters, word, 4);
    letters &= length < 4 ? ~(~0u << length * 8) : ~0u;
    uint32_t place = (letters * 0x6EC9D287u) >> 29;
    memcpy(&expected, stop_words[place], 4);
    return (uint32_t)(letters == expected && length <= 4) << place;
}

size_t tamis_count_split_words(const tamis_split_block *blocks, size_t block_count) {
    size_t count = 0;
    uint64_t carry = 0;
    for (size_t block = 0; block < block_count; block++) {
        uint64_t inside = ~blocks[block].space;
        count += (size_t)__builtin_popcountll(inside & ~(inside << 1 | carry));
        carry = inside >> 63;
    }
    return count;
}

tamis_split_extent tamis_split_words(
    const uint8_t *bytes, size_t count, const tamis_split_block *blocks, tamis_word *words, uint8_t *joined,
    uint32_t *offsets, uint32_t *odd) {
    tamis_split_extent extent = {0, 0};
    size_t word = 0;
    uint32_t joined_count = 0, start = 0;
    uint64_t carry = 0;
#define APPEND(from, to) \
    do { \
        uint32_t first = (from), length = (to) - first; \
        uint64_t hash = copy_and_hash(bytes + first, length, count - first, joined + joined_count); \
        words[word] = (tamis_word){first, first + length, hash}; \
        odd[extent.odd_count] = (uint32_t)word; \
        extent.odd_count += (uint8_t)((bytes[first] | 0x20) - 'a') >= 26; \
        extent.stop_words |= stop_word_bit(joined + joined_count, length); \
        offsets[word++] = joined_count; \
        joined_count += length; \
    } while (0)
    for (size_t block = 0; block * 64 < count; block++) {
        uint64_t inside = ~blocks[block].space, before = inside << 1 | carry;
        uint64_t starts = inside & ~before, ends = before & ~inside;
        uint32_t base = (uint32_t)(block * 64);
        if (carry && ends) {
            APPEND(start, base + (uint32_t)__builtin_ctzll(ends));
            ends &= ends - 1;
        }
        for (; ends; ends &= ends - 1, starts &= starts - 1) {
            APPEND(base + (uint32_t)__builtin_ctzll(starts), base + (uint32_t)__builtin_ctzll(ends));
        }
        if (starts) start = base + (uint32_t)__builtin_ctzll(starts);
        carry = inside >> 63;
    }
    if (carry) APPEND(start, (uint32_t)count);
#undef APPEND
    offsets[word] = joined_count;
    memset(joined + joined_count, 0, TAMIS_JOINED_SPARE_BYTES);
    return extent;
}
