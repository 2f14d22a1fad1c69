#include "Reader.hpp"

#include <string_view>

namespace daihuo {

/// One comparison for nearly all bytes.
static bool isSpace(uint8_t byte) {
    return byte <= ' ' && (byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t');
}

static const uint8_t *withoutSpaceBehind(const uint8_t *start, const uint8_t *end) {
    while (end > start && isSpace(end[-1])) --end;
    return end;
}

static const uint8_t *startOf(std::string_view token) { return reinterpret_cast<const uint8_t *>(token.data()); }

csimdjson_status Reader::read(const uint8_t *bytes, size_t length, size_t &failedAt) {
    body = bytes;
    bodyEnd = bytes + length;
    nextBackslash = failure = body;
    open.clear();
    fingerprints.clear();
    tape.clear();
    tables.clear();
    arena.clear();
    const csimdjson_status status = walkRoot(length);
    failedAt = size_t(failure - body);
    return status;
}

csimdjson_tape Reader::result() const {
    return {body, arena.data(), tape.data(), tables.places(), uint32_t(tape.size() - 1),
            tables.mayRepeatKey()};
}

csimdjson_status Reader::walkRoot(size_t length) {
    size_t capacity = size_t(1) << 19;
    while (capacity < length) capacity *= 2;
    if (parser.capacity() < capacity) {
        if (auto error = parser.allocate(capacity, CSIMDJSON_DEPTH_MAX + 1)) return fail(error);
    }
    const simdjson::padded_string_view padded(body, length, length + CSIMDJSON_PADDING_BYTES);
    if (auto error = parser.iterate(padded).get(page)) return fail(error);
    // A page that was cut off is told from one with a fault inside.
    if (withoutSpaceBehind(body, bodyEnd)[-1] != (*body == '{' ? '}' : ']')) {
        return fail(CSIMDJSON_INCOMPLETE, bodyEnd);
    }
    Value value;
    if (page.get_value().get(value)) return fail(location());
    const size_t root = openNode();
    if (auto status = walk(value, value.raw_json_token(), root, 0)) return status;
    if (const uint8_t *behind = location(); behind < bodyEnd) return fail(CSIMDJSON_MALFORMED, behind);
    tape.push_back(open[root]);
    return CSIMDJSON_OK;
}

csimdjson_status Reader::walk(Value &value, std::string_view token, size_t slot, unsigned depth) {
    const uint8_t *const start = startOf(token);
    open[slot].start = offset(start);
    if (*start == '{' || *start == '[') {
        if (depth == CSIMDJSON_DEPTH_MAX) return fail(CSIMDJSON_TOO_DEEP, start);
        return *start == '{' ? walkObject(value, slot, depth + 1) : walkArray(value, slot, depth + 1);
    }
    const uint8_t *const end = withoutSpaceBehind(start, start + token.size());
    if (*start != '"') return readScalar(start, end, open[slot]);
    // Taken, or simdjson would pass over `"a":1` in an array as if it were one value.
    if (value.get_raw_json_string().error()) return fail(location());
    return readText(start, end, open[slot]);
}

csimdjson_status Reader::walkObject(Value &value, size_t slot, unsigned depth) {
    simdjson::ondemand::object object;
    if (value.get_object().get(object)) return fail(location());
    for (auto member : object) {
        simdjson::ondemand::field field;
        if (std::move(member).get(field)) return fail(location());
        const uint8_t *const key = reinterpret_cast<const uint8_t *>(field.key().raw());
        const size_t child = openNode();
        const std::string_view token = field.value().raw_json_token();
        if (auto status = readKey(key, startOf(token), child)) return status;
        if (auto status = walk(field.value(), token, child, depth)) return status;
    }
    const size_t children = slot + 1;
    settle(slot, CSIMDJSON_OBJECT, tables.of(&fingerprints[children], open.size() - children));
    return CSIMDJSON_OK;
}

csimdjson_status Reader::walkArray(Value &value, size_t slot, unsigned depth) {
    simdjson::ondemand::array array;
    if (value.get_array().get(array)) return fail(location());
    for (auto element : array) {
        Value item;
        if (element.get(item)) return fail(location());
        if (auto status = walk(item, item.raw_json_token(), openNode(), depth)) return status;
    }
    settle(slot, CSIMDJSON_ARRAY, 0);
    return CSIMDJSON_OK;
}

size_t Reader::openNode() {
    open.push_back({});
    fingerprints.push_back(0);
    return open.size() - 1;
}

void Reader::settle(size_t slot, csimdjson_kind kind, uint32_t table) {
    const size_t children = slot + 1;
    csimdjson_node &node = open[slot];
    node.kind = kind;
    node.end = offset(withoutSpaceBehind(body, location()));
    node.first = uint32_t(tape.size());
    node.count = uint32_t(open.size() - children);
    node.table = table;
    tape.insert(tape.end(), open.begin() + ptrdiff_t(children), open.end());
    open.resize(children);
    fingerprints.resize(children);
}

csimdjson_status Reader::readKey(const uint8_t *start, const uint8_t *value, size_t slot) {
    csimdjson_node &node = open[slot];
    uint64_t &fingerprint = fingerprints[slot];
    const uint8_t *const colon = withoutSpaceBehind(start, value) - 1;
    const uint8_t *end = withoutSpaceBehind(start, colon) - 1;
    if (end < start || *end != '"') return fail(CSIMDJSON_MALFORMED, start);
    size_t length = size_t(end - start);
    node.key_start = offset(start);
    node.key_length = uint32_t(length);
    node.key_in_arena = 0;
    fingerprint = csimdjson_fingerprint(start, length);
    if (hasBackslash(start, end)) {
        if (const uint8_t *bad = firstBadEscape(start, end)) return fail(CSIMDJSON_MALFORMED, bad);
        node.key_in_arena = 1;
        node.key_start = uint32_t(arena.size());
        arena.resize(arena.size() + length);
        length = csimdjson_unescape(start, length, arena.data() + node.key_start);
        arena.resize(node.key_start + length);
        node.key_length = uint32_t(length);
        fingerprint = csimdjson_fingerprint(arena.data() + node.key_start, length);
    }
    return CSIMDJSON_OK;
}

csimdjson_status Reader::readText(const uint8_t *token, const uint8_t *end, csimdjson_node &node) {
    if (end - token < 2 || end[-1] != '"') return fail(CSIMDJSON_MALFORMED, token);
    node.start = offset(token + 1);
    node.end = offset(end - 1);
    node.kind = CSIMDJSON_TEXT;
    if (!hasBackslash(token + 1, end - 1)) return CSIMDJSON_OK;
    node.kind = CSIMDJSON_ESCAPED_TEXT;
    const uint8_t *bad = firstBadEscape(token + 1, end - 1);
    return bad ? fail(CSIMDJSON_MALFORMED, bad) : CSIMDJSON_OK;
}

csimdjson_status Reader::readScalar(const uint8_t *token, const uint8_t *end, csimdjson_node &node) {
    const std::string_view text(reinterpret_cast<const char *>(token), size_t(end - token));
    node.end = offset(end);
    if (isNumber(token, end)) {
        node.kind = CSIMDJSON_NUMBER;
    } else if (text == "true") {
        node.kind = CSIMDJSON_TRUE;
    } else if (text == "false") {
        node.kind = CSIMDJSON_FALSE;
    } else if (text == "null") {
        node.kind = CSIMDJSON_NULL;
    } else {
        return fail(token);
    }
    return CSIMDJSON_OK;
}

bool Reader::hasBackslash(const uint8_t *start, const uint8_t *end) {
    if (nextBackslash < start) {
        const void *found = memchr(start, '\\', size_t(bodyEnd - start));
        nextBackslash = found ? static_cast<const uint8_t *>(found) : bodyEnd;
    }
    return nextBackslash < end;
}

const uint8_t *Reader::location() {
    const char *at;
    return page.current_location().get(at) ? bodyEnd : reinterpret_cast<const uint8_t *>(at);
}

csimdjson_status Reader::fail(csimdjson_status status, const uint8_t *at) {
    failure = std::min(at, bodyEnd);
    return status;
}

csimdjson_status Reader::fail(const uint8_t *at) {
    return fail(at >= bodyEnd ? CSIMDJSON_INCOMPLETE : CSIMDJSON_MALFORMED, at);
}

csimdjson_status Reader::fail(simdjson::error_code error) {
    failure = bodyEnd;
    switch (error) {
    case simdjson::MEMALLOC:
        return CSIMDJSON_OUT_OF_MEMORY;
    case simdjson::UTF8_ERROR:
        return CSIMDJSON_BAD_UTF8;
    default:
        return CSIMDJSON_INCOMPLETE;
    }
}

}  // namespace daihuo
