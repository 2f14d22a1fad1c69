import Domain

/// Entries as UTF-8 JSON lines with a fixed order of fields: what the hash covers and what an export writes.
struct JournalLine {
    /// The lines so far.
    private(set) var bytes: [UInt8] = []
    /// The day written last, which is nearly always the next one, too.
    private var lastDay = BusinessDay(number: 0)
    private var lastDayStored: Int64 = 19_700_101

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
        append("{\"batch\":")
        append(head.number)
        append(",\"previous\":\"")
        appendEscaped(head.previousHash)
        append("\",\"booked_at_ms\":")
        append(head.bookedAt.milliseconds)
        append("}\n")
    }

    /// One entry.
    mutating func append(_ entry: borrowing JournalEntry, _ head: BatchHead) {
        append("{\"line\":")
        append(entry.line)
        appendBooking(entry.booking)
        append(",\"period_day\":")
        append(entry.periodDay)
        append(",\"booked_at_ms\":")
        append(head.bookedAt.milliseconds)
        append(entry.cause.field)
        appendSums(entry.sums)
        append("}\n")
    }

    private mutating func appendBooking(_ booking: borrowing Booking) {
        append(",\"channel\":\"")
        append(booking.channel.name)
        append("\",\"shop\":\"")
        appendEscaped(booking.shopID)
        append("\",\"order\":\"")
        appendEscaped(booking.orderID)
        append("\",\"line_id\":\"")
        appendEscaped(booking.lineID)
        append(
            booking.leg == .sell ? "\",\"leg\":\"sell\",\"account\":\"" : "\",\"leg\":\"buy\",\"account\":\"")
        if let partyID = booking.partyID {
            append("party:")
            appendEscaped(partyID)
        } else {
            append("unassigned")
        }
        append("\",\"reason\":\"")
        if let reason = booking.reason { appendEscaped(reason.key) }
        append("\",\"county\":\"")
        if let county = booking.county { append(county.code) }
        append("\",\"category\":\"")
        appendEscaped(booking.category)
        append("\",\"day\":")
        append(booking.day)
    }

    private mutating func appendSums(_ sums: CreditSums) {
        append(",\"lines\":")
        append(sums.lines)
        append(",\"gross_fen\":")
        append(sums.grossFen)
        append(",\"paid_fen\":")
        append(sums.paidFen)
        append(",\"weighed_paid_fen\":")
        append(sums.weighedPaidFen)
        append(",\"refunded_fen\":")
        append(sums.refundedFen)
        append(",\"grams\":")
        append(sums.grams)
    }

    private mutating func append(_ day: BusinessDay) {
        if day != lastDay { (lastDay, lastDayStored) = (day, day.stored) }
        append(lastDayStored)
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ number: Int64) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var magnitude = number.magnitude
            var first = 20
            repeat {
                first -= 1
                let (rest, digit) = magnitude.quotientAndRemainder(dividingBy: 10)
                digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
                magnitude = rest
            } while magnitude > 0
            if number < 0 {
                first -= 1
                digits[first] = UInt8(ascii: "-")
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
        }
    }

    private mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { text in
            // Ids and names hold nothing that JSON escapes, nearly always.
            if text.contains(where: Self.isEscaped) {
                for byte in text { appendEscaped(byte) }
            } else {
                bytes.append(contentsOf: text)
            }
        }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        if byte < 0x20 {
            append("\\u00")
            bytes.append(contentsOf: String(byte >> 4, radix: 16).utf8)
            bytes.append(contentsOf: String(byte & 15, radix: 16).utf8)
        } else {
            if Self.isEscaped(byte) { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
    }
}

extension Channel {
    /// `key` without making a text each time.
    fileprivate var name: StaticString {
        switch self {
        case .douyin: "douyin"
        case .kuaishou: "kuaishou"
        case .weixin: "weixin"
        case .taobao: "taobao"
        case .jd: "jd"
        case .pinduoduo: "pinduoduo"
        case .youzan: "youzan"
        case .p832: "p832"
        case .counter: "counter"
        case .hall: "hall"
        case .zone: "zone"
        case .relay: "relay"
        case .canteen: "canteen"
        case .union: "union"
        case .event: "event"
        case .media: "media"
        case .other: "other"
        }
    }
}

extension BookingCause {
    fileprivate var field: StaticString {
        switch self {
        case .sale: ",\"cause\":\"sale\""
        case .change: ",\"cause\":\"change\""
        case .reassigned: ",\"cause\":\"reassigned\""
        }
    }
}
