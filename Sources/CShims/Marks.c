#include "CShims.h"

#include <string.h>

typedef unsigned char block __attribute__((ext_vector_type(64)));
typedef _Bool hits __attribute__((ext_vector_type(64)));

/// Writes the places of a block's marks, the first at `start`, and maybe others behind them: what is written where no mark is left
/// is written over by the next block, or not counted.
typedef void write_places(uint32_t *places, uint32_t start, uint64_t marks);

/// Most blocks of a log hold no more marks than these: they are written without asking how many there are.
enum { few = 4 };

__attribute__((always_inline)) static inline void
write_few(uint32_t *places, uint32_t start, uint64_t marks) {
  int number = __builtin_popcountll(marks);
  for (int i = 0; i < few; i++) {
    places[i] = start + (uint32_t)__builtin_ctzll(marks | 1ULL << 63);
    marks &= marks - 1;
  }
  for (int i = few; i < number; i++) {
    places[i] = start + (uint32_t)__builtin_ctzll(marks);
    marks &= marks - 1;
  }
}

__attribute__((always_inline)) static inline struct shim_marks_found
find(const unsigned char *bytes, size_t count, struct shim_marks_sought sought, uint32_t *ends,
     uint32_t *places, write_places write) {
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
    // Few blocks hold an end and hardly any holds two: the first is written whether there is one or not.
    do {
      uint64_t before = (end_bits & -end_bits) - 1;
      ends[2 * found.ends] = (uint32_t)start + (uint32_t)__builtin_ctzll(end_bits | 1ULL << 63);
      ends[2 * found.ends + 1] =
          (uint32_t)found.places + (uint32_t)__builtin_popcountll(bits & before);
      found.ends += end_bits != 0;
      end_bits &= end_bits - 1;
    } while (end_bits != 0);
    write(places + found.places, (uint32_t)start, bits);
    found.places += (size_t)__builtin_popcountll(bits);
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
#include <immintrin.h>

__attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt"))) static struct shim_marks_found
find_wide(const unsigned char *bytes, size_t count, struct shim_marks_sought sought,
          uint32_t *ends, uint32_t *places) {
  return find(bytes, count, sought, ends, places, write_few);
}

#define WIDEST "avx512f,avx512bw,avx512vbmi2,bmi,bmi2,popcnt,lzcnt"

/// Writes the places of up to sixteen marks at once.
__attribute__((target(WIDEST), always_inline)) static inline void
write_many(uint32_t *places, uint32_t start, uint64_t marks) {
  static const unsigned char offsets[64] __attribute__((aligned(64))) = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  __m512i marked = _mm512_maskz_compress_epi8(marks, _mm512_load_si512(offsets));
  int number = __builtin_popcountll(marks);
  int i = 0;
  do {
    __m512i next = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(marked));
    _mm512_storeu_si512(places + i, _mm512_add_epi32(next, _mm512_set1_epi32((int)start)));
    marked = _mm512_shuffle_i32x4(marked, marked, _MM_SHUFFLE(0, 3, 2, 1));
    i += 16;
  } while (__builtin_expect(i < number, 0));
}

__attribute__((target(WIDEST))) static struct shim_marks_found
find_widest(const unsigned char *bytes, size_t count, struct shim_marks_sought sought,
            uint32_t *ends, uint32_t *places) {
  return find(bytes, count, sought, ends, places, write_many);
}
#endif

struct shim_marks_found shim_marks(const unsigned char *bytes, size_t count,
                                   struct shim_marks_sought sought, uint32_t *ends,
                                   uint32_t *places) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512bw"))
    return find_widest(bytes, count, sought, ends, places);
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"))
    return find_wide(bytes, count, sought, ends, places);
#endif
  return find(bytes, count, sought, ends, places, write_few);
}
