// Words are found by walking the bits of the block masks, but hashed apart: the length of the next word is anyone's guess,
// and a wrong guess of the processor costs more than a hash. So the runs of some blocks are listed first, then words are
// queued by the kind of hash their length asks for, and each queue is hashed in a loop of its own.
#include "hash_words.h"

#include "CXXHash.h"

enum { SHORTEST, SHORT, MIDDLE, LONG, KINDS };
enum { BLOCKS = 16, RUNS = BLOCKS * 32 + 1, SPARE = 12, ROOM = RUNS + 64 };

// The runs of a few blocks, and which of them are no plain words.
typedef struct {
    size_t begun, ended, marked;
    uint32_t starts[ROOM], ends[ROOM];
    uint32_t marks[RUNS];
    uint8_t is_foreign[RUNS];
} run_list;

typedef struct {
    const uint8_t *lowered;
    tamis_word *words;
    size_t count;
    uint32_t queued[KINDS];
    uint32_t queue[KINDS][RUNS];
} word_list;

typedef size_t (*bit_places)(uint64_t bits, uint32_t base, uint32_t *places);
typedef void (*plain_words)(word_list *list, const run_list *runs, size_t first, size_t last);

// Lists the places of the bits and returns how many there are. The count is hard to guess for the processor, so 12 are
// written in any case and branches only tell whether there are more.
static inline size_t list_places(uint64_t bits, uint32_t base, uint32_t *places) {
    size_t count = (size_t)__builtin_popcountll(bits);
    for (size_t written = 0; written < count || !written; written += SPARE) {
        for (size_t i = 0; i < SPARE; i++) {
            places[written + i] = base + (uint32_t)(bits ? __builtin_ctzll(bits) : 0);
            bits &= bits - 1;
        }
    }
    return count;
}

// Marks the runs that hold `odd` bytes: joints and foreign ones.
static void mark_runs(run_list *runs, uint64_t odd, uint64_t foreign, uint64_t starts, uint64_t ends) {
    while (odd) {
        uint64_t through = odd ^ (odd - 1);
        uint64_t ends_behind = ends & ~through;
        uint64_t inside = ends_behind ? (ends_behind & -ends_behind) - 1 : ~0ull;
        size_t run = runs->begun + (size_t)__builtin_popcountll(starts & through) - 1;
        int is_foreign = (odd & foreign & inside) != 0;
        if (runs->marked && runs->marks[runs->marked - 1] == run) {
            runs->is_foreign[runs->marked - 1] |= is_foreign;
        } else {
            runs->marks[runs->marked] = (uint32_t)run;
            runs->is_foreign[runs->marked++] = (uint8_t)is_foreign;
        }
        odd &= ~inside;
    }
}

#if defined(__x86_64__)
#include "plain_words_avx512.h"

#define NARROW __attribute__((target("avx2,bmi,bmi2,popcnt")))

// Places of bits as in `list_places`, in four instructions each; behind the last bit they are nothing.
NARROW static inline size_t list_places_bmi(uint64_t bits, uint32_t base, uint32_t *places) {
    size_t count = (size_t)__builtin_popcountll(bits);
    for (size_t written = 0; written < count || !written; written += SPARE) {
        for (size_t i = 0; i < SPARE; i++) {
            places[written + i] = base + (uint32_t)_tzcnt_u64(bits);
            bits = _blsr_u64(bits);
        }
    }
    return count;
}
#endif

static inline void append_plain_words(word_list *list, const run_list *runs, size_t first, size_t last) {
    static const uint8_t kinds[18] = {
        SHORTEST, SHORTEST, SHORTEST, SHORTEST, SHORT, SHORT, SHORT, SHORT, SHORT, MIDDLE, MIDDLE, MIDDLE, MIDDLE, MIDDLE,
        MIDDLE, MIDDLE, MIDDLE, LONG};
    size_t count = list->count;
    for (size_t run = first; run < last; run++, count++) {
        const uint32_t start = runs->starts[run], end = runs->ends[run], length = end - start;
        list->words[count].start = start;
        list->words[count].end = end;
        const uint8_t kind = kinds[length < 17 ? length : 17];
        list->queue[kind][list->queued[kind]++] = (uint32_t)count;
    }
    list->count = count;
}

// Appends a word with punctuation inside: "it's" is hashed as "it s". One that is nothing but punctuation is none.
static void append_joined_word(word_list *list, uint32_t start, uint32_t end) {
    uint8_t room[256];
    uint8_t *folded = end - start <= sizeof room ? room : malloc(end - start);
    if (!folded) abort();
    size_t length = 0;
    for (uint32_t i = start; i < end; i++) {
        uint8_t byte = list->lowered[i];
        int is_kept = (uint8_t)(byte - 'a') < 26 || (uint8_t)(byte - '0') < 10;
        if (is_kept) folded[length++] = byte;
        else if (length && folded[length - 1] != ' ') folded[length++] = ' ';
    }
    if (length && folded[length - 1] == ' ') length--;
    if (length) list->words[list->count++] = (tamis_word){start, end, tamis_xxh3_64(folded, length, 0)};
    if (folded != room) free(folded);
}

static inline uint64_t hash_long(const uint8_t *bytes, size_t count, const uint8_t *secret, uint64_t seed) {
    (void)secret;
    return tamis_xxh3_64(bytes, count, seed);
}

