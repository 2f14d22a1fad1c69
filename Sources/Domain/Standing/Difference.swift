/// What waits to be booked for a line: the difference between what it implies now and what was booked before, signed.
package struct Difference: Hashable, Sendable {
    package let lineID: String
    package let leg: Leg
    package let partyID: String?
    package let reason: UnassignedReason?
    /// Six digits, or twelve of a village.
    package let county: Region?
    package let category: String
    /// The sale day.
    package let day: BusinessDay
    package let cause: BookingCause
    /// Without orders.
    package let sums: CreditSums

    /// A difference.
    package init(
        lineID: String, leg: Leg, partyID: String?, reason: UnassignedReason?, county: Region?,
        category: String, day: BusinessDay, cause: BookingCause, sums: CreditSums
    ) {
        self.lineID = lineID
        self.leg = leg
        self.partyID = partyID
        self.reason = reason
        self.county = county
        self.category = category
        self.day = day
        self.cause = cause
        self.sums = sums
    }
}
