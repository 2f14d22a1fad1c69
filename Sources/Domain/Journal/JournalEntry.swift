/// What is booked for one line on one leg to one account, with the sale day that it counts on.
///
/// The other side is `clearing:<channel>`.
package struct Booking: Hashable, Sendable {
    package let channel: Channel
    package let shopID: String
    package let orderID: String
    package let lineID: String
    package let leg: Leg
    /// The party's id, or `nil`: the account `unassigned`.
    package let partyID: String?
    /// Why nobody has it; `nil` where a party does.
    package let reason: UnassignedReason?
    package let county: Region?
    package let category: String
    /// The sale day.
    package let day: BusinessDay

    /// An account and what it is booked for.
    package init(
        channel: Channel, shopID: String, orderID: String, lineID: String, leg: Leg, partyID: String?,
        reason: UnassignedReason?, county: Region?, category: String, day: BusinessDay
    ) {
        self.channel = channel
        self.shopID = shopID
        self.orderID = orderID
        self.lineID = lineID
        self.leg = leg
        self.partyID = partyID
        self.reason = reason
        self.county = county
        self.category = category
        self.day = day
    }

    /// `party:<id>` or `unassigned`.
    package var account: String {
        if let partyID { "party:\(partyID)" } else { "unassigned" }
    }
}

/// Why something was booked.
///
/// The raw value is the key in the store.
package enum BookingCause: Int, CaseIterable, Sendable {
    /// The line's first booking.
    case sale = 1
    /// Amounts changed: a refund, a correction by the platform.
    case change
    /// The same amounts moved to another account, county, category or day.
    case reassigned

    /// The key in the hash line and exports.
    package var key: String { Self.keys[rawValue - 1] }

    /// Written once: the journal asks for one with each entry.
    private static let keys = allCases.map { String(describing: $0) }
}

/// A difference that waits to be sealed: between what the store implies and what is booked, signed.
package struct PendingEntry: Hashable, Sendable {
    package let booking: Booking
    package let cause: BookingCause
    /// Lines, gross, paid, paid of weighed lines, refunded, grams; orders are not booked.
    package let sums: CreditSums

    /// A difference.
    package init(booking: Booking, cause: BookingCause, sums: CreditSums) {
        self.booking = booking
        self.cause = cause
        self.sums = sums
    }
}

/// One sealed entry of the journal.
package struct JournalEntry: Hashable, Sendable {
    /// The entry's number in its batch, from 1 without gaps.
    package let line: Int64
    package let booking: Booking
    package let cause: BookingCause
    /// The day that is booked: the sale day while its period is open.
    package let periodDay: BusinessDay
    /// Differences to what was booked before, signed; orders are not booked.
    package let sums: CreditSums

    /// An entry.
    package init(
        line: Int64, booking: Booking, cause: BookingCause, periodDay: BusinessDay, sums: CreditSums
    ) {
        self.line = line
        self.booking = booking
        self.cause = cause
        self.periodDay = periodDay
        self.sums = sums
    }
}
