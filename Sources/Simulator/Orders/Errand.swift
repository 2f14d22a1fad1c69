import Domain

/// Sells an exact net tonnage from many seats: the orders of one figure (or a part of it).
struct Errand {
    let figure: FigureID
    let totalGrams: Int64
    let assortment: Assortment
    let odds: Fate.Odds
    /// Several lines, discounts, freight, gifts: what consumers' orders have.
    let isRetail: Bool
    /// Whether an order may hold goods of two kinds.
    var isMixed = true
    /// How many orders, at least one per seat and special fate.
    let orderCount: Int
    /// Hosts of the affiliate market, unknown to the roster, who sell for shops without a host of their own.
    var affiliates: [Host] = []

    /// One order to come: whose, when, what becomes of it, and how heavy it is beside the others.
    private struct Slot {
        let seat: Seat
        let fate: Fate
        let at: Int64
        let roomID: UInt64
        let weight: Int64
    }

    /// The orders, whose net weights add up to `totalGrams` exactly; the random stream is the errand's own.
    func orders(from seats: [Seat], desk: inout OrderDesk, random: inout SeededRandom) -> [OrderSpec] {
        let slots = slots(for: seats, by: &random)
        let step = assortment.smallest.stepGrams
        let shares = Split.largestRemainder(totalGrams / step, by: slots.map(\.weight))
        var orders: [OrderSpec] = []
        orders.reserveCapacity(slots.count)
        // What one order could not hold is carried to the next; the last one takes what is left to the gram.
        var carriedGrams: Int64 = 0
        for (index, slot) in slots.enumerated() {
            var basket = Basket(assortment: assortment, random: random)
            if slot.fate.leavesNothing {
                basket.fillFreely()
            } else {
                carriedGrams += shares[index] * step
                let isLast = index == slots.count - 1
                carriedGrams -=
                    isLast ? basket.fillExactly(carriedGrams) : basket.fill(carriedGrams, mayMix: isMixed)
            }
            if isRetail { basket.dress(fate: slot.fate) }
            random = basket.random
            orders.append(order(slot, lines: basket.lines, seats: seats, desk: &desk, random: &random))
        }
        return orders
    }

    private func order(
        _ slot: Slot, lines: [LineSpec], seats: [Seat], desk: inout OrderDesk, random: inout SeededRandom
    ) -> OrderSpec {
        var lines = lines
        for index in lines.indices {
            lines[index].host = slot.seat.host
            lines[index].roomID = slot.roomID
        }
        if slot.seat.host == nil, !affiliates.isEmpty, random.happens(perMille: 150) {
            let affiliate = random.pick(affiliates)
            for index in lines.indices {
                lines[index].host = affiliate
            }
        }
        if lines.count > 1, slot.seat.host != nil, random.happens(perMille: 300) {
            lines[1].visit(random.pick(seats), sharing: slot.seat, at: slot.at)
        }
        let purchaser = slot.seat.purchasers.isEmpty ? nil : random.pick(slot.seat.purchasers)
        return desk.order(
            account: slot.seat.account, figure: figure, sellerID: random.pick(slot.seat.sellerIDs),
            occasion: slot.seat.occasion, purchaser: purchaser, lines: lines, fate: slot.fate, at: slot.at,
            random: &random)
    }

    /// One plain slot per seat and what is certain of it, one of every fate that can happen, then what chance gives; the last is plain and heavy.
    private func slots(for seats: [Seat], by random: inout SeededRandom) -> [Slot] {
        var slots: [Slot] = []
        for seat in seats {
            add(.plain, [seat], to: &slots, by: &random)
            for fate in seat.certain { add(fate, [seat], to: &slots, by: &random) }
        }
        for (fate, _) in odds {
            add(fate, seats, to: &slots, by: &random)
        }
        while slots.count < orderCount - 1 {
            add(Fate.drawn(from: odds, by: &random), [random.pick(seats)], to: &slots, by: &random)
        }
        add(.plain, [random.pick(seats)], to: &slots, by: &random, weight: 40)
        return slots
    }

    private func add(
        _ fate: Fate, _ seats: [Seat], to slots: inout [Slot], by random: inout SeededRandom,
        weight: Int64? = nil
    ) {
        let offset = random.below(seats.count)
        for turn in seats.indices {
            let seat = seats[(offset + turn) % seats.count]
            guard let moment = seat.moment(for: fate, by: &random) else { continue }
            let usual = Int64(random.within(2...9)) * (random.happens(perMille: 80) ? 12 : 1)
            let slot = Slot(
                seat: seat, fate: fate, at: moment.at, roomID: moment.roomID,
                weight: fate.leavesNothing ? 0 : weight ?? usual)
            slots.append(slot)
            return
        }
    }
}

extension LineSpec {
    /// Another host's goods in the same basket: that host must share the shop and have been on air before.
    fileprivate mutating func visit(_ other: Seat, sharing seat: Seat, at seconds: Int64) {
        guard other.account == seat.account, let host = other.host, let session = other.sessions.first,
            session.start < seconds, let last = other.sessions.last, last.end > seconds
        else { return }
        self.host = host
        roomID = session.roomID
    }
}
