package import Domain

/// Why the store does not take a record that was decoded: it breaks a rule of the schema, or would overflow a sum.
///
/// Such a record is parked; thrown, it would end the landing of all others, and again with every sync. Platforms look at
/// most of this themselves, and park the record with its body.
package struct RecordFlaw: Error, Hashable {
    /// The field, as the model calls it.
    package let field: String
    /// What is wrong, and what to do.
    package let reason: Notice

    fileprivate init(field: String, _ code: String) {
        self.field = field
        reason = Notice(code)
    }

    /// What a look at a record finds; `nil` where it is sound.
    fileprivate static func found(_ look: () throws(RecordFlaw) -> Void) -> RecordFlaw? {
        do throws(RecordFlaw) {
            try look()
            return nil
        } catch {
            return error
        }
    }

    /// An id that others know a record by.
    static func expectID(_ id: String, _ field: String) throws(RecordFlaw) {
        if id.isEmpty { throw RecordFlaw(field: field, "record.id_empty") }
    }

    /// A day that the store can write as yyyymmdd.
    static func expectDay(_ day: BusinessDay, _ field: String) throws(RecordFlaw) {
        guard days.contains(day) else {
            throw RecordFlaw(field: field, "record.time_out_of_range")
        }
    }

    /// A number of things: no line has a thousand million.
    static func expectQuantity(_ milli: Int64, _ field: String) throws(RecordFlaw) {
        guard quantities.contains(milli) else {
            throw RecordFlaw(field: field, "record.quantity_out_of_range")
        }
    }

    /// An amount of money that an order can have; ten thousand of them fit into any sum.
    static func expectAmount(_ fen: Int64, _ field: String) throws(RecordFlaw) {
        guard fen.magnitude <= amountFenMax.magnitude else {
            throw RecordFlaw(field: field, "record.amount_out_of_range")
        }
    }

    /// What the lines of one order add up to: no more than one line may have, so that ten thousand orders fit into any
    /// sum, as well.
    static func expectSum(
        _ lines: [OrderLine], of amount: (OrderLine) -> Int64, upTo limit: Int64, _ field: String
    ) throws(RecordFlaw) {
        var sum: Int64 = 0
        for line in lines {
            let (next, overflows) = sum.addingReportingOverflow(Int64(clamping: amount(line).magnitude))
            guard !overflows, next <= limit else {
                throw RecordFlaw(field: field, "record.sum_out_of_range")
            }
            sum = next
        }
    }

    /// 1900-01-01 to 9999-12-31.
    private static let days = BusinessDay(number: -25_567)...BusinessDay(number: 2_932_896)
    fileprivate static let quantities: ClosedRange<Int64> = 0...1_000_000_000_000
    /// A remark is cut where personal data is taken out of it: a longer one has not been there.
    static let remarkScalarsMax = 64
}

extension Order {
    /// Why the store does not take the order; nearly always `nil`.
    package var flaw: RecordFlaw? {
        RecordFlaw.found(expectSound)
    }

    /// As `flaw`, and whether a line was sold later than on the day after it was read: no report would ever show it.
    package func flaw(readAt: Instant) -> RecordFlaw? {
        if let flaw { return flaw }
        let latest = readAt.advanced(byMilliseconds: 86_400_000)
        let isAhead = lines.contains { line in
            if case .sale(let saleAt) = line.sale { saleAt > latest } else { false }
        }
        return isAhead ? RecordFlaw(field: "sale_at", "record.sale_in_future") : nil
    }

    private func expectSound() throws(RecordFlaw) {
        try RecordFlaw.expectID(orderID, "order_id")
        try RecordFlaw.expectDay(unsoldDay, "created_at")
        try RecordFlaw.expectDay(updatedAt.day, "updated_at")
        if let headerPaidFen { try RecordFlaw.expectAmount(headerPaidFen.amount, "header_paid_fen") }
        try RecordFlaw.expectAmount(freightFen.amount, "freight_fen")
        if sellerRemark.utf8.count > RecordFlaw.remarkScalarsMax,
            sellerRemark.unicodeScalars.count > RecordFlaw.remarkScalarsMax
        {
            throw RecordFlaw(field: "seller_remark", "record.remark_too_long")
        }
        if hasRepeatedLine {
            throw RecordFlaw(field: "line_id", "record.line_repeated")
        }
        let span = lines.span
        for place in span.indices { try span[place].expectSound() }
        if lines.count > 1 { try expectSums() }
    }

    private func expectSums() throws(RecordFlaw) {
        try RecordFlaw.expectSum(lines, of: \.paidFen.amount, upTo: amountFenMax, "paid_fen")
        try RecordFlaw.expectSum(lines, of: \.grossFen.amount, upTo: amountFenMax, "gross_fen")
        try RecordFlaw.expectSum(lines, of: \.freightFen.amount, upTo: amountFenMax, "freight_fen")
        try RecordFlaw.expectSum(
            lines, of: { $0.statedRefund?.refundedFen.amount ?? 0 }, upTo: amountFenMax, "refunded_fen")
        try RecordFlaw.expectSum(
            lines, of: \.quantity.milli, upTo: RecordFlaw.quantities.upperBound, "quantity_milli")
    }
}

