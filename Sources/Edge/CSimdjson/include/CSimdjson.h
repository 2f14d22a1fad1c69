// The C face of the page reader: bytes in, a flat tape of spans out, for Swift to read.
#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#pragma clang assume_nonnull begin

#ifdef __cplusplus
extern "C" {
#endif

enum {
    /// Containers inside each other, the root included, before a page is refused.
    CSIMDJSON_DEPTH_MAX = 64,
    /// The largest body that is read. A page of 100 orders is 0.2 MB.
    CSIMDJSON_BYTES_MAX = 64 << 20,
    /// Readable bytes that must follow the body.
    CSIMDJSON_PADDING_BYTES = 64,
    /// Members of an object whose keys are found by hash, at most.
    CSIMDJSON_HASHED_MAX = 255,
};

/// `csimdjson_find` answers this when the object has no such key.
static const uint32_t CSIMDJSON_NOT_FOUND = UINT32_MAX;

typedef enum csimdjson_kind {
    CSIMDJSON_OBJECT,
    CSIMDJSON_ARRAY,
    CSIMDJSON_TEXT,
    CSIMDJSON_ESCAPED_TEXT,
    CSIMDJSON_NUMBER,
    CSIMDJSON_TRUE,
    CSIMDJSON_FALSE,
    CSIMDJSON_NULL,
} csimdjson_kind;

typedef enum csimdjson_status {
    CSIMDJSON_OK,
    CSIMDJSON_MALFORMED,
    CSIMDJSON_INCOMPLETE,
    CSIMDJSON_BAD_UTF8,
    CSIMDJSON_TOO_DEEP,
    CSIMDJSON_OUT_OF_MEMORY,
} csimdjson_status;

/// One value: byte offsets into the body. A text's span leaves its quotes out.
/// The children of a container are nodes `first ..< first + count`, in the order of the page; they and
/// everything below them lie before that end, and behind that of the container's elder sibling.
/// The root is the last node.
typedef struct csimdjson_node {
    uint32_t start;
    uint32_t end;
    /// The key of an object's member: an offset into the body, or into the arena if it had escapes.
    uint32_t key_start;
    uint32_t key_length;
    uint32_t first;
    /// Where an object's hash table begins in `csimdjson_tape.places`; 0 for none.
    uint32_t table;
    uint32_t kind : 3;
    uint32_t key_in_arena : 1;
    uint32_t count : 28;
} csimdjson_node;

/// A page as read.
/// A hash table takes the fingerprint of a key to the first member of that name; objects with the same keys in
/// the same order share one. A place is 0 or the fingerprint with the member's position + 1 in its lowest byte.
typedef struct csimdjson_tape {
    const uint8_t *bytes;
    const uint8_t *_Nullable arena;
    const csimdjson_node *nodes;
    const uint64_t *places;
    uint32_t root;
    /// 0: no key stands twice in any object. Else one may: its fingerprint does.
    uint32_t may_repeat_key;
} csimdjson_tape;

/// Owns the parser and the memory of one tape; taken from and given back to a small pool, from any thread.
typedef struct csimdjson_reader csimdjson_reader;

/// NULL when memory runs out.
csimdjson_reader *_Nullable csimdjson_take(void);
void csimdjson_give(csimdjson_reader *reader);

/// Reads a body of at most CSIMDJSON_BYTES_MAX bytes that starts with `{` or `[`, with the padding behind.
/// `failed_at` is a byte offset, set on failure.
csimdjson_status csimdjson_read(
    csimdjson_reader *reader, const uint8_t *bytes, size_t length, size_t *failed_at);

/// What the last read that succeeded found. It lives until the reader reads again or is given back.
csimdjson_tape csimdjson_tape_of(const csimdjson_reader *reader);

/// The first member of `object` with this key, as a node index.
uint32_t csimdjson_find(const csimdjson_tape *tape, uint32_t object, const uint8_t *key, size_t length,
                        uint64_t fingerprint);

/// Writes the text without its escapes, at most `length` bytes, and answers how many. Escapes were checked by
/// the read; a lone surrogate becomes U+FFFD.
size_t csimdjson_unescape(const uint8_t *text, size_t length, uint8_t *unescaped);

/// Eight bytes, eight more and a length in one well mixed word.
static inline uint64_t csimdjson_mix(uint64_t first, uint64_t last, size_t length) {
    const unsigned __int128 product =
        (unsigned __int128)(first ^ 0x9E3779B97F4A7C15u ^ length) * (last ^ 0xD6E8FEB86659FD93u);
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/// The fingerprint of a key by its first and last eight bytes, which are the same for keys of up to eight bytes; the
/// bytes between them are read where there are any.
static inline uint64_t csimdjson_fold(uint64_t first, uint64_t last, const uint8_t *key, size_t length) {
    for (size_t at = 8; at + 8 < length; at += 8) {
        uint64_t word;
        memcpy(&word, key + at, 8);
        first = csimdjson_mix(first, word, at);
    }
    return csimdjson_mix(first, last, length);
}

/// Up to seven bytes in one word; reads nothing but them.
static inline uint64_t csimdjson_short_word(const uint8_t *key, size_t length) {
    if (length >= 4) {
        uint32_t first, last;
        memcpy(&first, key, 4);
        memcpy(&last, key + length - 4, 4);
        return first | (uint64_t)last << 8 * (length - 4);
    }
    uint64_t word = 0;
    for (size_t index = 0; index < length; ++index) word |= (uint64_t)key[index] << 8 * index;
    return word;
}

/// A key's fingerprint: different keys have different ones, but for one pair in 10^17; a page made on purpose may hold
/// such a pair, and would deceive nobody but its own reader. Reads nothing but the key.
/// Both languages compute it here, so that they cannot disagree.
static inline uint64_t csimdjson_fingerprint(const uint8_t *key, size_t length) {
    if (length < 8) {
        const uint64_t word = csimdjson_short_word(key, length);
        return csimdjson_fold(word, word, key, length);
    }
    uint64_t first, last;
    memcpy(&first, key, 8);
    memcpy(&last, key + length - 8, 8);
    return csimdjson_fold(first, last, key, length);
}

#ifdef __cplusplus
}
#endif

#pragma clang assume_nonnull end

#endif
