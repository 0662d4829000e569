#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// The last `byte` within `length` bytes from `start` on, or `NULL`: memrchr(3).
const void *shim_memrchr(const void *start, int byte, size_t length);

/// Random bytes from the system: getrandom(2) with no flags.
ssize_t shim_getrandom(void *buffer, size_t length);

/// Overwrites with zeros, which the compiler may not leave out: explicit_bzero(3).
void shim_erase(void *buffer, size_t length);

/// Takes as many of `count` bytes into a CRC-32 as the processor has instructions for, and returns how many: all but the last
/// few, or none. Source: Gopal and others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ" (Intel, 2009).
size_t shim_crc32(uint32_t *crc, const unsigned char *bytes, size_t count);

/// Mixes `count` blocks of 64 bytes into the eight words of a SHA-256 state with the processor's own instructions; 0, and
/// nothing mixed, where it has none: FIPS 180-4, section 6.2.
int shim_sha256(uint32_t *state, const unsigned char *blocks, size_t count);

/// Which of the 64 bytes from `start` on are one of two: the first is the lowest bit.
static inline uint64_t shim_places(const void *start, unsigned char one, unsigned char other) {
  typedef unsigned char bytes __attribute__((ext_vector_type(64)));
  typedef _Bool places __attribute__((ext_vector_type(64)));
  bytes found;
  __builtin_memcpy(&found, start, sizeof found);
  places hits = __builtin_convertvector((found == one) | (found == other), places);
  uint64_t bits;
  __builtin_memcpy(&bits, &hits, sizeof bits);
  return bits;
}

/// How many more places ``shim_marks`` may write than there are marks.
#define SHIM_MARKS_SLACK 64

/// What ``shim_marks`` looks for beside line ends: a byte whose places are wanted, and one of which only its presence is.
struct shim_marks_sought {
  unsigned char mark;
  unsigned char flag;
};

/// How many line ends and marks ``shim_marks`` has found, and whether the flag is among the bytes.
struct shim_marks_found {
  size_t ends;
  size_t places;
  int has_flag;
};

/// Finds the line ends (LF) and the marks among `count` bytes. Of each line end, in their order, its place and the number of
/// marks before it are written to `ends`, which has room for two numbers a byte; the places of the marks to `places`, which
/// has room for a number a byte and ``SHIM_MARKS_SLACK`` more. Source: the index of Langdale and Lemire, "Parsing gigabytes of
/// JSON per second" (2019), section 3.2.
struct shim_marks_found shim_marks(const unsigned char *bytes, size_t count,
                                   struct shim_marks_sought sought, uint32_t *ends,
                                   uint32_t *places);

/// Which of 16 bytes, eight from `first` on and eight from `last` on, are one of two: the first is the lowest bit.
static inline uint32_t shim_places_of_16(const void *first, const void *last, unsigned char one,
                                         unsigned char other) {
  typedef unsigned char block __attribute__((ext_vector_type(16)));
  typedef _Bool hits __attribute__((ext_vector_type(16)));
  block here;
  __builtin_memcpy(&here, first, 8);
  __builtin_memcpy((char *)&here + 8, last, 8);
  hits found = __builtin_convertvector((here == one) | (here == other), hits);
  uint16_t bits;
  __builtin_memcpy(&bits, &found, sizeof bits);
  return bits;
}

/// The place of the first of two bytes among `count`, or `count`; 32 at a time, since most fields end among the first.
static inline size_t shim_place(const unsigned char *bytes, size_t count, unsigned char one,
                                unsigned char other) {
  size_t start = 0;
  while (count >= 32) {
    uint32_t bits = shim_places_of_16(bytes + start, bytes + start + 8, one, other) |
                    shim_places_of_16(bytes + start + 16, bytes + start + 24, one, other) << 16;
    if (bits != 0)
      return start + (size_t)__builtin_ctz(bits);
    start += 32;
    if (start >= count)
      return count;
    // The last 32, some of them again.
    if (count - start < 32)
      start = count - 32;
  }
  // What is shorter is looked at from both ends.
  uint64_t bits = 0;
  if (count >= 16)
    bits = shim_places_of_16(bytes, bytes + 8, one, other) |
           (uint64_t)shim_places_of_16(bytes + count - 16, bytes + count - 8, one, other)
               << (count - 16);
  else if (count >= 8) {
    uint32_t halves = shim_places_of_16(bytes, bytes + count - 8, one, other);
    bits = (halves & 0xFF) | (halves >> 8) << (count - 8);
  } else
    for (size_t place = count; place-- > 0;)
      bits = bits << 1 | (bytes[place] == one || bytes[place] == other);
  return bits != 0 ? (size_t)__builtin_ctzll(bits) : count;
}

/// What the bits of four bytes are mixed by.
#define SHIM_BEGINNING_FACTOR 0x9E3779B1u

/// Which of the first 64 of `count` bytes begin four, folded, that `filter` has marked; the first is the lowest bit. Folded are
/// small letters for the capital ones of ASCII, and a space for `+`; behind the end stand zeros. The filter has a bit for each
/// value of the upper half of the four bytes, as a little-endian word, times the factor.
uint64_t shim_beginnings(const unsigned char *bytes, size_t count, const uint64_t *filter);

/// Asks the processor to fetch the line that holds `address` before it is read or written.
static inline void shim_prefetch(const void *address) {
  __builtin_prefetch(address, 1, 3);
}

/// What is granted with a file or with all files in a folder.
enum shim_access {
  /// Reading the file.
  shim_may_read,
  /// Writing the file; in a folder also making, reading, replacing and removing files.
  shim_may_write
};

/// Begins a set of rules that refuse every use of files, of the network and of other processes that is not allowed:
/// landlock(7). The number of the set, or -1 where the kernel has no Landlock.
int shim_landlock_begin(void);

/// Allows something; -1 where there is no such file.
int shim_landlock_allow(int rules, const char *path, enum shim_access access);

/// Puts the calling thread, and all that it makes, under the rules, and lets go of the set; -1 where that fails.
int shim_landlock_enter(int rules);

/// Refuses all threads the system calls for the network, other programs and the machine: seccomp(2). -1 where the kernel
/// cannot.
int shim_seccomp_enter(void);

/// From now on SIGTERM, SIGINT and SIGHUP are noted and do not end the process, unless they were ignored before.
void shim_hold_endings(void);

/// The signal that was noted, or 0.
int shim_ending(void);

/// Lets the signals do as before, also the one that was noted.
void shim_release_endings(void);

/// From now on a block of at least so many bytes is mapped by itself and given back to the system as soon as it is free, and
/// of the smaller ones `rest` free bytes at the end of a heap are kept: mallopt(3), M_MMAP_THRESHOLD and M_TRIM_THRESHOLD.
/// Without effect where the C library has no such bounds.
void shim_map_blocks_from(int bytes, int rest);

/// Forbids core files, also to a program that the system would hand them to, and other processes' looks into memory.
int shim_forbid_dumps(void);