extension OrderLine {
    fileprivate func expectSound() throws(RecordFlaw) {
        try RecordFlaw.expectID(lineID, "line_id")
        if case .sale(let saleAt) = sale { try RecordFlaw.expectDay(saleAt.day, "sale_at") }
        if let closedAt { try RecordFlaw.expectDay(closedAt.day, "closed_at") }
        try RecordFlaw.expectQuantity(quantity.milli, "quantity_milli")
        try RecordFlaw.expectAmount(paidFen.amount, "paid_fen")
        try RecordFlaw.expectAmount(grossFen.amount, "gross_fen")
        try RecordFlaw.expectAmount(freightFen.amount, "freight_fen")
        for part in [
            subsidies.shopFen, subsidies.platformFen, subsidies.talentFen, subsidies.stateFen,
        ] { try RecordFlaw.expectAmount(part.amount, "subsidies") }
        if let statedRefund {
            try RecordFlaw.expectAmount(statedRefund.refundedFen.amount, "refunded_fen")
            try RecordFlaw.expectQuantity(statedRefund.returnedMilli, "returned_milli")
            try RecordFlaw.expectDay(statedRefund.refundedAt.day, "refunded_at")
        }
    }
}

extension Refund {
    /// Why the store does not take the refund; nearly always `nil`.
    package var flaw: RecordFlaw? {
        RecordFlaw.found(expectSound)
    }

    private func expectSound() throws(RecordFlaw) {
        try RecordFlaw.expectID(orderID, "order_id")
        try RecordFlaw.expectID(refundID, "refund_id")
        try RecordFlaw.expectDay(refundedAt.day, "refunded_at")
        try RecordFlaw.expectQuantity(returnedMilli, "returned_milli")
        try RecordFlaw.expectAmount(refundedFen.amount, "refunded_fen")
    }
}

extension AfterSale {
    /// Why the store does not take the record; nearly always `nil`.
    ///
    /// A refund is a positive amount that was paid back: a success of 0 is none, and would take the goods' weight off. A line
    /// with 0 may stand beside others of its record that have more: it had been paid 0.
    package var flaw: RecordFlaw? {
        if let flaw = lines.lazy.compactMap(\.flaw).first { return flaw }
        let isPaidBack = lines.contains { $0.state == .succeeded }
        guard isPaidBack, lines.allSatisfy({ $0.refundedFen == .zero }) else { return nil }
        return RecordFlaw(field: "refunded_fen", "record.refund_of_nothing")
    }
}

extension ParkedRecord {
    /// An order, or a row of a file, that was decoded but cannot be stored.
    package init(_ flaw: RecordFlaw, of order: Order, isRow: Bool = false) {
        let paidFen = order.headerPaidFen?.amount ?? order.lines.first?.paidFen.amount
        self.init(
            flaw, shopID: order.shopID, orderID: order.orderID,
            lineID: isRow ? order.lines.first?.lineID ?? "" : "", amountFen: paidFen,
            updatedAt: order.updatedAt, content: order.content)
    }

    /// An after-sale that was decoded but cannot be stored.
    package init(_ flaw: RecordFlaw, of afterSale: AfterSale) {
        var hash = StableHash()
        for line in afterSale.lines {
            hash.combine(line.lineID)
            hash.combine(Int64(line.state.rawValue))
            hash.combine(line.refundedAt.milliseconds)
            hash.combine(line.updatedAt.milliseconds)
            hash.combine(line.refundedFen.amount)
            hash.combine(line.returnedMilli)
        }
        self.init(
            flaw, shopID: afterSale.orderKey.shopID, orderID: afterSale.orderKey.orderID,
            lineID: afterSale.lineID ?? "", refundID: afterSale.refundID,
            amountFen: afterSale.lines[0].refundedFen.amount, updatedAt: afterSale.updatedAt,
            content: hash.value)
    }

    /// Where it stands in the place of its body, which is gone, and a hash of what it said: another version is another one.
    private init(
        _ flaw: RecordFlaw, shopID: String, orderID: String, lineID: String, refundID: String = "",
        amountFen: Int64?, updatedAt: Instant, content: Int64
    ) {
        let record = [orderID, lineID, refundID, flaw.field].filter { !$0.isEmpty }.joined(separator: " ")
        self.init(
            path: flaw.field, reason: flaw.reason, shopID: shopID, orderID: orderID, lineID: lineID,
            refundID: refundID, amountFen: amountFen, updatedAt: updatedAt, body: "\(record) \(content)")
    }
}
