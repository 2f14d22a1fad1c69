/// One stored posting: what changed for one line on one leg and account.
///
/// The other side is `clearing:<channel>`.
package struct JournalEntry: Hashable, Sendable {
    package let channel: Channel
    package let shopID: String
    package let orderID: String
    package let lineID: String
    package let leg: Leg
    /// The party's id, or `nil`: the account `unassigned`.
    package let partyID: String?
    package let county: Region?
    package let category: String
    /// The sale day.
    package let day: BusinessDay
    /// Equal to `day` while its period is open.
    package let periodDay: BusinessDay
    package let cause: Cause
    /// Differences to what was booked before, signed.
    package let paidFen: Fen
    package let refundedFen: Fen
    package let grams: Grams

    /// Why an entry was made.
    ///
    /// The raw value is the key in the store.
    package enum Cause: Int, CaseIterable, Sendable {
        /// The line's first booking.
        case sale = 1
        /// Amounts changed: a refund, a correction by the platform.
        case change
        /// The same amounts moved to another account, county, category or day.
        case reassigned

        /// The key in the hash line and exports.
        package var key: String { String(describing: self) }
    }

    /// An entry of the journal.
    package init(
        channel: Channel, shopID: String, orderID: String, lineID: String, leg: Leg, partyID: String?,
        county: Region?,
        category: String, day: BusinessDay, periodDay: BusinessDay, cause: Cause, paidFen: Fen,
        refundedFen: Fen,
        grams: Grams
    ) {
        self.channel = channel
        self.shopID = shopID
        self.orderID = orderID
        self.lineID = lineID
        self.leg = leg
        self.partyID = partyID
        self.county = county
        self.category = category
        self.day = day
        self.periodDay = periodDay
        self.cause = cause
        self.paidFen = paidFen
        self.refundedFen = refundedFen
        self.grams = grams
    }

    /// `party:<id>` or `unassigned`.
    package var account: String {
        if let partyID { "party:\(partyID)" } else { "unassigned" }
    }
}
