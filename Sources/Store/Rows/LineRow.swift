import Domain

/// A row of `order_line` with the names behind its keys.
enum LineRow {
    /// The columns that `line` and `standing` read.
    static let select = """
        SELECT l.line_id, l.product_id, l.sku_id, g.title, g.spec, l.quantity_milli, l.unit, l.gross_fen, l.gross_origin,
            l.paid_fen, l.paid_origin, l.not_sale, l.sale_at_ms, l.closed_at_ms, l.first_closed_at_ms,
            l.stated_refunded_fen, l.stated_returned_milli, l.stated_refunded_at_ms, l.stated_origin, l.host_id,
            l.room_id, g.category, l.day, l.ordered_grams, l.weight_evidence, l.origin, c.name, l.refunded_fen, l.grams,
            l.stated_at_ms, l.stated_is_kept
        FROM order_line l LEFT JOIN goods g ON g.goods = l.goods LEFT JOIN category c ON c.category = l.category
        WHERE l.order_key = ? ORDER BY l.line
        """

    /// The line as it counts, without subsidies.
    static func line(_ row: RawStatement) -> OrderLine {
        let notSale = row.optionalInteger(11).flatMap { NotSaleReason(rawValue: Int($0)) }
        var line = OrderLine(
            lineID: row.text(0), productID: row.text(1), skuID: row.text(2), title: row.text(3),
            spec: row.text(4),
            quantity: Quantity(
                milli: row.integer(5), unit: Quantity.Unit(rawValue: Int(row.integer(6))) ?? .piece),
            grossFen: Fen(row.integer(7)), grossOrigin: amountOrigin(row.integer(8)),
            paidFen: Fen(row.integer(9)),
            paidOrigin: amountOrigin(row.integer(10)),
            sale: notSale.map(SaleState.notSale) ?? .sale(Instant(milliseconds: row.integer(12))),
            closedAt: row.optionalInteger(13).map(Instant.init(milliseconds:)),
            statedRefund: row.optionalInteger(15).map { fen in
                StatedRefund(
                    refundedFen: Fen(fen), returnedMilli: row.integer(16),
                    refundedAt: Instant(milliseconds: row.integer(17)),
                    statedAt: row.optionalInteger(29).map(Instant.init(milliseconds:)),
                    isKept: row.integer(30) != 0)
            },
            hostID: row.text(19), roomID: row.text(20), originRegion: Region(code: row.integer(18)),
            category: row.text(21))
        line.firstClosedAt = row.optionalInteger(14).map(Instant.init(milliseconds:))
        return line
    }

    /// How the line stands.
    static func standing(_ row: RawStatement) -> LineStanding {
        LineStanding(
            lineID: row.text(0), day: StoredDay.day(row.integer(22)),
            notSale: row.optionalInteger(11).flatMap { NotSaleReason(rawValue: Int($0)) },
            quantityMilli: row.integer(5), isClosed: row.optionalInteger(13) != nil,
            firstClosedAt: row.optionalInteger(14).map(Instant.init(milliseconds:)),
            orderedGrams: row.optionalInteger(23),
            weightEvidence: WeightEvidence(rawValue: Int(row.integer(24))) ?? .none,
            origin: Region(code: row.integer(25)), category: row.text(26),
            amounts: LineAmounts(
                grossFen: row.integer(7), paidFen: row.integer(9), refundedFen: row.integer(27),
                grams: row.optionalInteger(28)))
    }

    private static func amountOrigin(_ stored: Int64) -> AmountOrigin {
        AmountOrigin(rawValue: Int(stored)) ?? .stated
    }
}

/// Rows of `credit` and `refund`.
enum CreditRows {
    static let select = """
        SELECT c.line, c.leg, p.party_id, c.share_bp, c.rule, c.reason, c.gross_fen, c.paid_fen, c.refunded_fen, c.grams,
            c.party
        FROM credit c LEFT JOIN party p ON p.party = c.party WHERE c.order_key = ?
        """

    static func row(_ row: RawStatement, candidateIDs: [String]) -> CreditRow {
        CreditRow(
            line: Int(row.integer(0)), leg: Leg(rawValue: Int(row.integer(1))) ?? .sell,
            partyID: row.integer(10) == 0 ? nil : row.text(2), share: BasisPoints(row.integer(3)) ?? .whole,
            evidence: Evidence(rawValue: Int(row.integer(4))) ?? .none,
            reason: UnassignedReason(rawValue: Int(row.integer(5))), candidateIDs: candidateIDs,
            amounts: LineAmounts(
                grossFen: row.integer(6), paidFen: row.integer(7), refundedFen: row.integer(8),
                grams: row.optionalInteger(9)))
    }
}

enum RefundRows {
    static let select = """
        SELECT line_id, refund_id, evidence, state, refunded_fen, returned_milli, refunded_at_ms, updated_at_ms,
            fetched_at_ms, source, page, first_succeeded_at_ms FROM refund WHERE shop = ? AND order_id = ?
        """

    static func row(_ row: RawStatement) -> RefundRow {
        RefundRow(
            lineID: row.text(0), refundID: row.text(1),
            evidence: RefundEvidence(rawValue: Int(row.integer(2))) ?? .record,
            state: Refund.State(rawValue: Int(row.integer(3))) ?? .open, refundedFen: row.integer(4),
            returnedMilli: row.integer(5), refundedAt: Instant(milliseconds: row.integer(6)),
            firstSucceededAt: row.optionalInteger(11).map(Instant.init(milliseconds:)),
            updatedAt: Instant(milliseconds: row.integer(7)),
            fetchedAt: Instant(milliseconds: row.integer(8)),
            origin: Origin(source: row.integer(9), page: row.integer(10)))
    }
}
