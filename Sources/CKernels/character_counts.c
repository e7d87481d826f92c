// Each kind has a vector of 32 counters of one byte, from which a matching byte takes -1. Before one can overflow, after 255
// blocks, all are added up, four words of 64 bits at a time.
#include "character_counts.h"

#include <string.h>

typedef uint8_t block __attribute__((vector_size(32)));
enum { DIGIT, UPPERCASE, SYMBOL, SPACE, MARKUP, NON_ASCII, KINDS };

static inline __attribute__((always_inline)) void count_block(block counters[KINDS], const uint8_t *bytes) {
    block b;
    memcpy(&b, bytes, sizeof b);
    block less_or_equals = (block)((b == '<') | (b == '='));
    counters[DIGIT] -= (block)(b - '0' < 10);
    counters[UPPERCASE] -= (block)(b - 'A' < 26);
    counters[SYMBOL] -= less_or_equals
        | (block)((b == '$') | (b == '+') | (b == '>') | (b == '^') | (b == '`') | (b == '|') | (b == '~'));
    counters[SPACE] -= (block)((b - 9 < 5) | (b == ' '));
    counters[MARKUP] -= less_or_equals | (block)(b == '&');
    counters[NON_ASCII] -= (block)(b >= 0x80);
}

// The sum of all bytes: pairs of bytes, then four pairs of each word by a product whose upper 16 bits are their sum.
static inline __attribute__((always_inline)) size_t sum_of(const block *counters) {
    uint64_t words[sizeof(block) / sizeof(uint64_t)], pairs = 0;
    memcpy(words, counters, sizeof words);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        pairs += (words[i] & 0x00FF00FF00FF00FF) + (words[i] >> 8 & 0x00FF00FF00FF00FF);
    }
    return pairs * 0x0001000100010001 >> 48;
}

static inline __attribute__((always_inline)) tamis_character_counts counts_of(const uint8_t *bytes, size_t count) {
    size_t sums[KINDS] = {0};
    while (count > 0) {
        block counters[KINDS] = {{0}};
        for (int blocks = 0; blocks < 254 && count >= sizeof(block); blocks++) {
            count_block(counters, bytes);
            bytes += sizeof(block);
            count -= sizeof(block);
        }
        if (count > 0 && count < sizeof(block)) {
            // NUL is of no kind.
            uint8_t last[sizeof(block)] = {0};
            memcpy(last, bytes, count);
            count_block(counters, last);
            count = 0;
        }
        for (int kind = 0; kind < KINDS; kind++) sums[kind] += sum_of(&counters[kind]);
    }
    return (tamis_character_counts){
        sums[DIGIT], sums[UPPERCASE], sums[SYMBOL], sums[SPACE], sums[MARKUP], sums[NON_ASCII]};
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static tamis_character_counts counts_avx2(const uint8_t *bytes, size_t count) {
    return counts_of(bytes, count);
}
#endif

tamis_character_counts tamis_count_character_kinds_on(tamis_cpu cpu, const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) return counts_avx2(bytes, count);
#endif
    return counts_of(bytes, count);
}

tamis_character_counts tamis_count_character_kinds(const uint8_t *bytes, size_t count) {
    return tamis_count_character_kinds_on(tamis_cpu_chosen(), bytes, count);
}
