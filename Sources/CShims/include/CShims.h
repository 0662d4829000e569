#pragma once

/// Asks the processor to fetch the line that holds `address` before it is read or written.
static inline void shim_prefetch(const void *address) {
  __builtin_prefetch(address, 1, 3);
}
