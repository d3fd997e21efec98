// A library for LD_PRELOAD that makes the n-th change of a folder tree go wrong: the process that makes it dies, the whole
// program dies as in a power cut, or the call fails as on a full, broken or read-only disk.
//
//   FAIL_AT_PROGRAM  only programs of this file name (biaoshen, not biaoshen-reader)
//   FAIL_AT_UNDER    absolute path of the folder whose changes are counted
//   FAIL_AT_COUNTER  a file that the program's processes share: the count goes on over forks
//   FAIL_AT_STEP     n, from 1; 0: only counts
//   FAIL_AT_WITH     kill (this process), power (the first process of the program), or ENOSPC, EIO, EROFS
//   FAIL_AT_ON       set: every step from the n-th on fails
//   FAIL_AT_LOG      a file that gets a line for each step
//   FAIL_AT_NETWORK  set: renames know no flags, as on some network file systems
//
// Counted are the calls that change a tree, where this error can come from them: a full disk does not refuse to delete, a
// read-only one is told when a file is opened. Used by tests/endurance/*_test.py and tests/ledger/.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum Kind { makes, writes, syncs, renames, removes };

static struct Shared {
  atomic_long steps;
  atomic_int first_process;
} *shared;
static char under[PATH_MAX];
static size_t under_size;
static long fail_step;
static int fail_errno, goes_on, kills, log_file = -1;

static int errno_named(const char *name) {
  if (strcmp(name, "ENOSPC") == 0) return ENOSPC;
  if (strcmp(name, "EIO") == 0) return EIO;
  return strcmp(name, "EROFS") == 0 ? EROFS : 0;
}

// The raw system calls: our own files must not be counted.
static int raw_open(const char *path) { return (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666); }

__attribute__((constructor)) static void begin(void) {
  const char *program = getenv("FAIL_AT_PROGRAM"), *folder = getenv("FAIL_AT_UNDER"), *counter = getenv("FAIL_AT_COUNTER");
  if (!program || !folder || !counter) return;
  char self[PATH_MAX] = "";
  if (readlink("/proc/self/exe", self, sizeof self - 1) < 0) return;
  const char *name = strrchr(self, '/');
  if (!name || strcmp(name + 1, program) != 0) return;
  int file = raw_open(counter);
  if (file < 0 || syscall(SYS_ftruncate, file, sizeof *shared) != 0) return;
  void *mapped = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  syscall(SYS_close, file);
  if (mapped == MAP_FAILED) return;
  under_size = strlen(folder);
  if (under_size >= sizeof under) return;
  memcpy(under, folder, under_size + 1);
  const char *with = getenv("FAIL_AT_WITH"), *step = getenv("FAIL_AT_STEP"), *log = getenv("FAIL_AT_LOG");
  fail_step = step ? atol(step) : 0;
  fail_errno = with ? errno_named(with) : 0;
  kills = with && (strcmp(with, "kill") == 0 || strcmp(with, "power") == 0);
  goes_on = getenv("FAIL_AT_ON") != NULL;
  if (log) log_file = raw_open(log);
  shared = mapped;
  int none = 0;
  atomic_compare_exchange_strong(&shared->first_process, &none, with && strcmp(with, "power") == 0 ? (int)getpid() : -1);
}

static int is_under(const char *path) {
  return strncmp(path, under, under_size) == 0 && (path[under_size] == '/' || path[under_size] == 0);
}

