#ifndef CCEILING_H
#define CCEILING_H
#include <stddef.h>

/* One gzip member of `size` bytes at `from`, at level 6, into `to` of `room` bytes: its length, or 0. */
size_t ceiling_deflate(const unsigned char *from, size_t size, unsigned char *to, size_t room);

/* Inflates a gzip stream through a buffer that is thrown away: the bytes that came out, or 0. */
size_t ceiling_inflate(const unsigned char *from, size_t size);

/* The lines that memchr finds. */
size_t ceiling_lines(const unsigned char *from, size_t size);

/* A copy of `size` bytes, which the compiler must not leave out. */
void ceiling_copy(unsigned char *to, const unsigned char *from, size_t size);

/* A file without a name that holds the bytes, or -1. */
int ceiling_file(const unsigned char *from, size_t size);
#endif
