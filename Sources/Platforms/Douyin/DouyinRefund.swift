internal import Domain
internal import JSON

/// Maps one element of `items` of `afterSale.List`: one refund per line that it concerns.
struct DouyinRefund {
    let shopID: String

    private enum Kind {
        static let returned: Int64 = 0
        static let beforeShipping: Int64 = 2
        /// 换货, 补寄, 维修: goods move, money doesn't.
        static let withoutMoney: Set<Int64> = [3, 7, 8]
    }

    private enum Status {
        static let succeeded: Int64 = 12
        // Refused by the shop (27, 29), failed or withdrawn (28), cancelled (51). A buyer may reopen 27 and
        // 29; the record then comes again with a later update time.
        static let ended: Set<Int64> = [27, 28, 29, 51]
    }

    private enum RefundStatus {
        static let succeeded: Int64 = 3
        static let failed: Int64 = 4
        /// 追缴成功: the platform had advanced the buyer's refund and has it back from the shop.
        static let recovered: Int64 = 5
    }

    /// The refunds of a record.
    ///
    /// Throws where it can't be decoded; the page parks it.
    func refunds(_ view: JSONView) throws(JSONError) -> [Refund] {
        let head = try view.object("aftersale_info")
        let order = try view.object("order_info")
        guard let updated = try head.instant("update_time", or: "apply_time") else {
            throw JSONError(path: "aftersale_info.update_time", reason: .missing)
        }
        let state = Self.state(head)
        let model = Refund(
            channel: .douyin, shopID: shopID, orderID: try order.identifier("shop_order_id"), lineID: "",
            refundID: try head.identifier("aftersale_id"), state: state, refundedFen: .zero, returnedMilli: 0,
            refundedAt: updated, updatedAt: updated)
        let lines = try order.arrayIfPresent("related_order_info")
        guard let lines, !lines.isEmpty else { return [try wholeRecord(head, model)] }
        var refunds: [Refund] = []
        for line in lines {
            var refund = model
            refund.lineID = try line.identifier("sku_order_id")
            let isOnly = lines.count == 1
            refund.refundedFen = Fen(try Self.amount(line, head, isOnly: isOnly, state))
            refund.returnedMilli = try Self.returnedMilli(
                line.code("aftersale_item_num"), head, isOnly: isOnly, state)
            refunds.append(refund)
        }
        return refunds
    }

    /// A record about one line that doesn't list it: `related_id` is the line's number.
    private func wholeRecord(_ head: JSONView, _ model: Refund) throws(JSONError) -> Refund {
        guard head.code("aftersale_order_type") == 1 else {
            throw JSONError(path: "order_info.related_order_info", reason: .missing)
        }
        var refund = model
        refund.lineID = try head.identifier("related_id")
        refund.refundedFen = Fen(try Self.amount(nil, head, isOnly: true, model.state))
        refund.returnedMilli = try Self.returnedMilli(nil, head, isOnly: true, model.state)
        return refund
    }

    private static func state(_ head: JSONView) -> Refund.State {
        if let kind = head.code("aftersale_type"), Kind.withoutMoney.contains(kind) { return .withoutRefund }
        let refundStatus = head.code("refund_status")
        if refundStatus == RefundStatus.succeeded || refundStatus == RefundStatus.recovered {
            return .succeeded
        }
        guard let status = head.code("aftersale_status") else { return .open }
        if Status.ended.contains(status) { return .withoutRefund }
        return status == Status.succeeded && refundStatus != RefundStatus.failed ? .succeeded : .open
    }

    private static func amount(
        _ line: JSONView?, _ head: JSONView, isOnly: Bool, _ state: Refund.State
    ) throws(JSONError) -> Int64 {
        if state == .withoutRefund { return 0 }
        if let amount = try line?.amountIfPresent("aftersale_pay_amount") { return amount }
        if isOnly, let amount = try head.amountIfPresent("refund_amount") { return amount }
        guard state == .open else { throw JSONError(path: "aftersale_pay_amount", reason: .missing) }
        return 0
    }

    /// Goods come back with 退货退款, and never left with 未发货仅退款.
    private static func returnedMilli(
        _ items: Int64?, _ head: JSONView, isOnly: Bool, _ state: Refund.State
    ) throws(JSONError) -> Int64 {
        let kind = head.code("aftersale_type")
        guard state != .withoutRefund, kind == Kind.returned || kind == Kind.beforeShipping else { return 0 }
        let returned = items ?? (isOnly ? head.code("aftersale_num") : nil) ?? 0
        guard (0...1_000_000_000).contains(returned) else {
            throw JSONError(path: "aftersale_item_num", reason: .outOfRange)
        }
        return returned * 1000
    }
}
