#define _GNU_SOURCE
#include "CShims.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define RETURN(value) BPF_STMT(BPF_RET | BPF_K, value)
#define REFUSE(number) RETURN(SECCOMP_RET_ERRNO | (number))
/// Refuses the system call; the one after this is looked at otherwise.
#define DENY(name) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 1), REFUSE(EPERM)

#ifndef SYS_io_uring_setup
#define SYS_io_uring_setup 425
#endif
#ifndef SYS_pidfd_getfd
#define SYS_pidfd_getfd 438
#endif

/// What a program that reads logs and writes reports never does: other processes, the network, the machine.
///
/// A list of refusals and not of permissions: the C library and the Swift runtime may change what they use.
static struct sock_filter filter[] = {
  LOAD(arch),
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0), REFUSE(EPERM),
  LOAD(nr),
#if defined(__x86_64__)
  // The x32 numbers are a second way to every system call.
  BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), REFUSE(EPERM),
  DENY(fork), DENY(vfork),
#endif
  DENY(socket), DENY(socketpair), DENY(connect), DENY(bind), DENY(listen), DENY(accept),
  DENY(accept4), DENY(sendto), DENY(sendmsg), DENY(sendmmsg), DENY(recvfrom), DENY(recvmsg),
  DENY(recvmmsg), DENY(execve), DENY(execveat), DENY(ptrace), DENY(process_vm_readv),
  DENY(process_vm_writev), DENY(pidfd_getfd), DENY(io_uring_setup), DENY(bpf),
  DENY(perf_event_open), DENY(userfaultfd), DENY(add_key), DENY(request_key), DENY(keyctl),
  DENY(mount), DENY(umount2), DENY(pivot_root), DENY(chroot), DENY(unshare), DENY(setns),
  DENY(open_by_handle_at), DENY(init_module), DENY(finit_module), DENY(delete_module),
  DENY(kexec_load), DENY(reboot), DENY(swapon), DENY(swapoff), DENY(sethostname),
  DENY(settimeofday), DENY(clock_settime), DENY(acct), DENY(quotactl), DENY(personality),
  // A filter cannot look at what clone3 is told; without it the C library makes threads by clone.
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 435, 0, 1), REFUSE(ENOSYS),
  // Threads may be made, processes not. The flags are the first argument's lower half.
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3), LOAD(args[0]),
  BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0), REFUSE(EPERM),
  RETURN(SECCOMP_RET_ALLOW),
};

int shim_seccomp_enter(void) {
  struct sock_fprog program = {
    .len = sizeof filter / sizeof filter[0], .filter = filter };
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return -1;
  // All threads, and no slower speculation, which older kernels else add for filtered processes.
  unsigned flags = SECCOMP_FILTER_FLAG_TSYNC | SECCOMP_FILTER_FLAG_SPEC_ALLOW;
  int failed = (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &program);
  if (failed && errno == EINVAL)
    failed = (int)syscall(
      SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
  return failed;
}

#else

int shim_seccomp_enter(void) {
  errno = ENOSYS;
  return -1;
}

#endif
