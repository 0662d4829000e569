#include "CShims.h"

#include <string.h>

typedef unsigned char block __attribute__((ext_vector_type(64)));

enum { window = 64, room = 80 };

/// Folds the window and the bytes that follow it into `folded`: small letters for capital ones, a space for `+`, and zeros
/// behind the end.
__attribute__((always_inline)) static inline void
fold(unsigned char folded[room], const unsigned char *bytes, size_t count) {
  if (count >= room) {
    memcpy(folded, bytes, room);
  } else {
    memset(folded, 0, room);
    if (count >= 8) {
      // Eight at a time, and the last eight, some of them again.
      for (size_t copied = 0; copied + 8 < count; copied += 8)
        memcpy(folded + copied, bytes + copied, 8);
      memcpy(folded + count - 8, bytes + count - 8, 8);
    } else {
      for (size_t copied = 0; copied < count; copied++)
        folded[copied] = bytes[copied];
    }
  }
  block here;
  memcpy(&here, folded, sizeof here);
  here |= (block)((here >= 'A') & (here <= 'Z')) & 0x20;
  here ^= (block)(here == '+') & ('+' ^ ' ');
  memcpy(folded, &here, sizeof here);
  for (int i = window; i < window + 3; i++) {
    if (folded[i] >= 'A' && folded[i] <= 'Z')
      folded[i] |= 0x20;
    else if (folded[i] == '+')
      folded[i] = ' ';
  }
}

static uint64_t find(const unsigned char *folded, size_t count, const uint64_t *filter) {
  uint64_t found = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t key;
    memcpy(&key, folded + i, sizeof key);
    uint32_t place = key * SHIM_BEGINNING_FACTOR >> 16;
    found |= (filter[place >> 6] >> (place & 63) & 1) << i;
  }
  return found;
}

#if defined(__x86_64__)
#include <immintrin.h>

/// Eight at a time.
__attribute__((target("avx2"))) static uint64_t
find_wide(const unsigned char *folded, size_t count, const uint64_t *filter) {
  const __m256i keys =
      _mm256_setr_epi8(0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6, 4, 5, 6, 7, 5, 6, 7,
                       8, 6, 7, 8, 9, 7, 8, 9, 10);
  const __m256i factor = _mm256_set1_epi32((int)SHIM_BEGINNING_FACTOR);
  const __m256i last = _mm256_set1_epi32(31);
  uint64_t found = 0;
  for (size_t i = 0; i < count; i += 8) {
    __m256i bytes =
        _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(folded + i)));
    __m256i key = _mm256_shuffle_epi8(bytes, keys);
    __m256i place = _mm256_srli_epi32(_mm256_mullo_epi32(key, factor), 16);
    __m256i word = _mm256_i32gather_epi32((const int *)filter, _mm256_srli_epi32(place, 5), 4);
    __m256i bit =
        _mm256_sllv_epi32(word, _mm256_sub_epi32(last, _mm256_and_si256(place, last)));
    found |= (uint64_t)(uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(bit)) << i;
  }
  return found;
}
#endif

uint64_t shim_beginnings(const unsigned char *bytes, size_t count, const uint64_t *filter) {
  unsigned char folded[room];
  fold(folded, bytes, count);
  if (count > window)
    count = window;
  uint64_t found;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2"))
    found = find_wide(folded, count, filter);
  else
#endif
    found = find(folded, count, filter);
  return count < window ? found & (((uint64_t)1 << count) - 1) : found;
}
