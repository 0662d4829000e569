#define _GNU_SOURCE
#include "CShims.h"

#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>

static const int endings[] = { SIGTERM, SIGINT, SIGHUP };
enum { count = sizeof endings / sizeof endings[0] };
static struct sigaction before[count];
static sigset_t mask_before;
static pthread_t holder;
static volatile sig_atomic_t caught;

/// The system gives a signal to any thread; the one whose call waits is the holder.
static void note(int number) {
  caught = number;
  if (!pthread_equal(pthread_self(), holder)) pthread_kill(holder, number);
}

void shim_hold_endings(void) {
  caught = 0;
  holder = pthread_self();
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < count; i++) sigaddset(&set, endings[i]);
  // A call that waits is interrupted, so that the program can look.
  struct sigaction action = { .sa_handler = note, .sa_mask = set };
  for (size_t i = 0; i < count; i++) {
    if (sigaction(endings[i], NULL, &before[i]) == 0 && before[i].sa_handler != SIG_IGN)
      sigaction(endings[i], &action, NULL);
  }
  pthread_sigmask(SIG_UNBLOCK, &set, &mask_before);
}

int shim_ending(void) { return caught; }

void shim_release_endings(void) {
  for (size_t i = 0; i < count; i++) sigaction(endings[i], &before[i], NULL);
  if (caught) raise(caught);
  pthread_sigmask(SIG_SETMASK, &mask_before, NULL);
}

int shim_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
