import Domain

/// Entries as UTF-8 JSON lines with a fixed order of fields: what the hash covers and what an export writes.
struct JournalLine {
    /// The lines so far.
    private(set) var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(Self.bytesFull + 4096)
    }

    /// Whether it is time to take the lines away.
    var isFull: Bool { bytes.count > Self.bytesFull }

    /// As much as a hash takes at once without leaving the processor's cache.
    private static let bytesFull = 60_000

    /// Forgets the lines.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// The first line: `{"batch":1,"previous":"…","booked_at_ms":…}`.
    mutating func appendHead(_ head: BatchHead) {
        append("{\"batch\":", head.number)
        append(",\"previous\":", head.previousHash)
        append(",\"booked_at_ms\":", head.bookedAt.milliseconds)
        append("}\n")
    }

    /// One entry.
    mutating func append(_ entry: borrowing JournalEntry, _ head: BatchHead) {
        append("{\"line\":", entry.line)
        appendBooking(entry.booking)
        append(",\"period_day\":", entry.periodDay.stored)
        append(",\"booked_at_ms\":", head.bookedAt.milliseconds)
        append(",\"cause\":", entry.cause.key)
        appendSums(entry.sums)
        append("}\n")
    }

    private mutating func appendBooking(_ booking: borrowing Booking) {
        append(",\"channel\":", booking.channel.key)
        append(",\"shop\":", booking.shopID)
        append(",\"order\":", booking.orderID)
        append(",\"line_id\":", booking.lineID)
        append(booking.leg == .sell ? ",\"leg\":\"sell\"" : ",\"leg\":\"buy\"")
        append(",\"account\":", booking.partyID.map { "party:" + $0 } ?? "unassigned")
        append(",\"reason\":", booking.reason?.key ?? "")
        append(",\"county\":", booking.county.map { String($0.code) } ?? "")
        append(",\"category\":", booking.category)
        append(",\"day\":", booking.day.stored)
    }

    private mutating func appendSums(_ sums: CreditSums) {
        append(",\"lines\":", sums.lines)
        append(",\"gross_fen\":", sums.grossFen)
        append(",\"paid_fen\":", sums.paidFen)
        append(",\"weighed_paid_fen\":", sums.weighedPaidFen)
        append(",\"refunded_fen\":", sums.refundedFen)
        append(",\"grams\":", sums.grams)
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ field: StaticString, _ number: Int64) {
        append(field)
        bytes.append(contentsOf: String(number).utf8)
    }

    private mutating func append(_ field: StaticString, _ text: String) {
        append(field)
        bytes.append(jsonText: text)
    }
}
