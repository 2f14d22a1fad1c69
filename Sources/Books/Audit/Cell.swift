import Domain

/// A column of a row, as docs/store.md calls it, and what stands in it.
struct Cell {
    let column: String
    let value: Value

    enum Value: Equatable {
        case number(Int64?)
        case text(String)

        /// The number; `nil` where it is a text or nothing.
        var number: Int64? { if case .number(let number) = self { number } else { nil } }
    }

    init(_ column: String, _ number: Int64?) {
        self.column = column
        value = .number(number)
    }

    init(_ column: String, text: String) {
        self.column = column
        value = .text(text)
    }
}

extension Order {
    /// What a source said, with all freight on the order.
    var cells: [Cell] {
        [
            Cell("status", text: status), Cell("created_at_ms", createdAt?.milliseconds),
            Cell("paid_at_ms", paidAt?.milliseconds), Cell("header_paid_fen", headerPaidFen?.amount),
            Cell("freight_fen", lines.reduce(freightFen.amount) { $0 &+ $1.freightFen.amount }),
            Cell("purchaser", text: "\(buyer)"), Cell("fund_source", (fundSource?.rawValue).map(Int64.init)),
            Cell("place", text: "\(buyerPlace)"), Cell("seller_remark", text: sellerRemark),
        ]
    }
}

extension Standing {
    /// What the order goes by, and what was worked out of its header.
    var headerCells: [Cell] {
        [
            Cell("kind", Int64(kind.rawValue)), Cell("source", origin.source), Cell("page", origin.page),
            Cell("updated_at_ms", version.updatedAt.milliseconds),
            Cell("fetched_at_ms", version.fetchedAt.milliseconds), Cell("content", version.content),
            Cell("day", day.stored), Cell("read_fen", readFen), Cell("header_gap_fen", headerGapFen),
        ]
    }
}

extension OrderLine {
    /// What a source said of a line.
    var cells: [Cell] {
        let (notSale, saleAt): (Int64?, Int64?) =
            switch sale {
            case .sale(let instant): (nil, instant.milliseconds)
            case .notSale(let reason): (Int64(reason.rawValue), nil)
            }
        return [
            Cell("line_id", text: lineID), Cell("product_id", text: productID), Cell("sku_id", text: skuID),
            Cell("goods", text: [title, spec, category].joined(separator: "\n")),
            Cell("quantity_milli", quantity.milli), Cell("unit", Int64(quantity.unit.rawValue)),
            Cell("gross_fen", grossFen.amount), Cell("gross_origin", Int64(grossOrigin.rawValue)),
            Cell("paid_fen", paidFen.amount), Cell("paid_origin", Int64(paidOrigin.rawValue)),
            Cell("not_sale", notSale), Cell("sale_at_ms", saleAt),
            Cell("closed_at_ms", closedAt?.milliseconds),
            Cell("first_closed_at_ms", firstClosedAt?.milliseconds),
            Cell("stated_refunded_fen", statedRefund?.refundedFen.amount),
            Cell("stated_returned_milli", statedRefund?.returnedMilli),
            Cell("stated_refunded_at_ms", statedRefund?.refundedAt.milliseconds),
            Cell("stated_at_ms", statedRefund?.statedAt?.milliseconds),
            Cell("stated_origin", originRegion?.code), Cell("host_id", text: hostID),
            Cell("room_id", text: roomID),
        ]
    }
}

extension Subsidies {
    /// What each bearer bore.
    var cells: [Cell] { [shopFen, platformFen, talentFen, stateFen].map { Cell("fen", $0.amount) } }
}

extension LineStanding {
    /// What was made of a line.
    var cells: [Cell] {
        [
            Cell("day", day.stored), Cell("ordered_grams", orderedGrams),
            Cell("weight_evidence", Int64(weightEvidence.rawValue)), Cell("origin", origin?.code),
            Cell("category", text: category), Cell("refunded_fen", amounts.refundedFen),
            Cell("grams", amounts.grams),
        ]
    }
}

extension CreditRow {
    /// A credit behind its key.
    var cells: [Cell] {
        [
            Cell("share_bp", share.amount), Cell("rule", Int64(evidence.rawValue)),
            Cell("gross_fen", amounts.grossFen), Cell("paid_fen", amounts.paidFen),
            Cell("refunded_fen", amounts.refundedFen), Cell("grams", amounts.grams),
        ]
    }
}

extension RefundRow {
    /// A refund behind its key.
    var cells: [Cell] {
        [
            Cell("state", Int64(state.rawValue)), Cell("refunded_fen", refundedFen),
            Cell("returned_milli", returnedMilli), Cell("refunded_at_ms", refundedAt.milliseconds),
            Cell("first_succeeded_at_ms", firstSucceededAt?.milliseconds),
            Cell("updated_at_ms", updatedAt.milliseconds), Cell("fetched_at_ms", fetchedAt.milliseconds),
            Cell("source", origin.source), Cell("page", origin.page),
        ]
    }
}
