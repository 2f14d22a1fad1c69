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

/// An account has six pages in hand at most: two on their way, one handed over, two that wait, one that is mapped.
struct Pool {
    std::mutex mutex;
    std::array<std::unique_ptr<csimdjson_reader>, 6> waiting;
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

/// For an object without a table.
static uint32_t seek(const csimdjson_tape *tape, const csimdjson_node &object, const uint8_t *key, size_t length) {
    for (uint32_t index = object.first; index < object.first + object.count; ++index) {
        const csimdjson_node &member = tape->nodes[index];
        const uint8_t *text = (member.key_in_arena ? tape->arena : tape->bytes) + member.key_start;
        if (member.key_length == length && memcmp(text, key, length) == 0) return index;
    }
    return CSIMDJSON_NOT_FOUND;
}

uint32_t csimdjson_find(
    const csimdjson_tape *tape, uint32_t object, const uint8_t *key, size_t length, uint64_t fingerprint) {
    const csimdjson_node &node = tape->nodes[object];
    if (node.kind != CSIMDJSON_OBJECT) return CSIMDJSON_NOT_FOUND;
    if (!node.table) return seek(tape, node, key, length);
    const uint64_t *const places = tape->places + node.table;
    for (daihuo::Probe probe(fingerprint, node.count);; probe.next()) {
        const uint64_t place = places[probe.place];
        if (!place) return CSIMDJSON_NOT_FOUND;
        if (daihuo::isPlaceOf(fingerprint, place)) return node.first + uint32_t(place & 0xFF) - 1;
    }
}
