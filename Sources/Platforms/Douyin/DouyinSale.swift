internal import Domain
internal import JSON

/// Whether a line is a sale, and when: what its header and itself say about state and payment.
struct DouyinSale {
    private var status: Int64?
    private var payType: Int64?
    private var tradeType: Int64?
    private var paidAt: Instant?
    private var receivedAt: Instant?
    private var updatedAt: Instant

    private enum Status {
        static let unpaid: Int64 = 1
        static let cancelled: Int64 = 4
    }

    private enum PayType {
        static let cashOnDelivery: Int64 = 0
        static let payLater: Int64 = 12
    }

    /// What the header says, for lines that don't say it themselves.
    init(header: JSONView, updatedAt: Instant) throws(JSONError) {
        status = header.code("order_status")
        payType = header.code("pay_type")
        tradeType = header.code("trade_type")
        paidAt = try header.instant("pay_time")
        receivedAt = try header.instant("confirm_receipt_time", or: "finish_time")
        self.updatedAt = updatedAt
    }

    /// When the buyer paid the order; nil where the platform has no such instant (cash on delivery).
    var orderPaidAt: Instant? {
        payType == PayType.cashOnDelivery || status == Status.unpaid ? nil : paidAt
    }

    /// The line's state, and when it was closed where it had been paid.
    ///
    /// `phases` are those of a presale, or empty.
    func state(
        of line: JSONView, lineID: String, phases: [DouyinPhase], isGift: Bool
    ) throws(JSONError) -> (sale: SaleState, closedAt: Instant?) {
        var own = self
        try own.override(by: line)
        let paidAt = own.moneyAt(phases.filter { $0.concerns(lineID) })
        let isCancelled = own.status == Status.cancelled
        let closedAt = isCancelled && paidAt != nil ? own.updatedAt : nil
        if isGift { return (.notSale(.gift), nil) }
        switch own.tradeType {
        case 10, 12: return (.notSale(.sample), nil)
        case 11: return (.notSale(.lottery), nil)
        case 102: return (.notSale(.gift), nil)
        default: break
        }
        guard let paidAt else { return (.notSale(isCancelled ? .closedUnpaid : .unpaid), nil) }
        return (.sale(paidAt), closedAt)
    }

    private mutating func override(by line: JSONView) throws(JSONError) {
        status = line.code("order_status") ?? status
        payType = line.code("pay_type") ?? payType
        tradeType = line.code("trade_type") ?? tradeType
        if let instant = try line.instant("pay_time") { paidAt = instant }
        if let instant = try line.instant("confirm_receipt_time", or: "finish_time") { receivedAt = instant }
        if let instant = try line.instant("update_time") { updatedAt = instant }
    }

    /// When the money came: on payment, on receipt where that is when it is paid, with the last of several phases; nil
    /// while it hasn't.
    private func moneyAt(_ phases: [DouyinPhase]) -> Instant? {
        if status == Status.unpaid { return nil }
        if payType == PayType.cashOnDelivery { return receivedAt }
        let paid = paidAt ?? (payType == PayType.payLater ? receivedAt : nil)
        guard let last = phases.max(by: { $0.number < $1.number }) else { return paid }
        let isPaid = phases.allSatisfy(\.isPaid) && phases.count >= last.total
        return isPaid ? phases.compactMap(\.paidAt).max() ?? paid : nil
    }
}

/// One instalment of a presale (`order_phase_list`): deposit, final payment.
struct DouyinPhase {
    let lineID: String
    let number: Int64
    let total: Int64
    let isPaid: Bool
    let paidAt: Instant?

    init(_ view: JSONView) throws(JSONError) {
        lineID = try view.identifierIfPresent("sku_order_id")
        number = view.code("current_phase") ?? 0
        total = view.code("total_phase") ?? 0
        isPaid = try view.boolIfPresent("pay_success") ?? false
        paidAt = try view.instant("phase_pay_time")
    }

    func concerns(_ line: String) -> Bool { lineID.isEmpty || lineID == line }
}
