#ifndef TAMIS_ALLOCATOR_H
#define TAMIS_ALLOCATOR_H
#include <stddef.h>

// Keeps freed memory for the next batch instead of giving it back to the system and taking it anew, page by page.
void tamis_keep_memory(void);

// The bytes of memory of this machine; 0 where the system does not say.
size_t tamis_physical_memory_bytes(void);

#endif
