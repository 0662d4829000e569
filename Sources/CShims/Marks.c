#include "CShims.h"

#include <string.h>

typedef unsigned char block __attribute__((ext_vector_type(64)));
typedef _Bool hits __attribute__((ext_vector_type(64)));

/// Most blocks of a log hold fewer marks than these: they are written without asking how many there are.
enum { few = SHIM_MARKS_SLACK };

__attribute__((always_inline)) static inline struct shim_marks_found
find(const unsigned char *bytes, size_t count, struct shim_marks_sought sought, uint32_t *ends,
     uint32_t *places) {
  struct shim_marks_found found = {0, 0, 0};
  size_t start = 0;
  block flags = 0;
  for (; start + sizeof(block) <= count; start += sizeof(block)) {
    block here;
    memcpy(&here, bytes + start, sizeof here);
    flags |= here == sought.flag;
    hits marks = __builtin_convertvector(here == sought.mark, hits);
    uint64_t bits;
    memcpy(&bits, &marks, sizeof bits);
    hits line_ends = __builtin_convertvector(here == '\n', hits);
    uint64_t end_bits;
    memcpy(&end_bits, &line_ends, sizeof end_bits);
    for (; end_bits != 0; end_bits &= end_bits - 1) {
      ends[2 * found.ends] = (uint32_t)start + (uint32_t)__builtin_ctzll(end_bits);
      uint64_t before = (end_bits & -end_bits) - 1;
      ends[2 * found.ends + 1] =
          (uint32_t)found.places + (uint32_t)__builtin_popcountll(bits & before);
      found.ends++;
    }
    int number = __builtin_popcountll(bits);
    uint32_t *next = places + found.places;
    for (int i = 0; i < few; i++) {
      // What is written where no mark is left is written over by the next block, or not counted.
      next[i] = (uint32_t)start + (uint32_t)__builtin_ctzll(bits | 1ULL << 63);
      bits &= bits - 1;
    }
    for (int i = few; i < number; i++) {
      next[i] = (uint32_t)start + (uint32_t)__builtin_ctzll(bits);
      bits &= bits - 1;
    }
    found.places += (size_t)number;
  }
  hits flagged = __builtin_convertvector(flags, hits);
  uint64_t any;
  memcpy(&any, &flagged, sizeof any);
  found.has_flag = any != 0;
  for (; start < count; start++) {
    if (bytes[start] == sought.mark)
      places[found.places++] = (uint32_t)start;
    if (bytes[start] == sought.flag)
      found.has_flag = 1;
    if (bytes[start] == '\n') {
      ends[2 * found.ends] = (uint32_t)start;
      ends[2 * found.ends + 1] = (uint32_t)found.places;
      found.ends++;
    }
  }
  return found;
}

#if defined(__x86_64__)
__attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt"))) static struct shim_marks_found
find_wide(const unsigned char *bytes, size_t count, struct shim_marks_sought sought,
          uint32_t *ends, uint32_t *places) {
  return find(bytes, count, sought, ends, places);
}
#endif

struct shim_marks_found shim_marks(const unsigned char *bytes, size_t count,
                                   struct shim_marks_sought sought, uint32_t *ends,
                                   uint32_t *places) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"))
    return find_wide(bytes, count, sought, ends, places);
#endif
  return find(bytes, count, sought, ends, places);
}
