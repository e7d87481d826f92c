#ifndef TAMIS_HASH128_H
#define TAMIS_HASH128_H
#include <stdint.h>

typedef struct {
    uint64_t low;
    uint64_t high;
} tamis_hash128;

#endif
