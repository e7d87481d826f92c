#ifndef TAMIS_ALLOCATOR_H
#define TAMIS_ALLOCATOR_H

// Keeps freed memory for the next batch instead of giving it back to the system and taking it anew, page by page.
void tamis_keep_memory(void);

#endif
