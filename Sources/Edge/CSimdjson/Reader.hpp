// The page walk: simdjson's structural indexes on one side, the columns of the tape on the other.
#pragma once

#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "CSimdjson.h"
#include "KeyTables.hpp"

namespace daihuo {

/// Memory for so many values, taken before the walk, which then writes without asking for more.
template <typename Value>
class Room {
public:
    void make(size_t count) {
        if (count <= capacity) return;
        // Doubling keeps a run of pages that grow a little each time from allocating for each.
        const size_t larger = std::max(count, capacity * 2);
        capacity = 0;
        values.reset();
        values.reset(new Value[larger]);
        capacity = larger;
    }
    Value *get() const { return values.get(); }
    Value &operator[](size_t index) const { return values[index]; }

private:
    size_t capacity = 0;
    std::unique_ptr<Value[]> values;
};

class Reader {
public:
    /// May throw std::bad_alloc and nothing else.
    csimdjson_status read(const uint8_t *bytes, size_t length, size_t &failedAt);
    csimdjson_tape result() const;

    /// Whether its memory is small enough to wait in the pool for the next page.
    bool isWorthKeeping() const { return !parser || parser->capacity() <= (size_t(4) << 20); }

private:
    simdjson::error_code findTokens(size_t length);
    csimdjson_status walkRoot();
    /// These fill the open node `slot`; the nodes opened above it are its children.
    csimdjson_status walk(size_t slot, unsigned depth);
    csimdjson_status walkObject(size_t slot, unsigned depth);
    csimdjson_status walkArray(size_t slot, unsigned depth);
    csimdjson_status readKey(const uint8_t *token, const uint8_t *colon, size_t slot);
    csimdjson_status readText(const uint8_t *token, const uint8_t *end, csimdjson_node &node);
    csimdjson_status readScalar(const uint8_t *token, const uint8_t *end, csimdjson_node &node);

    /// Moves the children of a container that was just left onto the tape.
    void settle(size_t slot, csimdjson_kind kind, uint32_t table);
    bool hasBackslash(const uint8_t *start, const uint8_t *end);
    csimdjson_status fail(csimdjson_status status, const uint8_t *at);
    /// Something else was expected here.
    csimdjson_status fail(const uint8_t *at);
    csimdjson_status fail(simdjson::error_code error);
    const uint8_t *token() const { return body + *next; }
    uint32_t offset(const uint8_t *at) const { return uint32_t(at - body); }

    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
    /// The token to be read next: brackets, colons, commas, the starts of texts and other values. Behind the
    /// last one stands the end of the body, which no rule of the grammar expects.
    const uint32_t *next = nullptr;
    /// The values of containers that are still open, with the fingerprints of their keys.
    Room<csimdjson_node> open;
    Room<uint64_t> fingerprints;
    size_t openCount = 0;
    /// The finished tape.
    Room<csimdjson_node> tape;
    size_t tapeCount = 0;
    KeyTables tables;
    std::vector<uint8_t> arena;
    const uint8_t *body = nullptr, *bodyEnd = nullptr;
    /// The first backslash not before the last text looked at: a page without any is searched once.
    const uint8_t *nextBackslash = nullptr;
    const uint8_t *failure = nullptr;
};

/// Selects the first bytes of a word, all of them from a length of eight on.
inline uint64_t maskOfBytes(size_t length) {
    return length >= 8 ? ~uint64_t(0) : (uint64_t(1) << 8 * length) - 1;
}

/// Whether the bytes are one JSON number, to the end. Reads up to 16 bytes behind the start.
bool isNumber(const uint8_t *at, const uint8_t *end);
/// The first escape that JSON does not know, or NULL.
const uint8_t *firstBadEscape(const uint8_t *at, const uint8_t *end);

}  // namespace daihuo
