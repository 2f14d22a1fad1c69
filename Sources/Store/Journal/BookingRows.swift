import Domain
import GRDB

/// The columns that rows of `pending` and `entry` share.
enum BookingRows {
    static let columns = """
        shop, order_id, line_id, leg, party, reason, county, category, day, cause, lines, gross_fen, paid_fen,
        weighed_paid_fen, refunded_fen, grams
        """

    /// The booking of a row whose columns begin at a place.
    static func booking(_ row: RawStatement, at first: Int32, _ names: NameTables) -> Booking {
        let shop = names.shop(row.integer(first))
        let party = row.integer(first + 4)
        return Booking(
            channel: shop.channel, shopID: shop.shopID, orderID: row.text(first + 1),
            lineID: row.text(first + 2),
            leg: Leg(rawValue: Int(row.integer(first + 3))) ?? .sell,
            partyID: party == 0 ? nil : names.parties[party],
            reason: UnassignedReason(rawValue: Int(row.integer(first + 5))),
            county: Region(code: row.integer(first + 6)),
            category: names.categories[row.integer(first + 7)] ?? "",
            day: StoredDay.day(row.integer(first + 8)))
    }

    static func cause(_ row: RawStatement, at first: Int32) -> BookingCause {
        BookingCause(rawValue: Int(row.integer(first + 9))) ?? .change
    }

    static func sums(_ row: RawStatement, at first: Int32) -> CreditSums {
        CreditSums(
            lines: row.integer(first + 10), grossFen: row.integer(first + 11),
            paidFen: row.integer(first + 12),
            refundedFen: row.integer(first + 14), grams: row.integer(first + 15),
            weighedPaidFen: row.integer(first + 13))
    }
}

extension RowValues {
    /// The columns of a booking.
    mutating func add(_ booking: Booking, shop: Int64, party: Int64, category: Int64) {
        add(shop)
        add(booking.orderID)
        add(booking.lineID)
        add(Int64(booking.leg.rawValue))
        add(party)
        add(Int64(booking.reason?.rawValue ?? 0))
        add(booking.county?.code ?? Int64(0))
        add(category)
        add(booking.day.stored)
    }
}
