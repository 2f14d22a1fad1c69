import Domain

extension PendingEntry {
    /// What waits of a booking that differs from the usual one where it is said.
    static func sample(
        channel: Channel = .douyin, shop: String = "s1", order: String = "o1", line: String = "l1",
        leg: Leg = .sell, party: String? = "a", reason: UnassignedReason? = nil, county: String? = "410423",
        category: String = "粮油", day: Int = 19_297, cause: BookingCause = .sale, sums: CreditSums
    ) -> PendingEntry {
        PendingEntry(
            booking: Booking(
                channel: channel, shopID: shop, orderID: order, lineID: line, leg: leg, partyID: party,
                reason: reason, county: county.flatMap { Region($0) }, category: category,
                day: BusinessDay(number: day)),
            cause: cause, sums: sums)
    }
}

extension BatchHead {
    /// The first batch, booked on the last day of 2022.
    static let first = BatchHead(
        number: 1, previousHash: "", bookedAt: Instant(milliseconds: 1_672_444_800_000))
}
