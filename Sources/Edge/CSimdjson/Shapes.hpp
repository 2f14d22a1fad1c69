// Objects with the same keys in the same order have one shape: a hash table from key to position.
#pragma once

#include <array>
#include <vector>

#include "CSimdjson.h"

namespace daihuo {

/// The shapes of a page, each made once: the orders of a page have the same few hundred times.
class Shapes {
public:
    Shapes() { clear(); }
    void clear();
    /// The shape of an object with these fingerprints of keys, in the order of its members; 0, which is none,
    /// for one of too many keys or where a page has too many shapes: their keys are sought one by one.
    uint32_t of(const uint64_t *keys, size_t count);

    const csimdjson_shape *begin() const { return shapes.data(); }
    const uint64_t *keys() const { return fingerprints.data(); }
    const uint8_t *places() const { return positions.data(); }

private:
    static constexpr unsigned bits = 10;
    /// Half of the places, so that every search ends.
    static constexpr size_t shapesMax = size_t(1) << (bits - 1);
    static_assert(CSIMDJSON_SHAPED_MAX <= CSIMDJSON_FREE, "a position is no free place");

    void add(const uint64_t *keys, size_t count);

    std::vector<csimdjson_shape> shapes;
    std::vector<uint64_t> fingerprints;
    std::vector<uint8_t> positions;
    /// A hash table of the shapes themselves.
    std::array<uint32_t, size_t(1) << bits> table;
};

}  // namespace daihuo
