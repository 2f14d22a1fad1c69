import Domain

/// The slots of live sessions, by shop, for lookups by instant.
struct SessionIndex: Sendable {
    /// How long after its end a slot still counts where no other has begun: buyers pay late.
    static let graceMilliseconds: Int64 = 15 * 60_000

    private struct Slots: Sendable {
        /// By start.
        var slots: [LiveSession] = []
        /// The latest end of the slot and all before it: where to stop looking back.
        var latestEnds: [Instant] = []

        /// How many slots have begun at the instant.
        func countBegun(at instant: Instant) -> Int {
            var low = 0
            var high = slots.count
            while low < high {
                let middle = (low + high) / 2
                if slots[middle].start <= instant { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    private var slotsByShop: [ByteKey: Slots] = [:]

    init(_ sessions: [LiveSession]) {
        let ordered = sessions.sorted { ($0.start, $1.id) < ($1.start, $0.id) }
        for slot in ordered {
            let latest = slotsByShop[ByteKey(slot.shopID)]?.latestEnds.last ?? slot.end
            slotsByShop[ByteKey(slot.shopID), default: Slots()].slots.append(slot)
            slotsByShop[ByteKey(slot.shopID)]?.latestEnds.append(max(latest, slot.end))
        }
    }

    /// The session whose slot contains the instant (the latest begun, ties by the smaller id); else the one whose
    /// last slot ended within the grace before it.
    func session(platform: String, shopID: String, roomID: String, at instant: Instant) -> String? {
        let own = nearest(in: slotsByShop[ByteKey(shopID)], platform, roomID, instant)
        let ofRoom = shopID.isEmpty ? nil : nearest(in: slotsByShop[ByteKey("")], platform, roomID, instant)
        let found = [own, ofRoom].compactMap(\.self)
        return (found.first { instant < $0.end } ?? found.max { $0.end < $1.end })?.id
    }

    private func nearest(
        in shop: Slots?, _ platform: String, _ roomID: String, _ instant: Instant
    ) -> LiveSession? {
        guard let shop else { return nil }
        let earliestEnd = instant.advanced(byMilliseconds: -Self.graceMilliseconds)
        var last: LiveSession?
        for place in shop.slots[..<shop.countBegun(at: instant)].indices.reversed() {
            if shop.latestEnds[place] <= earliestEnd { break }
            let slot = shop.slots[place]
            guard slot.platform.isEmpty || slot.platform == platform,
                slot.roomID.isEmpty ? !slot.shopID.isEmpty : slot.roomID == roomID
            else { continue }
            if instant < slot.end { return slot }
            if slot.end > (last?.end ?? earliestEnd) { last = slot }
        }
        return last
    }
}
