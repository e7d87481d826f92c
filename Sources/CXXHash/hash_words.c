// Words are found by walking the bits of the block masks, but hashed apart: the length of the next word is anyone's guess,
// and a wrong guess of the processor costs more than a hash. So words are queued by the kind of hash their length asks
// for, and each queue is hashed in a loop of its own.
#include "hash_words.h"

#include "CXXHash.h"

enum { SHORTEST, SHORT, MIDDLE, LONG, KINDS, QUEUE = 512 };

typedef struct {
    const uint8_t *lowered;
    tamis_word *words;
    uint32_t queued[KINDS];
    uint32_t queue[KINDS][QUEUE];
} word_hasher;

#define HASH_QUEUE(kind, hash_function) \
    for (uint32_t i = 0; i < hasher->queued[kind]; i++) { \
        tamis_word *word = &hasher->words[hasher->queue[kind][i]]; \
        word->hash = hash_function(hasher->lowered + word->start, word->end - word->start, XXH3_kSecret, 0); \
    } \
    hasher->queued[kind] = 0

static inline uint64_t hash_long(const uint8_t *bytes, size_t count, const uint8_t *secret, uint64_t seed) {
    (void)secret;
    return tamis_xxh3_64(bytes, count, seed);
}

static void hash_queues(word_hasher *hasher) {
    HASH_QUEUE(SHORTEST, XXH3_len_1to3_64b);
    HASH_QUEUE(SHORT, XXH3_len_4to8_64b);
    HASH_QUEUE(MIDDLE, XXH3_len_9to16_64b);
    HASH_QUEUE(LONG, hash_long);
}

static inline void end_word(word_hasher *hasher, size_t index, uint32_t end) {
    tamis_word *word = &hasher->words[index];
    word->end = end;
    uint32_t count = end - word->start;
    uint32_t kind = (count > 3) + (count > 8) + (count > 16);
    hasher->queue[kind][hasher->queued[kind]++] = (uint32_t)index;
}

static inline int is_nearly_full(const word_hasher *hasher) {
    int full = 0;
    for (int kind = 0; kind < KINDS; kind++) full |= hasher->queued[kind] > QUEUE - 64;
    return full;
}

// Ends a word with punctuation inside: "it's" is hashed as "it s". Returns 0 for one that is nothing but punctuation.
static int end_joined_word(word_hasher *hasher, tamis_word *word, uint32_t end) {
    uint8_t room[256];
    uint32_t count = end - word->start;
    uint8_t *folded = count <= sizeof room ? room : malloc(count);
    if (!folded) abort();
    size_t length = 0;
    for (uint32_t i = word->start; i < end; i++) {
        uint8_t byte = hasher->lowered[i];
        int is_kept = (uint8_t)(byte - 'a') < 26 || (uint8_t)(byte - '0') < 10;
        if (is_kept) folded[length++] = byte;
        else if (length && folded[length - 1] != ' ') folded[length++] = ' ';
    }
    if (length && folded[length - 1] == ' ') length--;
    word->end = end;
    word->hash = tamis_xxh3_64(folded, length, 0);
    if (folded != room) free(folded);
    return length > 0;
}

size_t tamis_hash_words(
    const tamis_text_block *blocks, size_t count, const uint8_t *lowered, const tamis_word *foreign,
    size_t foreign_count, tamis_word *words) {
    word_hasher hasher = {.lowered = lowered, .words = words};
    // Words begun and ended; between them lies at most one open run, which may have shown joints or foreign bytes.
    size_t begun = 0, ended = 0;
    int has_joint = 0, is_foreign = 0;
    uint64_t carry = 0;
    const tamis_word *foreign_end = foreign + foreign_count;
    for (size_t block = 0; block * 64 <= count; block++) {
        // After a last whole block comes an empty one, which ends the last run.
        tamis_text_block masks = block * 64 < count ? blocks[block] : (tamis_text_block){0};
        uint32_t base = (uint32_t)(block * 64);
        uint64_t before = masks.run << 1 | carry;
        uint64_t starts = masks.run & ~before, ends = before & ~masks.run;
        carry = masks.run >> 63;
        if (is_nearly_full(&hasher)) hash_queues(&hasher);
        if (!(masks.joint | masks.foreign) && !has_joint && !is_foreign) {
            for (; starts; starts &= starts - 1) words[begun++].start = base + (uint32_t)__builtin_ctzll(starts);
            for (; ends; ends &= ends - 1) end_word(&hasher, ended++, base + (uint32_t)__builtin_ctzll(ends));
            continue;
        }
        uint64_t unseen = ~0ull;
        for (uint64_t edges = starts | ends; edges; edges &= edges - 1) {
            uint32_t place = (uint32_t)__builtin_ctzll(edges);
            uint64_t passed = unseen & ((1ull << place) - 1);
            unseen &= ~passed;
            if (begun == ended) {
                words[begun++].start = base + place;
            } else if (is_foreign || (masks.foreign & passed)) {
                begun--;
                for (; foreign < foreign_end && foreign->end <= base + place; foreign++) words[begun++] = *foreign;
                ended = begun;
            } else if (has_joint || (masks.joint & passed)) {
                ended += end_joined_word(&hasher, &words[ended], base + place);
                begun = ended;
            } else {
                end_word(&hasher, ended++, base + place);
            }
            if (begun == ended) has_joint = is_foreign = 0;
        }
        if (begun > ended) {
            has_joint |= (masks.joint & unseen) != 0;
            is_foreign |= (masks.foreign & unseen) != 0;
        }
    }
    hash_queues(&hasher);
    return ended;
}
