#ifndef TAMIS_PREFETCH_H
#define TAMIS_PREFETCH_H
#include <stddef.h>

// Asks for memory that will be read in no order, line by line of the cache.
static inline void tamis_prefetch(const void *memory, size_t bytes) {
    for (size_t i = 0; i < bytes; i += 64) __builtin_prefetch((const char *)memory + i);
}

#endif
