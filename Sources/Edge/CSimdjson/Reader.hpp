// The page walk: simdjson's on-demand values on one side, the tape on the other.
#pragma once

#include <simdjson.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "CSimdjson.h"
#include "MemberTables.hpp"

namespace daihuo {

class Reader {
public:
    /// May throw std::bad_alloc and nothing else.
    csimdjson_status read(const uint8_t *bytes, size_t length, size_t &failedAt);
    csimdjson_tape result() const;

    /// Whether its memory is small enough to wait in the pool for the next page.
    bool isWorthKeeping() const { return parser.capacity() <= (size_t(4) << 20); }

private:
    using Value = simdjson::ondemand::value;

    csimdjson_status walkRoot(size_t length);
    /// These fill the open node `slot`; the nodes opened above it are its children.
    csimdjson_status walk(Value &value, std::string_view token, size_t slot, unsigned depth);
    csimdjson_status walkObject(Value &value, size_t slot, unsigned depth);
    csimdjson_status walkArray(Value &value, size_t slot, unsigned depth);
    csimdjson_status readKey(const uint8_t *start, const uint8_t *value, size_t slot);
    csimdjson_status readText(const uint8_t *token, const uint8_t *end, csimdjson_node &node);
    csimdjson_status readScalar(const uint8_t *token, const uint8_t *end, csimdjson_node &node);

    /// A node for another value of the container that is being read; its place among the open ones.
    size_t openNode();
    /// Moves the children of a container that was just left onto the tape.
    void settle(size_t slot, csimdjson_kind kind, uint32_t table);
    bool hasBackslash(const uint8_t *start, const uint8_t *end);
    /// Where simdjson stands; the end of the body behind the last token.
    const uint8_t *location();
    csimdjson_status fail(csimdjson_status status, const uint8_t *at);
    /// Something else was expected here.
    csimdjson_status fail(const uint8_t *at);
    csimdjson_status fail(simdjson::error_code error);
    uint32_t offset(const uint8_t *at) const { return uint32_t(at - body); }

    simdjson::ondemand::parser parser;
    simdjson::ondemand::document page;
    /// The values of containers that are still open, with the fingerprints of their keys.
    std::vector<csimdjson_node> open;
    std::vector<uint64_t> fingerprints;
    /// The finished tape.
    std::vector<csimdjson_node> tape;
    MemberTables tables;
    std::vector<uint8_t> arena;
    const uint8_t *body = nullptr, *bodyEnd = nullptr;
    /// The first backslash not before the last text looked at: a page without any is searched once.
    const uint8_t *nextBackslash = nullptr;
    const uint8_t *failure = nullptr;
};

/// Whether the bytes are one JSON number, to the end.
bool isNumber(const uint8_t *at, const uint8_t *end);
/// The first escape that JSON does not know, or NULL.
const uint8_t *firstBadEscape(const uint8_t *at, const uint8_t *end);

}  // namespace daihuo