// The path that a call is about, absolute; empty where it cannot be told.
static void absolute(int at, const char *path, char *into, size_t size) {
  into[0] = 0;
  if (path && path[0] == '/') {
    snprintf(into, size, "%s", path);
    return;
  }
  char link[64], base[PATH_MAX];
  if (at == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
  else snprintf(link, sizeof link, "/proc/self/fd/%d", at);
  ssize_t length = readlink(link, base, sizeof base - 1);
  if (length < 0) return;
  base[length] = 0;
  snprintf(into, size, path ? "%s/%s" : "%s", base, path);
}

static int can_come_from(enum Kind kind) {
  if (fail_errno == ENOSPC) return kind != removes;
  if (fail_errno == EROFS) return kind != writes && kind != syncs;
  return 1;
}

static void die(void) {
  int first = atomic_load(&shared->first_process);
  if (first > 0) kill(first, SIGKILL);
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

// Whether this call is to fail, with errno set.
static int fails(enum Kind kind, const char *call, int at, const char *path) {
  if (!shared || !can_come_from(kind)) return 0;
  int before = errno;
  char about[2 * PATH_MAX];
  absolute(at, path, about, sizeof about);
  errno = before;
  if (!is_under(about)) return 0;
  long step = atomic_fetch_add(&shared->steps, 1) + 1;
  if (log_file >= 0) {
    char line[2 * PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%ld %d %s %s\n", step, (int)getpid(), call, about);
    syscall(SYS_write, log_file, line, length);
  }
  if (fail_step == 0 || step < fail_step || (step > fail_step && !goes_on)) return 0;
  if (kills) die();
  errno = fail_errno;
  return fail_errno != 0;
}

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define OPENS(name, parameters, arguments, at, path)                             \
  int name parameters {                                                          \
    REAL(name);                                                                  \
    mode_t mode = 0;                                                             \
    if ((flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE) {                 \
      va_list more;                                                              \
      va_start(more, flags);                                                     \
      mode = va_arg(more, mode_t);                                               \
      va_end(more);                                                              \
    }                                                                            \
    int is_change = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);        \
    if (is_change && fails(makes, #name, at, path)) return -1;                   \
    return real arguments;                                                       \
  }
OPENS(open, (const char *path, int flags, ...), (path, flags, mode), AT_FDCWD, path)
OPENS(open64, (const char *path, int flags, ...), (path, flags, mode), AT_FDCWD, path)
OPENS(openat, (int at, const char *path, int flags, ...), (at, path, flags, mode), at, path)
OPENS(openat64, (int at, const char *path, int flags, ...), (at, path, flags, mode), at, path)

#define OPENS_STREAM(name)                                                                                    \
  FILE *name(const char *path, const char *mode) {                                                            \
    REAL(name);                                                                                               \
    return mode[strcspn(mode, "wa+")] && fails(makes, #name, AT_FDCWD, path) ? NULL : real(path, mode);       \
  }
OPENS_STREAM(fopen)
OPENS_STREAM(fopen64)

#define CALL(type, name, parameters, arguments, kind, at, path)  \
  type name parameters {                                        \
    REAL(name);                                                 \
    return fails(kind, #name, at, path) ? -1 : real arguments;  \
  }
CALL(ssize_t, write, (int to, const void *data, size_t size), (to, data, size), writes, to, NULL)
CALL(ssize_t, writev, (int to, const struct iovec *parts, int n), (to, parts, n), writes, to, NULL)
CALL(ssize_t, pwrite, (int to, const void *data, size_t size, off_t offset), (to, data, size, offset), writes, to, NULL)
CALL(ssize_t, pwrite64, (int to, const void *data, size_t size, off64_t offset), (to, data, size, offset), writes, to, NULL)
CALL(int, ftruncate, (int of, off_t size), (of, size), writes, of, NULL)
CALL(int, ftruncate64, (int of, off64_t size), (of, size), writes, of, NULL)
CALL(int, fsync, (int of), (of), syncs, of, NULL)
CALL(int, fdatasync, (int of), (of), syncs, of, NULL)
CALL(int, syncfs, (int of), (of), syncs, of, NULL)
CALL(int, rename, (const char *from, const char *to), (from, to), renames, AT_FDCWD, to)
CALL(int, renameat, (int at, const char *from, int to_at, const char *to), (at, from, to_at, to), renames, to_at, to)
int renameat2(int at, const char *from, int to_at, const char *to, unsigned flags) {
  REAL(renameat2);
  if (shared && flags && getenv("FAIL_AT_NETWORK")) {
    errno = EINVAL;
    return -1;
  }
  return fails(renames, "renameat2", to_at, to) ? -1 : real(at, from, to_at, to, flags);
}
CALL(int, link, (const char *from, const char *to), (from, to), makes, AT_FDCWD, to)
CALL(int, linkat, (int at, const char *from, int to_at, const char *to, int flags), (at, from, to_at, to, flags), makes, to_at, to)
CALL(int, symlink, (const char *to, const char *path), (to, path), makes, AT_FDCWD, path)
CALL(int, mkdir, (const char *path, mode_t mode), (path, mode), makes, AT_FDCWD, path)
CALL(int, mkdirat, (int at, const char *path, mode_t mode), (at, path, mode), makes, at, path)
CALL(int, unlink, (const char *path), (path), removes, AT_FDCWD, path)
CALL(int, unlinkat, (int at, const char *path, int flags), (at, path, flags), removes, at, path)
CALL(int, rmdir, (const char *path), (path), removes, AT_FDCWD, path)
CALL(int, remove, (const char *path), (path), removes, AT_FDCWD, path)
