#ifndef TAMIS_CKERNELS_H
#define TAMIS_CKERNELS_H
#include <stddef.h>
#include <stdint.h>

#include "../Generated/unicode_tables.h"
#include "allocator.h"
#include "byte_set.h"
#include "cpu.h"
#include "pair_finder.h"
#include "quote_finder.h"
#include "split_blocks.h"
#include "text_blocks.h"

#endif
