// Has one write or flush of a workspace's files fail, the FAIL_AT-th, with the error number FAIL_WITH; all others are done.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int fails(int file) {
  static long counted = 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  if (strstr(path, "workspace.db") == NULL) return 0;
  if (__sync_add_and_fetch(&counted, 1) != atol(getenv("FAIL_AT"))) return 0;
  errno = atoi(getenv("FAIL_WITH"));
  return 1;
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (real == NULL) real = dlsym(RTLD_NEXT, "pwrite64");
  return fails(file) ? -1 : real(file, bytes, size, at);
}

int fsync(int file) {
  static int (*real)(int);
  if (real == NULL) real = dlsym(RTLD_NEXT, "fsync");
  return fails(file) ? -1 : real(file);
}

int ftruncate64(int file, off64_t size) {
  static int (*real)(int, off64_t);
  if (real == NULL) real = dlsym(RTLD_NEXT, "ftruncate64");
  return fails(file) ? -1 : real(file, size);
}
