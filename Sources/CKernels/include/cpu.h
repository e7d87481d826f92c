#ifndef TAMIS_CPU_H
#define TAMIS_CPU_H

// The instruction sets that kernels are built for, each holding those above it.
typedef enum {
    TAMIS_CPU_PORTABLE,
    TAMIS_CPU_SSE2,
    TAMIS_CPU_AVX2,
    TAMIS_CPU_AVX512,
} tamis_cpu;

// The choice and 1; 0 = not chosen yet.
extern int tamis_cpu_known;
tamis_cpu tamis_cpu_choose(void);

// The best instruction set of this machine, or a lesser one named by the environment variable TAMIS_CPU
// (portable, sse2, avx2, avx512). Decided once.
static inline tamis_cpu tamis_cpu_chosen(void) {
    const int known = __atomic_load_n(&tamis_cpu_known, __ATOMIC_RELAXED);
    return known ? (tamis_cpu)(known - 1) : tamis_cpu_choose();
}

// Whether this machine and build can run kernels for `cpu`.
int tamis_cpu_supports(tamis_cpu cpu);

#endif
