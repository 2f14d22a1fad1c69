import Domain

/// Why the store does not take a record that was decoded: it breaks a rule of the schema, or would overflow a sum.
///
/// Such a record is parked; thrown, it would end the landing of all others, and again with every sync. Platforms look at
/// most of this themselves, and park the record with its body.
struct RecordFlaw: Error {
    /// The field, as the model calls it.
    let field: String
    let reason: String

    /// An id that others know a record by.
    static func expectID(_ id: String, _ field: String) throws(RecordFlaw) {
        if id.isEmpty { throw RecordFlaw(field: field, reason: "编号是空的，请保留原记录并报告开发者") }
    }

    /// A day that the store can write as yyyymmdd.
    static func expectDay(_ day: Int64, _ field: String) throws(RecordFlaw) {
        guard BusinessDay.storedDays.contains(day) else {
            throw RecordFlaw(field: field, reason: "时间不在 1900 至 9999 年之间，请保留原记录并报告开发者")
        }
    }

    /// A number of things: no line has a thousand million.
    static func expectQuantity(_ milli: Int64, _ field: String) throws(RecordFlaw) {
        guard quantities.contains(milli) else {
            throw RecordFlaw(field: field, reason: "数量是负数或超出范围，请向平台核对这一单")
        }
    }

    /// An amount of money that an order can have; ten thousand of them fit into any sum.
    static func expectAmount(_ fen: Int64, _ field: String) throws(RecordFlaw) {
        guard fen.magnitude <= amountFenMax.magnitude else {
            throw RecordFlaw(field: field, reason: "金额超出范围，请向平台核对这一单")
        }
    }

    private static let quantities: ClosedRange<Int64> = 0...1_000_000_000_000
    /// A remark is cut where personal data is taken out of it: a longer one has not been there.
    static let remarkScalarsMax = 64
}

extension PreparedOrder {
    /// Throws what is wrong with the order.
    static func expectSound(
        _ order: Order, _ lines: [StoredLine], unsoldDay: Int64
    ) throws(RecordFlaw) {
        try RecordFlaw.expectID(order.orderID, "order_id")
        try RecordFlaw.expectDay(unsoldDay, "created_at")
        try RecordFlaw.expectDay(order.updatedAt.day.stored, "updated_at")
        // Where the header is the sum of the lines, the lines are looked at.
        if let stated = order.headerPaidFen { try RecordFlaw.expectAmount(stated.amount, "header_paid_fen") }
        if order.sellerRemark.utf8.count > RecordFlaw.remarkScalarsMax,
            order.sellerRemark.unicodeScalars.count > RecordFlaw.remarkScalarsMax
        {
            throw RecordFlaw(field: "seller_remark", reason: "备注超过 64 个字符，没有经过脱敏，请报告开发者")
        }
        if order.hasRepeatedLine {
            throw RecordFlaw(field: "line_id", reason: "同一个子订单编号出现了两次，请向平台核对这一单")
        }
        let lines = lines.span
        for place in lines.indices {
            try RecordFlaw.expectID(lines[place].lineID, "line_id")
            try RecordFlaw.expectDay(lines[place].day, "sale_at")
            if let closedAt = lines[place].closedAtMilliseconds {
                try RecordFlaw.expectDay(Instant(milliseconds: closedAt).day.stored, "closed_at")
            }
            try RecordFlaw.expectQuantity(lines[place].quantityMilli, "quantity_milli")
            try RecordFlaw.expectAmount(lines[place].paidFen, "paid_fen")
            try RecordFlaw.expectAmount(lines[place].grossFen, "gross_fen")
        }
    }
}

extension Refund {
    /// Throws what is wrong with the refund.
    func expectSound() throws(RecordFlaw) {
        try RecordFlaw.expectID(orderID, "order_id")
        try RecordFlaw.expectID(refundID, "refund_id")
        try RecordFlaw.expectDay(refundedAt.day.stored, "refunded_at")
        try RecordFlaw.expectQuantity(returnedMilli, "returned_milli")
        try RecordFlaw.expectAmount(refundedFen.amount, "refunded_fen")
    }
}
