#ifndef TAMIS_LINE_FINDER_H
#define TAMIS_LINE_FINDER_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

// A line that is not empty.
typedef struct {
    size_t start;
    // The offsets of its line end and behind that.
    size_t stop;
    size_t end;
    // Whether its exact folding is the line in lower case. Another line may have one of its own, or nothing to see.
    size_t is_regular;
} tamis_line;

// How far the search for the lines of a text has come.
typedef struct {
    const uint8_t *bytes;
    size_t count;
    // Takes the text with ASCII letters in lower case and each ASCII white space as a blank; has room for 64 bytes more.
    uint8_t *lowered;
    // The offset of the next byte to look at.
    size_t position;
    // Where the line at hand begins, and whether what was seen of it makes it irregular.
    size_t line_start;
    uint64_t is_irregular;
    // Whether the byte before `position` is ASCII white space.
    uint64_t is_behind_space;
} tamis_line_search;

enum { TAMIS_LINES_AT_ONCE = 192 };

// Finds the next lines, which end at LF, CRLF, CR, NEL, U+2028 or U+2029; returns how many, 0 where the text is at its end.
size_t tamis_find_lines(tamis_line_search *search, tamis_line lines[TAMIS_LINES_AT_ONCE]);

// The same by the kernel for `cpu`, which this machine must support.
size_t tamis_find_lines_on(tamis_cpu cpu, tamis_line_search *search, tamis_line lines[TAMIS_LINES_AT_ONCE]);

#endif
