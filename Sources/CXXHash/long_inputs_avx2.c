#if defined(__x86_64__)
#include <immintrin.h>
// Everything in xxhash.h is compiled for the instruction set; only called where the machine has it.
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define XXH_VECTOR XXH_AVX2
#endif

#include "CXXHash.h"

DEFINE(avx2)

#if defined(__x86_64__)
#pragma clang attribute pop
#endif
