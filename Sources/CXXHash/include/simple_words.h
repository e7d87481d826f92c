#ifndef TAMIS_SIMPLE_WORDS_H
#define TAMIS_SIMPLE_WORDS_H
#include <CKernels.h>

// How many words `tamis_simple_words` may write, and how long a run it looks at.
enum { TAMIS_SIMPLE_WORDS = 64, TAMIS_SIMPLE_RUN_BYTES = 192 };

// Writes the words of the bytes from `start` to `end`, in most of which letters of ASCII and of Latin, Greek or Cyrillic stand
// with quotes and dashes, and returns how many there are; -1 where the run holds anything else, or is too long. With
// `cuts_joints`, "don’t" is two words, both at the place of the whole.
int tamis_simple_words(const uint8_t *utf8, size_t start, size_t end, int cuts_joints, tamis_word *words);

#endif
