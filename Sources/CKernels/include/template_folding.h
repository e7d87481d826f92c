#ifndef TAMIS_TEMPLATE_FOLDING_H
#define TAMIS_TEMPLATE_FOLDING_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

// Writes the template folding of printable ASCII and its white space to `folded`, which has room for `count` + 64 bytes, and
// returns its length; -1 where another byte occurs.
ptrdiff_t tamis_fold_template(const uint8_t *bytes, size_t count, uint8_t *folded);

// The same of a near folding; -1 where there may be decimal digits beyond ASCII.
ptrdiff_t tamis_fold_near_to_template(const uint8_t *bytes, size_t count, uint8_t *folded);

// The same with the kernels for `cpu`, which the machine must support.
ptrdiff_t tamis_fold_template_on(tamis_cpu cpu, const uint8_t *bytes, size_t count, uint8_t *folded);
ptrdiff_t tamis_fold_near_to_template_on(tamis_cpu cpu, const uint8_t *bytes, size_t count, uint8_t *folded);

#endif
