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

/// `csimdjson_fingerprint` without branches, for keys in the padded body.
static uint64_t fingerprintOfPadded(const uint8_t *key, size_t length) {
    uint64_t first, last;
    memcpy(&first, key, sizeof first);
    memcpy(&last, key + (length > 8 ? length - 8 : 0), sizeof last);
    const uint64_t mask = maskOfBytes(length);
    return csimdjson_fold(first & mask, last & mask, key, length);
}

csimdjson_status Reader::read(const uint8_t *bytes, size_t length, size_t &failedAt) {
    body = bytes;
    bodyEnd = bytes + length;
    nextBackslash = failure = body;
    openCount = tapeCount = 0;
    tables.clear();
    arena.clear();
    const simdjson::error_code error = findTokens(length);
    const csimdjson_status status = error ? fail(error) : walkRoot();
    failedAt = size_t(failure - body);
    return status;
}

csimdjson_tape Reader::result() const {
    return {body, arena.data(), tape.get(), tables.places(), uint32_t(tapeCount - 1)};
}

simdjson::error_code Reader::findTokens(size_t length) {
    size_t capacity = size_t(1) << 19;
    while (capacity < length) capacity *= 2;
    if (!parser || parser->capacity() < capacity) {
        const auto *simd = static_cast<const simdjson::implementation *>(simdjson::get_active_implementation());
        parser.reset();
        if (auto error = simd->create_dom_parser_implementation(capacity, CSIMDJSON_DEPTH_MAX, parser)) {
            return error;
        }
    }
    if (auto error = parser->stage1(body, length, simdjson::stage1_mode::regular)) return error;
    // A value has a token of its own and, but for the first of a container, a comma; a container has its end.
    const size_t count = parser->n_structural_indexes, valuesMax = count / 2 + 2 + CSIMDJSON_DEPTH_MAX;
    open.make(valuesMax);
    fingerprints.make(valuesMax);
    tape.make(valuesMax);
    next = parser->structural_indexes.get();
    return simdjson::SUCCESS;
}

csimdjson_status Reader::walkRoot() {
    const uint32_t *const behindLast = next + parser->n_structural_indexes;
    const bool isObject = *token() == '{';
    // A page that was cut off is told from one with a fault inside.
    if (body[behindLast[-1]] != (isObject ? '}' : ']')) return fail(CSIMDJSON_INCOMPLETE, bodyEnd);
    const size_t root = openCount++;
    if (auto status = walk(root, 0)) return status;
    if (next != behindLast) return fail(CSIMDJSON_MALFORMED, token());
    tape[tapeCount++] = open[root];
    return CSIMDJSON_OK;
}

csimdjson_status Reader::walk(size_t slot, unsigned depth) {
    csimdjson_node &node = open[slot];
    const uint8_t *const start = body + *next++;
    node.start = offset(start);
    switch (*start) {
    case '"':
        return readText(start, withoutSpaceBehind(start, token()), node);
    case '{':
        return depth == CSIMDJSON_DEPTH_MAX ? fail(CSIMDJSON_TOO_DEEP, start) : walkObject(slot, depth + 1);
    case '[':
        return depth == CSIMDJSON_DEPTH_MAX ? fail(CSIMDJSON_TOO_DEEP, start) : walkArray(slot, depth + 1);
    default:
        return readScalar(start, withoutSpaceBehind(start, token()), node);
    }
}

csimdjson_status Reader::walkObject(size_t slot, unsigned depth) {
    if (*token() == '}') {
        ++next;
    } else {
        uint8_t mark;
        do {
            const size_t child = openCount++;
            const uint8_t *const key = token(), *const colon = body + next[1];
            if (*key != '"') return fail(key);
            if (*colon != ':') return fail(colon);
            if (auto status = readKey(key + 1, colon, child)) return status;
            next += 2;
            if (auto status = walk(child, depth)) return status;
            mark = *token();
            if (mark != ',' && mark != '}') return fail(token());
            ++next;
        } while (mark == ',');
    }
    const size_t children = slot + 1;
    settle(slot, CSIMDJSON_OBJECT, tables.of(&fingerprints[children], openCount - children));
    return CSIMDJSON_OK;
}

csimdjson_status Reader::walkArray(size_t slot, unsigned depth) {
    if (*token() == ']') {
        ++next;
    } else {
        uint8_t mark;
        do {
            const size_t child = openCount++;
            open[child].key_start = open[child].key_length = open[child].key_in_arena = 0;
            if (auto status = walk(child, depth)) return status;
            mark = *token();
            if (mark != ',' && mark != ']') return fail(token());
            ++next;
        } while (mark == ',');
    }
    settle(slot, CSIMDJSON_ARRAY, 0);
    return CSIMDJSON_OK;
}

void Reader::settle(size_t slot, csimdjson_kind kind, uint32_t table) {
    const size_t children = slot + 1;
    csimdjson_node &node = open[slot];
    node.kind = kind;
    node.end = next[-1] + 1;
    node.first = uint32_t(tapeCount);
    node.count = uint32_t(openCount - children);
    node.table = table;
    memcpy(&tape[tapeCount], &open[children], node.count * sizeof node);
    tapeCount += node.count;
    openCount = children;
}

csimdjson_status Reader::readKey(const uint8_t *start, const uint8_t *colon, size_t slot) {
    csimdjson_node &node = open[slot];
    uint64_t &fingerprint = fingerprints[slot];
    const uint8_t *end = withoutSpaceBehind(start, colon) - 1;
    if (end < start || *end != '"') return fail(CSIMDJSON_MALFORMED, start);
    size_t length = size_t(end - start);
    node.key_start = offset(start);
    node.key_length = uint32_t(length);
    node.key_in_arena = 0;
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
