#include "CShims.h"

#if defined(__x86_64__)
#include <immintrin.h>

/// The remainders by which 128 bits are carried forward over so many bits, and 64 bits over 64, and the polynomial with its
/// inverse, all bit-reflected: as the paper derives them for the polynomial 0x04C11DB7.
static const uint64_t over_1024[4] = {0x01e88ef372, 0x014a7fe880, 0x01e88ef372, 0x014a7fe880};
static const uint64_t over_512[2] = {0x0154442bd4, 0x01c6e41596};
static const uint64_t over_128[2] = {0x01751997d0, 0x00ccaa009e};
static const uint64_t over_64[2] = {0x0163cd6124, 0};
static const uint64_t polynomial[2] = {0x01db710641, 0x01f7011641};

__attribute__((target("pclmul,sse4.1"), always_inline)) static inline __m128i
carry(__m128i bits, __m128i by, __m128i onto) {
  __m128i low = _mm_clmulepi64_si128(bits, by, 0x00);
  __m128i high = _mm_clmulepi64_si128(bits, by, 0x11);
  return _mm_xor_si128(_mm_xor_si128(low, high), onto);
}

/// The state that four lanes of 128 bits and the `count` bytes behind them, a multiple of 16, come to.
__attribute__((target("pclmul,sse4.1"), always_inline)) static inline uint32_t
finish(__m128i lane[4], const __m128i *next, size_t count) {
  __m128i by = _mm_loadu_si128((const __m128i *)over_512);
  for (; count >= 64; count -= 64)
    for (int i = 0; i < 4; i++)
      lane[i] = carry(lane[i], by, _mm_loadu_si128(next++));

  by = _mm_loadu_si128((const __m128i *)over_128);
  __m128i rest = lane[0];
  for (int i = 1; i < 4; i++)
    rest = carry(rest, by, lane[i]);
  for (; count >= 16; count -= 16)
    rest = carry(rest, by, _mm_loadu_si128(next++));

  // From 128 bits to 64.
  const __m128i low_half = _mm_setr_epi32(-1, 0, -1, 0);
  rest = _mm_xor_si128(_mm_srli_si128(rest, 8), _mm_clmulepi64_si128(rest, by, 0x10));
  __m128i upper = _mm_srli_si128(rest, 4);
  by = _mm_loadl_epi64((const __m128i *)over_64);
  rest = _mm_xor_si128(_mm_clmulepi64_si128(_mm_and_si128(rest, low_half), by, 0x00), upper);

  // From 64 to 32: Barrett's reduction.
  by = _mm_loadu_si128((const __m128i *)polynomial);
  __m128i quotient = _mm_clmulepi64_si128(_mm_and_si128(rest, low_half), by, 0x10);
  quotient = _mm_clmulepi64_si128(_mm_and_si128(quotient, low_half), by, 0x00);
  return (uint32_t)_mm_extract_epi32(_mm_xor_si128(rest, quotient), 1);
}

/// Takes in `count` bytes, a multiple of 16 and at least 64.
__attribute__((target("pclmul,sse4.1"))) static uint32_t
fold(uint32_t state, const unsigned char *bytes, size_t count) {
  const __m128i *next = (const __m128i *)bytes;
  __m128i lane[4];
  for (int i = 0; i < 4; i++)
    lane[i] = _mm_loadu_si128(next++);
  lane[0] = _mm_xor_si128(lane[0], _mm_cvtsi32_si128((int)state));
  return finish(lane, next, count - 64);
}

__attribute__((target("vpclmulqdq,avx2,pclmul,sse4.1"), always_inline)) static inline __m256i
carry_two(__m256i bits, __m256i by, __m256i onto) {
  __m256i low = _mm256_clmulepi64_epi128(bits, by, 0x00);
  __m256i high = _mm256_clmulepi64_epi128(bits, by, 0x11);
  return _mm256_xor_si256(_mm256_xor_si256(low, high), onto);
}

/// Takes in `count` bytes, a multiple of 16 and at least 128, two lanes to a register.
__attribute__((target("vpclmulqdq,avx2,pclmul,sse4.1"))) static uint32_t
fold_wide(uint32_t state, const unsigned char *bytes, size_t count) {
  const __m256i *next = (const __m256i *)bytes;
  __m256i pair[4];
  for (int i = 0; i < 4; i++)
    pair[i] = _mm256_loadu_si256(next++);
  pair[0] =
      _mm256_xor_si256(pair[0], _mm256_zextsi128_si256(_mm_cvtsi32_si128((int)state)));
  count -= 128;
  __m256i by = _mm256_loadu_si256((const __m256i *)over_1024);
  for (; count >= 128; count -= 128)
    for (int i = 0; i < 4; i++)
      pair[i] = carry_two(pair[i], by, _mm256_loadu_si256(next++));

  // The first four lanes are carried onto the last four.
  __m128i lane[8];
  for (int i = 0; i < 4; i++) {
    lane[2 * i] = _mm256_castsi256_si128(pair[i]);
    lane[2 * i + 1] = _mm256_extracti128_si256(pair[i], 1);
  }
  __m128i over = _mm_loadu_si128((const __m128i *)over_512);
  for (int i = 0; i < 4; i++)
    lane[i] = carry(lane[i], over, lane[i + 4]);
  return finish(lane, (const __m128i *)next, count);
}
#endif

size_t shim_crc32(uint32_t *crc, const unsigned char *bytes, size_t count) {
#if defined(__x86_64__)
  size_t taken = count & ~(size_t)15;
  if (taken >= 128 && __builtin_cpu_supports("vpclmulqdq") && __builtin_cpu_supports("avx2")) {
    *crc = ~fold_wide(~*crc, bytes, taken);
    return taken;
  }
  if (taken >= 64 && __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("sse4.1")) {
    *crc = ~fold(~*crc, bytes, taken);
    return taken;
  }
#endif
  return 0;
}
