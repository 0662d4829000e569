#define _GNU_SOURCE
#include "CShims.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The kernel's interface by its numbers: headers that are older than the kernel do not name them all.
// Source: include/uapi/linux/landlock.h, Linux 6.18.

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

enum {
  execute = 1 << 0, write_file = 1 << 1, read_file = 1 << 2, read_folder = 1 << 3,
  remove_file = 1 << 5, make_file = 1 << 8, truncate_file = 1 << 14
};

struct ruleset { uint64_t files, network, scopes; };
struct __attribute__((packed)) beneath { uint64_t allowed; int32_t parent; };

static int version(void) {
  return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, 1);
}

/// All rights over files that a version knows of, so that what no rule grants is refused.
static uint64_t known_files(int abi) {
  if (abi >= 5) return (1 << 16) - 1;
  if (abi >= 3) return (1 << 15) - 1;
  if (abi == 2) return (1 << 14) - 1;
  return (1 << 13) - 1;
}

int shim_landlock_begin(void) {
  int abi = version();
  if (abi < 1) return -1;
  struct ruleset rules = {
    .files = known_files(abi), .network = abi >= 4 ? 3 : 0, .scopes = abi >= 6 ? 3 : 0 };
  size_t length = abi >= 6 ? 24 : abi >= 4 ? 16 : 8;
  return (int)syscall(SYS_landlock_create_ruleset, &rules, length, 0);
}

int shim_landlock_allow(int rules, const char *path, enum shim_access access) {
  int file = open(path, O_PATH | O_CLOEXEC);
  if (file < 0) return -1;
  struct stat status;
  uint64_t rights = read_file;
  if (access == shim_may_write) {
    rights = write_file | truncate_file;
    if (fstat(file, &status) == 0 && S_ISDIR(status.st_mode))
      rights |= read_file | read_folder | remove_file | make_file;
  }
  struct beneath rule = { .allowed = rights & known_files(version()), .parent = file };
  int failed = (int)syscall(SYS_landlock_add_rule, rules, 1, &rule, 0);
  close(file);
  return failed;
}

int shim_landlock_enter(int rules) {
  int failed = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (!failed) failed = (int)syscall(SYS_landlock_restrict_self, rules, 0);
  close(rules);
  return failed;
}
