#ifndef TAMIS_QUOTE_FINDER_H
#define TAMIS_QUOTE_FINDER_H
#include <stddef.h>
#include <stdint.h>

/// The offset of the first quote, backslash or control byte (below 0x20) in `bytes`; `count` when there is none.
size_t tamis_find_quote(const uint8_t *bytes, size_t count);

/// The number of line feeds in `bytes`.
size_t tamis_count_newlines(const uint8_t *bytes, size_t count);

/// How many variants of each kernel this machine can run; variant 0 is portable C.
int tamis_quote_finder_variant_count(void);

/// `tamis_find_quote` by one variant, so that tests can compare them.
size_t tamis_find_quote_variant(int variant, const uint8_t *bytes, size_t count);

/// `tamis_count_newlines` by one variant, so that tests can compare them.
size_t tamis_count_newlines_variant(int variant, const uint8_t *bytes, size_t count);
#endif
