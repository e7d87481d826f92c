#include "cpu.h"

#include <stdlib.h>
#include <string.h>

int tamis_cpu_supports(tamis_cpu cpu) {
    switch (cpu) {
    case TAMIS_CPU_PORTABLE: return 1;
#if defined(__x86_64__)
    case TAMIS_CPU_SSE2: return 1;
    case TAMIS_CPU_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
        && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
    case TAMIS_CPU_AVX512: return tamis_cpu_supports(TAMIS_CPU_AVX2) && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
#endif
    default: return 0;
    }
}

static tamis_cpu choose(void) {
    static const char *const names[] = {"portable", "sse2", "avx2", "avx512"};
    tamis_cpu best = TAMIS_CPU_PORTABLE;
    for (tamis_cpu cpu = TAMIS_CPU_SSE2; cpu <= TAMIS_CPU_AVX512; cpu++) {
        if (tamis_cpu_supports(cpu)) best = cpu;
    }
    const char *wish = getenv("TAMIS_CPU");
    for (tamis_cpu cpu = TAMIS_CPU_PORTABLE; wish && cpu <= best; cpu++) {
        if (!strcmp(wish, names[cpu])) return cpu;
    }
    return best;
}

int tamis_cpu_known;

tamis_cpu tamis_cpu_choose(void) {
    // Threads that race here choose the same.
    const tamis_cpu cpu = choose();
    __atomic_store_n(&tamis_cpu_known, (int)cpu + 1, __ATOMIC_RELAXED);
    return cpu;
}
