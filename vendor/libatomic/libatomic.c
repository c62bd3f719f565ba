/*
 * The one function of libatomic that Node 26 imports, for Linux machines that have no libatomic of their own (a Debian
 * without a compiler). bin/node26 puts it before the program only there. Built by build.sh; nothing else links it.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static bool same(const unsigned char *a, const unsigned char *b, size_t size) {
  for (size_t i = 0; i < size; i++)
    if (a[i] != b[i]) return false;
  return true;
}

static void copy(unsigned char *to, const unsigned char *from, size_t size) {
  for (size_t i = 0; i < size; i++) to[i] = from[i];
}

static bool under_lock(size_t size, void *at, void *expected, void *desired) {
  static volatile int lock;
  while (__sync_lock_test_and_set(&lock, 1)) __builtin_ia32_pause();
  bool equal = same(at, expected, size);
  if (equal)
    copy(at, desired, size);
  else
    copy(expected, at, size);
  __sync_lock_release(&lock);
  return equal;
}

#define EXCHANGE(type)                                                                                       \
  do {                                                                                                       \
    type was = __sync_val_compare_and_swap((type *)at, *(type *)expected, *(type *)desired);                 \
    if (was == *(type *)expected) return true;                                                               \
    *(type *)expected = was;                                                                                 \
    return false;                                                                                            \
  } while (0)

/* Always sequentially consistent, the strictest order a caller can ask for. */
bool compare_exchange(size_t size, void *at, void *expected, void *desired, int success, int failure)
    __asm__("__atomic_compare_exchange");

bool compare_exchange(size_t size, void *at, void *expected, void *desired, int success, int failure) {
  (void)success;
  (void)failure;
  bool aligned = size != 0 && ((uintptr_t)at & (size - 1)) == 0;
  if (aligned) switch (size) {
      case 1: EXCHANGE(uint8_t);
      case 2: EXCHANGE(uint16_t);
      case 4: EXCHANGE(uint32_t);
      case 8: EXCHANGE(uint64_t);
      case 16: EXCHANGE(unsigned __int128);
    }
  return under_lock(size, at, expected, desired);
}
