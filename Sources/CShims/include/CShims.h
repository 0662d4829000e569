#pragma once

#include <stddef.h>
#include <sys/types.h>

/// The last `byte` within `length` bytes from `start` on, or `NULL`: memrchr(3).
const void *shim_memrchr(const void *start, int byte, size_t length);

/// Random bytes from the system: getrandom(2) with no flags.
ssize_t shim_getrandom(void *buffer, size_t length);

/// Overwrites with zeros, which the compiler may not leave out: explicit_bzero(3).
void shim_erase(void *buffer, size_t length);

/// Asks the processor to fetch the line that holds `address` before it is read or written.
static inline void shim_prefetch(const void *address) {
  __builtin_prefetch(address, 1, 3);
}
