#ifndef TAMIS_CCLD2_H
#define TAMIS_CCLD2_H
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The code of the language that most of a text of `count` bytes is written in; NULL where that is not certain. What
// follows a byte that is not UTF-8 is not looked at.
const char *tamis_cld2_language(const uint8_t *utf8, size_t count);

#ifdef __cplusplus
}
#endif

#endif
