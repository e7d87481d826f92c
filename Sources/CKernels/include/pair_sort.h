#ifndef TAMIS_PAIR_SORT_H
#define TAMIS_PAIR_SORT_H
#include <stddef.h>
#include <stdint.h>

// A key and a value, ordered by the key, then by the value.
typedef struct {
    uint64_t key;
    uint64_t value;
} tamis_pair;

// Sorts `count` pairs and returns where they lie then: `pairs`, or `scratch`, which has room for as many.
tamis_pair *tamis_sort_pairs(tamis_pair *pairs, tamis_pair *scratch, size_t count);

// Asks the system for huge pages under memory of its own mapping: fewer misses of the address cache. Advice only.
void tamis_advise_huge_pages(void *memory, size_t byte_count);

#endif
