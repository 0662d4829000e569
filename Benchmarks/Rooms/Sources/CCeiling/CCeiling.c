/* What cannot be beaten: the C library's own loops over the same bytes. */
#define _GNU_SOURCE
#include "CCeiling.h"
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

size_t ceiling_deflate(const unsigned char *from, size_t size, unsigned char *to, size_t room) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  stream.next_in = (unsigned char *)from;
  stream.avail_in = (uInt)size;
  stream.next_out = to;
  stream.avail_out = (uInt)room;
  int result = deflate(&stream, Z_FINISH);
  size_t length = stream.total_out;
  deflateEnd(&stream);
  return result == Z_STREAM_END ? length : 0;
}

size_t ceiling_inflate(const unsigned char *from, size_t size) {
  static unsigned char out[1 << 20];
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return 0;
  stream.next_in = (unsigned char *)from;
  stream.avail_in = (uInt)size;
  int result = Z_OK;
  while (result == Z_OK) {
    stream.next_out = out;
    stream.avail_out = sizeof out;
    result = inflate(&stream, Z_NO_FLUSH);
  }
  size_t length = stream.total_out;
  inflateEnd(&stream);
  return result == Z_STREAM_END ? length : 0;
}

size_t ceiling_lines(const unsigned char *from, size_t size) {
  size_t lines = 0;
  const unsigned char *end = from + size;
  while (from < end && (from = memchr(from, '\n', (size_t)(end - from)))) {
    lines++;
    from++;
  }
  return lines;
}

void ceiling_copy(unsigned char *to, const unsigned char *from, size_t size) {
  memcpy(to, from, size);
  __asm__ volatile("" : : "r"(to) : "memory");
}

int ceiling_file(const unsigned char *from, size_t size) {
  int file = memfd_create("rooms", 0);
  if (file < 0) return -1;
  while (size > 0) {
    ssize_t count = write(file, from, size);
    if (count <= 0) {
      close(file);
      return -1;
    }
    from += count;
    size -= (size_t)count;
  }
  return file;
}
