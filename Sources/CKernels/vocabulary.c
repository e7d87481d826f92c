// Example: the upper sixteen bits of a hash, 0x05A3, name bit 0x23 of the 0x16th of 1024 numbers: 0x05A3 = 0x16 · 64 + 0x23.
#include "vocabulary.h"

// The upper sixteen bits of a word's hash, which are read alone.
static inline uint32_t value_of(const tamis_word *word) {
    uint32_t value = (uint32_t)(word->hash >> 48);
    __asm__("" : "+r"(value));
    return value;
}

void tamis_clear_vocabulary(tamis_vocabulary *vocabulary) {
    uint64_t *bits = vocabulary->bits;
    for (size_t i = 0; i < 1024; i += 16) {
        for (size_t j = 0; j < 16; j++) bits[i + j] = 0;
        // Keeps the compiler from calling memset: its string instruction is counted once for each byte.
        __asm__("" : : : "memory");
    }
}

void tamis_add_to_vocabulary(tamis_vocabulary *vocabulary, const tamis_word *words, size_t count) {
#pragma clang loop unroll_count(4)
    for (size_t i = 0; i < count; i++) {
        uint32_t value = value_of(words + i);
        vocabulary->bits[value >> 6] |= 1ull << (value & 63);
    }
}

tamis_shared_words tamis_find_in_vocabulary(
    const tamis_vocabulary *vocabulary, const tamis_word *words, size_t count, uint16_t skipped) {
    tamis_shared_words found = {0, 0};
    for (uint32_t i = 0, others = ~(uint32_t)skipped; i < count; i++, others >>= 1) {
        uint32_t value = value_of(words + i);
        found.content += others & 1;
        found.shared += others & 1 & (uint32_t)(vocabulary->bits[value >> 6] >> (value & 63));
    }
    return found;
}
