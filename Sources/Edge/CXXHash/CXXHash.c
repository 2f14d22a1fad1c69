// Everything of xxHash is in its header: nothing is linked.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "CXXHash.h"

cxxhash cxxhash_of(const void *bytes, size_t count) {
    const XXH128_hash_t hash = XXH3_128bits(bytes, count);
    return (cxxhash){hash.high64, hash.low64};
}
