// The page walk: simdjson's on-demand parser on one side, the columns of the tape on the other.
#pragma once

// On by default in unoptimised builds only; a page must read alike in both.
#define SIMDJSON_DEVELOPMENT_CHECKS 0
#include <simdjson.h>

#include <string_view>
#include <vector>

#include "CSimdjson.h"

namespace daihuo {

/// One column pair of nodes and their key fingerprints.
struct Columns {
    std::vector<uint64_t> fingerprints;
    std::vector<csimdjson_node> nodes;

    void clear() {
        fingerprints.clear();
        nodes.clear();
    }
    /// A new node to be filled in place: copying one just written field by field would stall the processor.
    size_t add() {
        fingerprints.emplace_back();
        nodes.emplace_back();
        return nodes.size() - 1;
    }
};

class Reader {
public:
    /// May throw std::bad_alloc and nothing else.
    csimdjson_status read(const uint8_t *bytes, size_t length, size_t &failedAt);
    csimdjson_tape result() const;

    /// Whether its memory is small enough to wait in the pool for the next page.
    bool isWorthKeeping() const { return parser.capacity() <= (size_t(4) << 20); }

private:
    using Value = simdjson::ondemand::value;

    csimdjson_status walkRoot(simdjson::ondemand::document &document);
    /// These fill the open node `slot`; the nodes opened above it are its children.
    csimdjson_status walk(Value &value, unsigned depth, size_t slot);
    csimdjson_status walkObject(simdjson::ondemand::object &object, unsigned depth, size_t slot);
    csimdjson_status walkArray(simdjson::ondemand::array &array, unsigned depth, size_t slot);
    csimdjson_status readKey(const uint8_t *start, const uint8_t *value, size_t slot);
    csimdjson_status readText(const uint8_t *token, const uint8_t *end, csimdjson_node &node);
    csimdjson_status readScalar(const uint8_t *token, const uint8_t *end, csimdjson_node &node);

    /// Moves the children of a container that was just left onto the tape.
    void settle(size_t slot, csimdjson_kind kind);
    /// The offset behind the container that was just left.
    const uint8_t *endOfContainer();
    bool hasBackslash(const uint8_t *start, const uint8_t *end);
    csimdjson_status fail(csimdjson_status status, const uint8_t *at);
    csimdjson_status fail(simdjson::error_code error);
    uint32_t offset(const uint8_t *at) const { return uint32_t(at - body); }

    simdjson::ondemand::parser parser;
    simdjson::ondemand::document *document = nullptr;
    /// The values of containers that are still open, and the finished tape.
    Columns open, tape;
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
