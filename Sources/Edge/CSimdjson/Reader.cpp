#include "Reader.hpp"

#include <algorithm>

namespace ondemand = simdjson::ondemand;

namespace daihuo {

static bool isSpace(uint8_t byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

static const uint8_t *withoutSpaceBehind(const uint8_t *start, const uint8_t *end) {
    while (end > start && isSpace(end[-1])) --end;
    return end;
}

static const uint8_t *pointer(const char *text) { return reinterpret_cast<const uint8_t *>(text); }

/// `csimdjson_fingerprint` without branches, for keys in the padded body.
static uint64_t fingerprintOfPadded(const uint8_t *key, size_t length) {
    uint64_t first, last;
    memcpy(&first, key, sizeof first);
    memcpy(&last, key + (length > 8 ? length - 8 : 0), sizeof last);
    const uint64_t mask = maskOfBytes(length);
    return csimdjson_mix(first & mask, last & mask, length);
}

csimdjson_status Reader::read(const uint8_t *bytes, size_t length, size_t &failedAt) {
    body = bytes;
    bodyEnd = bytes + length;
    nextBackslash = failure = body;
    open.clear();
    tape.clear();
    arena.clear();

    // Doubling keeps a run of pages that grow a little each time from allocating for each.
    size_t capacity = size_t(1) << 19;
    while (capacity < length) capacity *= 2;
    if (parser.capacity() < capacity && parser.allocate(capacity) != simdjson::SUCCESS) {
        return CSIMDJSON_OUT_OF_MEMORY;
    }
    ondemand::document page;
    simdjson::padded_string_view view(bytes, length, length + CSIMDJSON_PADDING_BYTES);
    const simdjson::error_code error = parser.iterate(view).get(page);
    const csimdjson_status status = error ? fail(error) : walkRoot(page);
    document = nullptr;
    if (status != CSIMDJSON_OK) {
        failedAt = size_t(failure - body);
        return status;
    }
    tape.nodes.push_back(open.nodes.front());
    tape.fingerprints.push_back(0);
    return CSIMDJSON_OK;
}

csimdjson_tape Reader::result() const {
    return {body, arena.data(), tape.fingerprints.data(), tape.nodes.data(), uint32_t(tape.nodes.size() - 1)};
}

csimdjson_status Reader::walkRoot(ondemand::document &page) {
    document = &page;
    const size_t root = open.add();
    csimdjson_status status;
    if (*body == '{') {
        ondemand::object object;
        if (auto error = page.get_object().get(object)) return fail(error);
        status = walkObject(object, 1, root);
    } else {
        ondemand::array array;
        if (auto error = page.get_array().get(array)) return fail(error);
        status = walkArray(array, 1, root);
    }
    const char *behind;
    if (status == CSIMDJSON_OK && !page.current_location().get(behind)) {
        return fail(CSIMDJSON_MALFORMED, pointer(behind));
    }
    return status;
}

csimdjson_status Reader::walk(Value &value, unsigned depth, size_t slot) {
    const std::string_view raw = value.raw_json_token();
    const uint8_t *token = pointer(raw.data());
    csimdjson_node &node = open.nodes[slot];
    node.start = offset(token);
    switch (*token) {
    case '"': {
        // Taken here, because the parser would mistake a text that it skips for a key if a colon followed.
        ondemand::raw_json_string text;
        if (auto error = value.get_raw_json_string().get(text)) return fail(error);
        return readText(token, withoutSpaceBehind(token, token + raw.size()), node);
    }
    case '{': {
        if (depth == CSIMDJSON_DEPTH_MAX) return fail(CSIMDJSON_TOO_DEEP, token);
        ondemand::object object;
        if (auto error = value.get_object().get(object)) return fail(error);
        return walkObject(object, depth + 1, slot);
    }
    case '[': {
        if (depth == CSIMDJSON_DEPTH_MAX) return fail(CSIMDJSON_TOO_DEEP, token);
        ondemand::array array;
        if (auto error = value.get_array().get(array)) return fail(error);
        return walkArray(array, depth + 1, slot);
    }
    default:
        return readScalar(token, withoutSpaceBehind(token, token + raw.size()), node);
    }
}

csimdjson_status Reader::walkObject(ondemand::object &object, unsigned depth, size_t slot) {
    for (auto member : object) {
        ondemand::field field;
        if (auto error = std::move(member).get(field)) return fail(error);
        const size_t child = open.add();
        const uint8_t *value = pointer(field.value().raw_json_token().data());
        if (auto status = readKey(pointer(field.key().raw()), value, child)) return status;
        if (auto status = walk(field.value(), depth, child)) return status;
    }
    settle(slot, CSIMDJSON_OBJECT);
    return CSIMDJSON_OK;
}

csimdjson_status Reader::walkArray(ondemand::array &array, unsigned depth, size_t slot) {
    for (auto element : array) {
        Value value;
        if (auto error = std::move(element).get(value)) return fail(error);
        if (auto status = walk(value, depth, open.add())) return status;
    }
    settle(slot, CSIMDJSON_ARRAY);
    return CSIMDJSON_OK;
}

void Reader::settle(size_t slot, csimdjson_kind kind) {
    const ptrdiff_t children = ptrdiff_t(slot) + 1;
    csimdjson_node &node = open.nodes[slot];
    node.kind = kind;
    node.end = offset(endOfContainer());
    node.first = uint32_t(tape.nodes.size());
    node.count = uint32_t(open.nodes.size() - size_t(children));
    tape.nodes.insert(tape.nodes.end(), open.nodes.begin() + children, open.nodes.end());
    tape.fingerprints.insert(
        tape.fingerprints.end(), open.fingerprints.begin() + children, open.fingerprints.end());
    open.nodes.resize(size_t(children));
    open.fingerprints.resize(size_t(children));
}

const uint8_t *Reader::endOfContainer() {
    const char *next;
    if (document->current_location().get(next)) return withoutSpaceBehind(body, bodyEnd);
    return withoutSpaceBehind(body, pointer(next));
}

csimdjson_status Reader::readKey(const uint8_t *start, const uint8_t *value, size_t slot) {
    csimdjson_node &node = open.nodes[slot];
    uint64_t &fingerprint = open.fingerprints[slot];
    // Between the key's closing quote and the value are a colon, which the parser has seen, and white space.
    const uint8_t *end = withoutSpaceBehind(start, withoutSpaceBehind(start, value) - 1) - 1;
    if (end < start || *end != '"') return fail(CSIMDJSON_MALFORMED, start);
    size_t length = size_t(end - start);
    node.key_start = offset(start);
    node.key_length = uint32_t(length);
    fingerprint = fingerprintOfPadded(start, length);
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
        return fail(token >= bodyEnd ? CSIMDJSON_INCOMPLETE : CSIMDJSON_MALFORMED, token);
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

csimdjson_status Reader::fail(csimdjson_status status, const uint8_t *at) {
    failure = std::min(at, bodyEnd);
    return status;
}

csimdjson_status Reader::fail(simdjson::error_code error) {
    const char *location;
    failure = bodyEnd;
    if (document && !document->current_location().get(location)) {
        failure = std::clamp(pointer(location), body, bodyEnd);
    }
    switch (error) {
    case simdjson::MEMALLOC:
        return CSIMDJSON_OUT_OF_MEMORY;
    case simdjson::UTF8_ERROR:
        return CSIMDJSON_BAD_UTF8;
    case simdjson::EMPTY:
    case simdjson::UNCLOSED_STRING:
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
        return CSIMDJSON_INCOMPLETE;
    default:
        return failure == bodyEnd ? CSIMDJSON_INCOMPLETE : CSIMDJSON_MALFORMED;
    }
}

}  // namespace daihuo
