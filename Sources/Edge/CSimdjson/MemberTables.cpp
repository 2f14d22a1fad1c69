#include "MemberTables.hpp"

#include <algorithm>

namespace daihuo {

void MemberTables::clear() {
    // No table begins at 0.
    allPlaces.assign(1, 0);
    allFingerprints.clear();
    known.clear();
    repeatsFingerprint = false;
    index.fill(0);
}

uint32_t MemberTables::of(const uint64_t *fingerprints, size_t count) {
    if (count > CSIMDJSON_HASHED_MAX) {
        lookForRepeats(fingerprints, count);
        return 0;
    }
    uint64_t hash = count;
    for (size_t at = 0; at < count; ++at) hash = (hash ^ fingerprints[at]) * 0x9E3779B97F4A7C15u;
    size_t at = size_t(hash >> (64 - bits));
    for (; index[at]; at = (at + 1) % index.size()) {
        const Known &one = known[index[at] - 1];
        const uint64_t *own = allFingerprints.data() + one.firstFingerprint;
        if (one.count == count && std::equal(own, own + count, fingerprints)) return one.table;
    }
    // Half of the index stays empty, so that every search ends.
    if (known.size() == index.size() / 2) {
        lookForRepeats(fingerprints, count);
        return 0;
    }
    const uint32_t table = make(fingerprints, count);
    known.push_back({table, uint32_t(count), allFingerprints.size()});
    allFingerprints.insert(allFingerprints.end(), fingerprints, fingerprints + count);
    index[at] = uint16_t(known.size());
    return table;
}

uint32_t MemberTables::make(const uint64_t *fingerprints, size_t count) {
    const size_t table = allPlaces.size();
    allPlaces.resize(table + Probe::placesOf(count), 0);
    uint64_t *const places = allPlaces.data() + table;
    for (size_t position = 0; position < count; ++position) {
        Probe probe(fingerprints[position], count);
        while (places[probe.place] && !isPlaceOf(fingerprints[position], places[probe.place])) probe.next();
        // Of equal fingerprints the first counts.
        uint64_t &place = places[probe.place];
        repeatsFingerprint = repeatsFingerprint || place;
        if (!place) place = (fingerprints[position] & ~uint64_t(0xFF)) | (position + 1);
    }
    return uint32_t(table);
}

void MemberTables::lookForRepeats(const uint64_t *fingerprints, size_t count) {
    if (repeatsFingerprint) return;
    sorted.assign(fingerprints, fingerprints + count);
    std::sort(sorted.begin(), sorted.end());
    repeatsFingerprint = std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
}

}  // namespace daihuo
