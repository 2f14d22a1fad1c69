// Objects with the same keys in the same order share one hash table from key to position.
#pragma once

#include <array>
#include <vector>

#include "CSimdjson.h"

namespace daihuo {

/// The places of a table in which a fingerprint may stand, in order. A table has at least two places a key.
struct Probe {
    Probe(uint64_t fingerprint, size_t count)
        : mask(placesOf(count) - 1), place(size_t(fingerprint * 0xD6E8FEB86659FD93u >> 40) & mask) {}

    void next() { place = (place + 1) & mask; }

    static size_t placesOf(size_t count) { return size_t(1) << (64 - __builtin_clzll(2 * count + 1)); }

    const size_t mask;
    size_t place;
};

inline bool isPlaceOf(uint64_t fingerprint, uint64_t place) { return (fingerprint ^ place) >> 8 == 0; }

/// The tables of a page, each made once: an order's keys come again some hundred times.
class MemberTables {
public:
    MemberTables() { clear(); }
    void clear();
    /// The table for these fingerprints of keys, in the order of the members, as an offset into `places`. 0, which
    /// is none, for too many keys or where a page has too many tables: such keys are sought one by one.
    uint32_t of(const uint64_t *fingerprints, size_t count);
    const uint64_t *places() const { return allPlaces.data(); }
    /// Whether a key may stand twice in an object of the page: a fingerprint does.
    bool mayRepeatKey() const { return repeatsFingerprint; }

private:
    struct Known {
        uint32_t table;
        uint32_t count;
        size_t firstFingerprint;
    };
    static constexpr unsigned bits = 10;

    /// For an object without a table.
    void lookForRepeats(const uint64_t *fingerprints, size_t count);
    uint32_t make(const uint64_t *fingerprints, size_t count);

    std::vector<uint64_t> allPlaces;
    std::vector<uint64_t> allFingerprints;
    std::vector<uint64_t> sorted;
    bool repeatsFingerprint = false;
    std::vector<Known> known;
    /// A hash table of what is known, by position + 1.
    std::array<uint16_t, size_t(1) << bits> index;
};

}  // namespace daihuo
