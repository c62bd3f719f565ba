#!/bin/sh
# Rebuilds linux-x64/libatomic.so.1 from libatomic.c; needs gcc.
set -eu
cd "$(dirname "$0")"
gcc -O2 -fPIC -shared -nostdlib -mcx16 -fno-builtin -Wall -Wextra -Werror -Wl,-soname,libatomic.so.1 \
  -Wl,--version-script=exports.map -Wl,--build-id=none -Wl,-z,noexecstack -s -o linux-x64/libatomic.so.1 libatomic.c
