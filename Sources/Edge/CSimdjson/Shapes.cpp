#include "Shapes.hpp"

#include <algorithm>

namespace daihuo {

void Shapes::clear() {
    shapes.assign(1, {});
    fingerprints.clear();
    positions.clear();
    table.fill(0);
}

uint32_t Shapes::of(const uint64_t *keys, size_t count) {
    if (count > CSIMDJSON_SHAPED_MAX) return 0;
    uint64_t hash = count;
    for (size_t index = 0; index < count; ++index) hash = (hash ^ keys[index]) * 0x9E3779B97F4A7C15u;
    size_t place = size_t(hash >> (64 - bits));
    for (; table[place]; place = (place + 1) % table.size()) {
        const csimdjson_shape &shape = shapes[table[place]];
        if (shape.count == count && std::equal(keys, keys + count, fingerprints.data() + shape.first_key)) {
            return table[place];
        }
    }
    if (shapes.size() > shapesMax) return 0;
    table[place] = uint32_t(shapes.size());
    add(keys, count);
    return table[place];
}

void Shapes::add(const uint64_t *keys, size_t count) {
    unsigned bits = 1;
    while (size_t(1) << bits < 2 * count) ++bits;
    const size_t firstPlace = positions.size(), mask = (size_t(1) << bits) - 1;
    shapes.push_back({uint32_t(fingerprints.size()), uint32_t(firstPlace), uint32_t(count), 64 - bits});
    fingerprints.insert(fingerprints.end(), keys, keys + count);
    positions.resize(firstPlace + mask + 1, CSIMDJSON_FREE);
    uint8_t *const places = positions.data() + firstPlace;
    for (size_t index = 0; index < count; ++index) {
        size_t place = csimdjson_place(keys[index], 64 - bits);
        while (places[place] != CSIMDJSON_FREE && keys[places[place]] != keys[index]) place = (place + 1) & mask;
        // Of equal fingerprints the first counts.
        if (places[place] == CSIMDJSON_FREE) places[place] = uint8_t(index);
    }
}

}  // namespace daihuo
