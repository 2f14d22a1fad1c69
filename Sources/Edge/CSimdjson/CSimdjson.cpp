// The C functions, and the pool of readers. No exception leaves this file.
#include "CSimdjson.h"

#include <array>
#include <memory>
#include <mutex>
#include <new>

#include "Reader.hpp"

static_assert(size_t(CSIMDJSON_PADDING_BYTES) >= simdjson::SIMDJSON_PADDING, "simdjson reads into it");
static_assert(CSIMDJSON_BYTES_MAX < 1 << 28, "a container counts its children in 28 bits");

struct csimdjson_reader {
    daihuo::Reader reader;
};

namespace {

/// One page is decoded while another is stored; a few more wait for their turn.
struct Pool {
    std::mutex mutex;
    std::array<std::unique_ptr<csimdjson_reader>, 4> waiting;
};

/// Never destroyed: a page may outlive the end of `main`.
Pool &pool() {
    static Pool *const shared = new Pool;
    return *shared;
}

}  // namespace

csimdjson_reader *csimdjson_take(void) {
    try {
        {
            std::lock_guard lock(pool().mutex);
            for (auto &reader : pool().waiting) {
                if (reader) return reader.release();
            }
        }
        return new csimdjson_reader;
    } catch (...) {
        return nullptr;
    }
}

void csimdjson_give(csimdjson_reader *given) {
    std::unique_ptr<csimdjson_reader> reader(given);
    if (!reader || !reader->reader.isWorthKeeping()) return;
    std::lock_guard lock(pool().mutex);
    for (auto &place : pool().waiting) {
        if (!place) {
            place = std::move(reader);
            return;
        }
    }
}

csimdjson_status csimdjson_read(
    csimdjson_reader *reader, const uint8_t *bytes, size_t length, size_t *failed_at) {
    *failed_at = 0;
    try {
        return reader->reader.read(bytes, length, *failed_at);
    } catch (...) {
        return CSIMDJSON_OUT_OF_MEMORY;
    }
}

csimdjson_tape csimdjson_tape_of(const csimdjson_reader *reader) { return reader->reader.result(); }

/// Most keys are shorter than a call of memcmp is worth.
static bool are_same(const uint8_t *one, const uint8_t *other, size_t length) {
    if (length < 8) return csimdjson_short_word(one, length) == csimdjson_short_word(other, length);
    if (length > 16) return memcmp(one, other, length) == 0;
    uint64_t words[4];
    memcpy(&words[0], one, 8);
    memcpy(&words[1], one + length - 8, 8);
    memcpy(&words[2], other, 8);
    memcpy(&words[3], other + length - 8, 8);
    return words[0] == words[2] && words[1] == words[3];
}

static uint32_t find_from(
    const csimdjson_tape *tape, uint32_t index, uint32_t end, const uint8_t *key, size_t length) {
    for (; index < end; ++index) {
        const csimdjson_node &member = tape->nodes[index];
        const uint8_t *text = (member.key_in_arena ? tape->arena : tape->bytes) + member.key_start;
        if (member.key_length == length && are_same(text, key, length)) return index;
    }
    return CSIMDJSON_NOT_FOUND;
}

uint32_t csimdjson_find(
    const csimdjson_tape *tape, uint32_t object, const uint8_t *key, size_t length, uint64_t fingerprint) {
    const csimdjson_node &node = tape->nodes[object];
    if (node.kind != CSIMDJSON_OBJECT) return CSIMDJSON_NOT_FOUND;
    const uint32_t end = node.first + node.count;
    if (!node.table) return find_from(tape, node.first, end, key, length);
    const uint64_t *const places = tape->places + node.table;
    for (daihuo::Probe probe(fingerprint, node.count);; probe.next()) {
        const uint64_t place = places[probe.place];
        if (!place) return CSIMDJSON_NOT_FOUND;
        // Different keys of one fingerprint share its place: the others stand behind the first.
        if (daihuo::isPlaceOf(fingerprint, place)) {
            return find_from(tape, node.first + uint32_t(place & 0xFF) - 1, end, key, length);
        }
    }
}
