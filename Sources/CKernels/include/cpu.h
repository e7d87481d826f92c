#ifndef TAMIS_CPU_H
#define TAMIS_CPU_H

// The instruction sets that kernels are built for, each holding those above it.
typedef enum {
    TAMIS_CPU_PORTABLE,
    TAMIS_CPU_SSE2,
    TAMIS_CPU_AVX2,
    TAMIS_CPU_AVX512,
} tamis_cpu;

// The best instruction set of this machine, or a lesser one named by the environment variable TAMIS_CPU
// (portable, sse2, avx2, avx512). Decided once.
tamis_cpu tamis_cpu_chosen(void);

// Whether this machine and build can run kernels for `cpu`.
int tamis_cpu_supports(tamis_cpu cpu);

#endif