#define HASH_QUEUE(kind, hash_function) \
    for (uint32_t i = 0; i < list->queued[kind]; i++) { \
        tamis_word *word = &list->words[list->queue[kind][i]]; \
        word->hash = hash_function(list->lowered + word->start, word->end - word->start, XXH3_kSecret, 0); \
    } \
    list->queued[kind] = 0

static inline __attribute__((always_inline)) void hash_queues(word_list *list) {
    HASH_QUEUE(SHORTEST, XXH3_len_1to3_64b);
    HASH_QUEUE(SHORT, XXH3_len_4to8_64b);
    HASH_QUEUE(MIDDLE, XXH3_len_9to16_64b);
    HASH_QUEUE(LONG, hash_long);
}

// Appends the words of all ended runs and keeps the open one. `append_plain` leaves words in the queues, or hashes them.
static inline __attribute__((always_inline)) const tamis_word *append_words(
    word_list *list, run_list *runs, const tamis_word *foreign, const tamis_word *foreign_end,
    plain_words append_plain) {
    size_t run = 0, mark = 0;
    for (; mark < runs->marked && runs->marks[mark] < runs->ended; mark++) {
        size_t marked = runs->marks[mark];
        append_plain(list, runs, run, marked);
        if (runs->is_foreign[mark]) {
            for (; foreign < foreign_end && foreign->end <= runs->ends[marked]; foreign++) {
                list->words[list->count++] = *foreign;
            }
        } else {
            append_joined_word(list, runs->starts[marked], runs->ends[marked]);
        }
        run = marked + 1;
    }
    append_plain(list, runs, run, runs->ended);
    hash_queues(list);
    runs->starts[0] = runs->starts[runs->ended];
    runs->marks[0] = 0;
    runs->is_foreign[0] = mark < runs->marked ? runs->is_foreign[mark] : 0;
    runs->marked = mark < runs->marked;
    runs->begun -= runs->ended;
    runs->ended = 0;
    return foreign;
}

static inline __attribute__((always_inline)) size_t hash_words(
    const tamis_text_block *blocks, size_t count, const uint8_t *lowered, int cuts_joints, const tamis_word *foreign,
    size_t foreign_count, tamis_word *words, bit_places list_bits, plain_words append_plain) {
    // The queues and lists are large and left as they are.
    word_list list;
    list.lowered = lowered;
    list.words = words;
    list.count = 0;
    memset(list.queued, 0, sizeof list.queued);
    run_list runs;
    runs.begun = runs.ended = runs.marked = 0;
    const tamis_word *foreign_end = foreign + foreign_count;
    uint64_t carry = 0;
    for (size_t block = 0; block * 64 <= count; block++) {
        // After a last whole block comes an empty one, which ends the last run.
        tamis_text_block masks = block * 64 < count ? blocks[block] : (tamis_text_block){0};
        uint64_t cut = cuts_joints ? masks.joint : 0;
        uint64_t inside = masks.run & ~cut, before = inside << 1 | carry;
        uint64_t starts = inside & ~before, ends = before & ~inside;
        carry = inside >> 63;
        uint64_t odd = (masks.joint & ~cut) | masks.foreign;
        if (odd) mark_runs(&runs, odd, masks.foreign, starts, ends);
        runs.begun += list_bits(starts, (uint32_t)(block * 64), runs.starts + runs.begun);
        runs.ended += list_bits(ends, (uint32_t)(block * 64), runs.ends + runs.ended);
        if (block % BLOCKS == BLOCKS - 1) foreign = append_words(&list, &runs, foreign, foreign_end, append_plain);
    }
    append_words(&list, &runs, foreign, foreign_end, append_plain);
    return list.count;
}

#if defined(__x86_64__)
WIDE static size_t hash_words_avx512(
    const tamis_text_block *blocks, size_t count, const uint8_t *lowered, int cuts_joints, const tamis_word *foreign,
    size_t foreign_count, tamis_word *words) {
    return hash_words(
        blocks, count, lowered, cuts_joints, foreign, foreign_count, words, list_places_avx512,
        append_plain_words_avx512);
}

NARROW static size_t hash_words_avx2(
    const tamis_text_block *blocks, size_t count, const uint8_t *lowered, int cuts_joints, const tamis_word *foreign,
    size_t foreign_count, tamis_word *words) {
    return hash_words(
        blocks, count, lowered, cuts_joints, foreign, foreign_count, words, list_places_bmi, append_plain_words);
}
#endif

size_t tamis_hash_words_on(
    tamis_cpu cpu, const tamis_text_block *blocks, size_t count, const uint8_t *lowered, int cuts_joints,
    const tamis_word *foreign, size_t foreign_count, tamis_word *words) {
#if defined(__x86_64__)
    if (cpu == TAMIS_CPU_AVX512) {
        return hash_words_avx512(blocks, count, lowered, cuts_joints, foreign, foreign_count, words);
    }
    if (cpu == TAMIS_CPU_AVX2) {
        return hash_words_avx2(blocks, count, lowered, cuts_joints, foreign, foreign_count, words);
    }
#endif
    return hash_words(
        blocks, count, lowered, cuts_joints, foreign, foreign_count, words, list_places, append_plain_words);
}

size_t tamis_hash_words(
    const tamis_text_block *blocks, size_t count, const uint8_t *lowered, int cuts_joints, const tamis_word *foreign,
    size_t foreign_count, tamis_word *words) {
    return tamis_hash_words_on(
        tamis_cpu_chosen(), blocks, count, lowered, cuts_joints, foreign, foreign_count, words);
}
