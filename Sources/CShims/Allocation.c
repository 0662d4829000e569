#include "CShims.h"

#include <malloc.h>

void shim_map_blocks_from(int bytes, int rest) {
#ifdef M_MMAP_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, bytes);
  mallopt(M_TRIM_THRESHOLD, rest);
#else
  (void)bytes, (void)rest;
#endif
}
