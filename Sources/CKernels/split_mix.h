#ifndef TAMIS_SPLIT_MIX_H
#define TAMIS_SPLIT_MIX_H
#include <stdint.h>

// Recorded with the algorithm's version: stored fingerprints depend on it. "Tamis" in ASCII.
#define FINGERPRINT_SEED 0x54616D6973ull

// The number with this index, from 0, that SplitMix64 (Steele, Lea and Flood 2014) makes of the seed; a constant.
#define SPLIT_MIX(index) STEP_3(STEP_2(STEP_1((FINGERPRINT_SEED + ((index) + 1) * 0x9E3779B97F4A7C15ull))))
#define STEP_1(z) (((z) ^ (z) >> 30) * 0xBF58476D1CE4E5B9ull)
#define STEP_2(z) (((z) ^ (z) >> 27) * 0x94D049BB133111EBull)
#define STEP_3(z) ((z) ^ (z) >> 31)

#endif
