// The C face of xxHash: one hash of one stretch of bytes.
#ifndef CXXHASH_H
#define CXXHASH_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// 128 bits, the higher half first, as xxHash prints them.
typedef struct cxxhash {
    uint64_t high;
    uint64_t low;
} cxxhash;

/// XXH3, 128 bits, without a seed.
cxxhash cxxhash_of(const void *_Nullable bytes, size_t count);

#pragma clang assume_nonnull end

#endif
