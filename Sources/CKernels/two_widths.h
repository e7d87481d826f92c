// Includes CLASSES twice: `map_plain`, of 16 bytes at a time for all machines, and `map_avx2`, of 32.
#define NAME plain
#define TARGET unused
#define WIDTH 16
#include CLASSES
#if defined(__x86_64__)
#define NAME avx2
#define TARGET AVX2_TARGET
#define WIDTH 32
#include CLASSES
#endif
