import Domain

extension ExplainReport {
    /// The order for programs; what is not known is `null`.
    var tree: JSONTree {
        .object([
            ("channel", .text(order.channel.key)),
            ("shop", .text(order.shopID)),
            ("order", .text(order.orderID)),
            ("status", .text(order.status)),
            ("created_at", .optional(order.createdAt?.iso)),
            ("paid_at", .optional(order.paidAt?.iso)),
            ("updated_at", .text(order.updatedAt.iso)),
            ("header_paid_fen", .optional(order.headerPaidFen?.amount)),
            ("header_gap_fen", .optional(headerGapFen?.amount)),
            ("freight_fen", .integer(order.freightFen.amount)),
            ("buyer", buyer),
            ("versions", .array(versions.map(\.tree))),
            ("decided_by", decidedBy?.tree ?? .null),
            ("lines", .array(lines.map(\.tree))),
            ("orphan_refunds", .array(orphanRefunds.map(\.tree))),
            ("journal", .array(journal.map(\.tree))),
        ])
    }

    private var buyer: JSONTree {
        var members: [(name: String, value: JSONTree)] = []
        switch order.buyer {
        case .person: members.append(("kind", .text("person")))
        case .organisation(let purchaserID, let name):
            members += [
                ("kind", .text("organisation")), ("purchaser", .text(purchaserID)), ("name", .text(name)),
            ]
        }
        let place = order.buyerPlace
        members += [
            ("region", .optional(place.region?.description)), ("province", .text(place.province)),
            ("city", .text(place.city)), ("county", .text(place.county)),
            ("fund_source", .optional(order.fundSource?.snakeKey)),
        ]
        return .object(members)
    }
}

extension ExplainReport.Version {
    fileprivate var tree: JSONTree {
        .object([
            ("kind", .text(kind.key)), ("source", .text(source)), ("file", .optional(file)),
            ("fetched_at", .text(fetchedAt.iso)), ("updated_at", .text(updatedAt.iso)),
            ("page_hash", .text(pageHash)), ("outcome", .text(outcome.rawValue)),
        ])
    }
}

extension ExplainReport.Decision {
    fileprivate var tree: JSONTree {
        .object([
            ("roster", .integer(roster)), ("loaded_at", .text(loadedAt.iso)),
            ("is_present", .flag(isPresent)),
        ])
    }
}

extension ExplainReport.Line {
    fileprivate var tree: JSONTree {
        .object(
            goods + money + [
                ("refunds", .array(refunds.map(\.tree))),
                ("credits", .array(credits.map(\.tree))),
                ("lost", .array(lost.map(\.tree))),
            ])
    }

    private var goods: [(name: String, value: JSONTree)] {
        [
            ("line", .text(line.lineID)),
            ("product", .text(line.productID)),
            ("sku", .text(line.skuID)),
            ("title", .text(line.title)),
            ("spec", .text(line.spec)),
            ("quantity_milli", .integer(line.quantity.milli)),
            ("unit", .text(line.quantity.unit.snakeKey)),
            ("host", .text(line.hostID)),
            ("room", .text(line.roomID)),
            ("county", .optional(county?.description)),
            ("category", .text(category)),
            ("grams", .optional(grams?.amount)),
            ("weight_evidence", .text(weightEvidence.snakeKey)),
        ]
    }

    private var money: [(name: String, value: JSONTree)] {
        let (sale, reason): (Instant?, NotSaleReason?) =
            switch line.sale {
            case .sale(let instant): (instant, nil)
            case .notSale(let reason): (nil, reason)
            }
        return [
            ("gross_fen", .integer(line.grossFen.amount)),
            ("gross_origin", .text(line.grossOrigin.snakeKey)),
            ("paid_fen", .integer(line.paidFen.amount)),
            ("paid_origin", .text(line.paidOrigin.snakeKey)),
            ("refunded_fen", .integer(refundedFen.amount)),
            ("net_fen", .optional((try? line.paidFen - refundedFen)?.amount)),
            ("subsidies", line.subsidies.tree),
            ("sale_at", .optional(sale?.iso)),
            ("sale_day", .optional(sale?.day.description)),
            ("not_sale", .optional(reason?.snakeKey)),
            ("closed_at", .optional(line.closedAt?.iso)),
        ]
    }
}

extension Subsidies {
    fileprivate var tree: JSONTree {
        .object([
            ("shop_fen", .integer(shopFen.amount)), ("platform_fen", .integer(platformFen.amount)),
            ("talent_fen", .integer(talentFen.amount)), ("state_fen", .integer(stateFen.amount)),
        ])
    }
}

extension ExplainReport.RefundRecord {
    fileprivate var tree: JSONTree {
        .object([
            ("refund", .text(refund.refundID)), ("line", .text(refund.lineID)),
            ("state", .text(refund.state.snakeKey)), ("refunded_fen", .integer(refund.refundedFen.amount)),
            ("returned_milli", .integer(refund.returnedMilli)), ("refunded_at", .text(refund.refundedAt.iso)),
            ("derived", .flag(isDerived)),
        ])
    }
}

extension ExplainReport.CreditRecord {
    fileprivate var tree: JSONTree {
        .object([
            ("leg", .text(credit.leg.key)), ("party", .optional(credit.partyID)),
            ("name", .optional(party?.name)), ("share_bp", .integer(credit.share.amount)),
            ("evidence", .text(credit.evidence.snakeKey)), ("evidence_value", .text(evidenceValue)),
            ("reason", .optional(credit.reason?.key)), ("paid_fen", .integer(paidFen.amount)),
            ("refunded_fen", .integer(refundedFen.amount)), ("grams", .optional(grams?.amount)),
        ])
    }
}

extension ExplainReport.LostRule {
    fileprivate var tree: JSONTree {
        .object([
            ("leg", .text(leg.key)), ("evidence", .text(evidence.snakeKey)),
            ("parties", .array(partyIDs.map(JSONTree.text))), ("why", .text(why.code)),
        ])
    }
}

extension ExplainReport.BookedEntry {
    fileprivate var tree: JSONTree {
        let (booking, sums) = (entry.booking, entry.sums)
        return .object([
            ("batch", .integer(batch)), ("entry", .integer(entry.line)), ("booked_at", .text(bookedAt.iso)),
            ("line", .text(booking.lineID)), ("leg", .text(booking.leg.key)),
            ("account", .text(booking.account)), ("reason", .optional(booking.reason?.key)),
            ("day", .text(booking.day.description)), ("period_day", .text(entry.periodDay.description)),
            ("cause", .text(entry.cause.key)), ("lines", .integer(sums.lines)),
            ("gross_fen", .integer(sums.grossFen)), ("paid_fen", .integer(sums.paidFen)),
            ("weighed_paid_fen", .integer(sums.weighedPaidFen)),
            ("refunded_fen", .integer(sums.refundedFen)), ("grams", .integer(sums.grams)),
        ])
    }
}
