#ifndef TAMIS_CKERNELS_H
#define TAMIS_CKERNELS_H
#include <stddef.h>
#include <stdint.h>

#include "../Generated/unicode_tables.h"
#include "allocator.h"
#include "bins.h"
#include "byte_set.h"
#include "character_counts.h"
#include "characters.h"
#include "cpu.h"
#include "exact_folding.h"
#include "line_columns.h"
#include "line_finder.h"
#include "line_network.h"
#include "line_reading.h"
#include "line_shape.h"
#include "line_words.h"
#include "min_hash.h"
#include "near_folding.h"
#include "pair_finder.h"
#include "pair_sort.h"
#include "prefetch.h"
#include "quote_finder.h"
#include "shingles.h"
#include "split_blocks.h"
#include "template_folding.h"
#include "text_blocks.h"
#include "vocabulary.h"
#include "word.h"

#endif
