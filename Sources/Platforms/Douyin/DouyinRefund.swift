internal import Domain
internal import JSON

/// Maps one element of `items` of `afterSale.List`: one refund per line that it concerns.
struct DouyinRefund {
    let shopID: String

    /// The refunds of a record.
    ///
    /// Throws where it can't be decoded; the page parks it.
    func refunds(_ view: JSONView) throws(JSONError) -> [Refund] {
        let head = try Head(try view.object("aftersale_info"))
        let order = try view.object("order_info")
        let model = Refund(
            channel: .douyin, shopID: shopID, orderID: try order.identifier("shop_order_id"), lineID: "",
            refundID: try head.view.identifier("aftersale_id"), state: head.state, refundedFen: .zero,
            returnedMilli: 0, refundedAt: head.updatedAt, updatedAt: head.updatedAt,
            listsAllLines: true)
        let lines = try order.arrayIfPresent("related_order_info")
        guard let lines, !lines.isEmpty else { return [try head.wholeRecord(model)] }
        var refunds: [Refund] = []
        for line in lines {
            var refund = model
            refund.lineID = try line.identifier("sku_order_id")
            if refunds.contains(where: { $0.lineID == refund.lineID }) {
                throw JSONError(path: "related_order_info.sku_order_id", reason: .repeated)
            }
            try head.fill(&refund, line, isOnly: lines.count == 1)
            refunds.append(refund)
        }
        try head.expectWhole(refunds)
        return refunds
    }
}

/// What a record says of all its lines together.
private struct Head {
    let view: JSONView
    let state: Refund.State
    let updatedAt: Instant
    private let type: DouyinAfterSaleType
    private let isPaidBack: Bool

    init(_ view: JSONView) throws(JSONError) {
        self.view = view
        guard let updatedAt = try view.instant("update_time", or: "apply_time") else {
            throw JSONError(path: "aftersale_info.update_time", reason: .missing)
        }
        self.updatedAt = updatedAt
        let type: DouyinAfterSaleType = try view.requiredCode("aftersale_type")
        let status: DouyinAfterSaleStatus = try view.requiredCode("aftersale_status")
        let refundStatus: DouyinRefundStatus = try view.requiredCode("refund_status")
        self.type = type
        isPaidBack = refundStatus.isPaidBack
        if !type.movesMoney {
            state = .withoutRefund
        } else if refundStatus.isPaidBack {
            state = .succeeded
        } else if status.isEnded {
            state = .withoutRefund
        } else {
            let isUnderway = refundStatus == .waiting || refundStatus == .underway
            state = status == .succeeded && isUnderway ? .succeeded : .open
        }
    }

    /// A record about one line that doesn't list it: `related_id` is the line's number.
    func wholeRecord(_ model: Refund) throws(JSONError) -> Refund {
        guard try view.integerIfPresent("aftersale_order_type") == 1 else {
            throw JSONError(path: "order_info.related_order_info", reason: .missing)
        }
        var refund = model
        refund.lineID = try view.identifier("related_id")
        try fill(&refund, nil, isOnly: true)
        return refund
    }

    /// Fills in what was paid back of a line and how much of it came back.
    func fill(_ refund: inout Refund, _ line: JSONView?, isOnly: Bool) throws(JSONError) {
        let amount = try amount(line, isOnly: isOnly)
        if !type.movesMoney, isPaidBack, amount != 0 {
            throw JSONError(path: "aftersale_info.refund_status", reason: .refundWithoutMoney)
        }
        refund.refundedFen = Fen(state == .withoutRefund ? 0 : amount ?? 0)
        refund.returnedMilli = try returnedMilli(line, isOnly: isOnly)
    }

    /// Throws where a line has 0 and the lines lack something of what the record says was paid back.
    func expectWhole(_ refunds: [Refund]) throws(JSONError) {
        guard state == .succeeded, refunds.contains(where: { $0.refundedFen == .zero }),
            let whole = try view.amountIfPresent("refund_amount")
        else { return }
        // A page is far too small to leave `Int64` with amounts of at most 10^13.
        if refunds.reduce(0, { $0 + $1.refundedFen.amount }) != whole {
            throw JSONError(path: "related_order_info.aftersale_pay_amount", reason: .linesLackPart)
        }
    }

    private func amount(_ line: JSONView?, isOnly: Bool) throws(JSONError) -> Int64? {
        let whole = try view.amountIfPresent("refund_amount")
        if let amount = try line?.amountIfPresent("aftersale_pay_amount") { return amount }
        if isOnly, let whole { return whole }
        guard state != .succeeded else { throw JSONError(path: "aftersale_pay_amount", reason: .missing) }
        return nil
    }

    /// Goods come back with 退货退款, and never left with 未发货仅退款.
    private func returnedMilli(_ line: JSONView?, isOnly: Bool) throws(JSONError) -> Int64 {
        guard state != .withoutRefund, type == .returned || type == .beforeShipping else { return 0 }
        let ofRecord = isOnly ? try view.integerIfPresent("aftersale_num") : nil
        let returned = try line?.integerIfPresent("aftersale_item_num") ?? ofRecord ?? 0
        guard (0...1_000_000_000).contains(returned) else {
            throw JSONError(path: "aftersale_item_num", reason: .outOfRange)
        }
        return returned * 1000
    }
}
