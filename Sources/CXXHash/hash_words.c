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
    uint32_t queue[KINDS][2 * QUEUE];
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

// Queues the words `first..<last`.
static void queue_words(word_hasher *hasher, size_t first, size_t last) {
    while (first < last) {
        size_t stop = last - first > QUEUE ? first + QUEUE : last;
        for (; first < stop; first++) {
            const tamis_word *word = &hasher->words[first];
            uint32_t count = word->end - word->start;
            uint32_t kind = (count > 3) + (count > 8) + (count > 16);
            hasher->queue[kind][hasher->queued[kind]++] = (uint32_t)first;
        }
        for (int kind = 0; kind < KINDS; kind++) {
            if (hasher->queued[kind] > QUEUE) hash_queues(hasher);
        }
    }
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

// Writes the places of the bits, a word apart, and returns how many; then up to 15 more that mean nothing. The count of
// bits is hard to guess, so 12 are written in any case and branches only tell whether there are more.
static inline size_t write_places(uint64_t bits, uint32_t base, uint32_t *places) {
    enum { STEP = sizeof(tamis_word) / sizeof(uint32_t) };
    size_t count = (size_t)__builtin_popcountll(bits);
    for (size_t written = 0; written < count || !written; written += 12) {
        for (int i = 0; i < 12; i++) {
            places[(written + i) * STEP] = base + (uint32_t)(bits ? __builtin_ctzll(bits) : 0);
            bits &= bits - 1;
        }
    }
    return count;
}

size_t tamis_hash_words(
    const tamis_text_block *blocks, size_t count, const uint8_t *lowered, const tamis_word *foreign,
    size_t foreign_count, tamis_word *words) {
    word_hasher hasher = {.lowered = lowered, .words = words};
    // Words begun, ended and queued; at most one run is open, which may have shown joints or foreign bytes.
    size_t begun = 0, ended = 0, queued = 0;
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
        if (!(masks.joint | masks.foreign) && !has_joint && !is_foreign) {
            begun = write_places(starts, base, &words[begun].start) + begun;
            ended = write_places(ends, base, &words[ended].end) + ended;
            continue;
        }
        uint64_t unseen = ~0ull;
        for (uint64_t edges = starts | ends; edges; edges &= edges - 1) {
            uint32_t place = (uint32_t)__builtin_ctzll(edges);
            uint64_t passed = unseen & ((1ull << place) - 1);
            unseen &= ~passed;
            if (begun == ended) {
                words[begun++].start = base + place;
                continue;
            }
            if (is_foreign || (masks.foreign & passed)) {
                queue_words(&hasher, queued, ended);
                for (; foreign < foreign_end && foreign->end <= base + place; foreign++) words[ended++] = *foreign;
                queued = begun = ended;
            } else if (has_joint || (masks.joint & passed)) {
                queue_words(&hasher, queued, ended);
                ended += end_joined_word(&hasher, &words[ended], base + place);
                queued = begun = ended;
            } else {
                words[ended++].end = base + place;
            }
            has_joint = is_foreign = 0;
        }
        if (begun > ended) {
            has_joint |= (masks.joint & unseen) != 0;
            is_foreign |= (masks.foreign & unseen) != 0;
        }
    }
    queue_words(&hasher, queued, ended);
    hash_queues(&hasher);
    return ended;
}
