#define _GNU_SOURCE
#include "CShims.h"

#include <string.h>
#include <sys/random.h>

const void *shim_memrchr(const void *start, int byte, size_t length) {
  return memrchr(start, byte, length);
}

ssize_t shim_getrandom(void *buffer, size_t length) {
  return getrandom(buffer, length, 0);
}

void shim_erase(void *buffer, size_t length) { explicit_bzero(buffer, length); }
