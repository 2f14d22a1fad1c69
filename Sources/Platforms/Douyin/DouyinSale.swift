internal import Domain
internal import JSON

/// Whether a line is a sale, and when: what its header and itself say about state and payment.
///
/// A word that is missing or not known makes no sale: the record is parked.
struct DouyinSale {
    private var status: DouyinOrderStatus?
    private var payType: DouyinPayType?
    private var tradeType: DouyinTradeType?
    private var paidAt: Instant?
    private var receivedAt: Instant?
    private var updatedAt: Instant

    /// What the header says, for lines that don't say it themselves.
    init(header: JSONView, updatedAt: Instant) throws(JSONError) {
        status = try header.code("order_status")
        payType = try header.code("pay_type")
        tradeType = try header.code("trade_type")
        paidAt = try header.instant("pay_time")
        receivedAt = try header.instant("confirm_receipt_time", or: "finish_time")
        self.updatedAt = updatedAt
    }

    /// When the buyer paid the order; nil where the platform has no such instant (cash on delivery).
    var orderPaidAt: Instant? {
        payType == .cashOnDelivery || status == .unpaid ? nil : paidAt
    }

    /// The line's state, and when it was closed where it had been paid.
    ///
    /// `phases` are those of a presale, or empty.
    func state(
        of line: JSONView, lineID: String, phases: [DouyinPhase]
    ) throws(JSONError) -> (sale: SaleState, closedAt: Instant?) {
        var own = self
        try own.override(by: line)
        guard let status = own.status else { throw JSONError(path: "order_status", reason: .missing) }
        guard let payType = own.payType else { throw JSONError(path: "pay_type", reason: .missing) }
        guard let tradeType = own.tradeType else { throw JSONError(path: "trade_type", reason: .missing) }
        if try line.givenType() == .gift { return (.notSale(.gift), nil) }
        switch tradeType {
        case .sentSample, .boughtSample: return (.notSale(.sample), nil)
        case .lottery: return (.notSale(.lottery), nil)
        case .presaleGift: return (.notSale(.gift), nil)
        case .presale where !phases.contains { $0.concerns(lineID) }:
            throw JSONError(path: "order_phase_list", reason: .missing)
        default: break
        }
        let paidAt = try own.moneyAt(status, payType, phases.filter { $0.concerns(lineID) })
        try own.expectAgreement(with: self, hasPaid: paidAt != nil)
        guard let paidAt else {
            return (.notSale(status == .cancelled ? .closedUnpaid : .unpaid), nil)
        }
        return (.sale(paidAt), status == .cancelled ? own.updatedAt : nil)
    }

    /// Throws where a line and its header contradict each other in whether money came: nobody knows which of them is right.
    ///
    /// A line may be cancelled in an order that stands; gifts and samples are no sale whatever the header says. Of the kinds of
    /// payment and trade only those matter that make a sale of what is none: on delivery beside paid, free beside sold.
    private func expectAgreement(with header: DouyinSale, hasPaid: Bool) throws(JSONError) {
        let line = "sku_order_list."
        if let status, let stated = header.status {
            let isPaidInLine = status.isStanding && !stated.isStanding
            let isUnpaidInLine = status == .unpaid && stated.isStanding
            let isPaidAndCancelled = status == .cancelled && stated == .unpaid && hasPaid
            if isPaidInLine || isUnpaidInLine || isPaidAndCancelled {
                throw JSONError(path: line + "order_status", reason: .contradictsHeader)
            }
        }
        guard status?.isStanding == true else { return }
        if let stated = header.payType, (payType == .cashOnDelivery) != (stated == .cashOnDelivery) {
            throw JSONError(path: line + "pay_type", reason: .contradictsHeader)
        }
        if header.tradeType?.isFree == true {
            throw JSONError(path: line + "trade_type", reason: .contradictsHeader)
        }
    }

    private mutating func override(by line: JSONView) throws(JSONError) {
        status = try line.code("order_status") ?? status
        payType = try line.code("pay_type") ?? payType
        tradeType = try line.code("trade_type") ?? tradeType
        if let instant = try line.instant("pay_time") { paidAt = instant }
        if let instant = try line.instant("confirm_receipt_time", or: "finish_time") { receivedAt = instant }
        if let instant = try line.instant("update_time") { updatedAt = instant }
    }

    /// When the money came: on payment, on receipt where that is when it is paid, with the last of several phases; nil
    /// while it hasn't.
    ///
    /// Throws where the status says that it came and nothing says when.
    private func moneyAt(
        _ status: DouyinOrderStatus, _ payType: DouyinPayType, _ phases: [DouyinPhase]
    ) throws(JSONError) -> Instant? {
        if status == .unpaid { return nil }
        if payType == .cashOnDelivery {
            return try expected(receivedAt, "finish_time", isCertain: status == .finished)
        }
        if let last = phases.max(by: { $0.number < $1.number }) {
            // A phase that is not listed has not happened.
            guard phases.allSatisfy(\.isPaid) && phases.count >= last.total else { return nil }
            _ = try expected(last.paidAt, "phase_pay_time", isCertain: true)
            return phases.compactMap(\.paidAt).max()
        }
        if payType == .payLater {
            return try expected(paidAt ?? receivedAt, "pay_time", isCertain: status == .finished)
        }
        return try expected(paidAt, "pay_time", isCertain: status != .cancelled)
    }

    private func expected(
        _ instant: Instant?, _ key: String, isCertain: Bool
    ) throws(JSONError) -> Instant? {
        if instant == nil, isCertain { throw JSONError(path: key, reason: .missing) }
        return instant
    }
}

/// One instalment of a presale (`order_phase_list`): deposit, final payment.
struct DouyinPhase {
    let lineID: String
    let number: Int64
    let total: Int64
    let isPaid: Bool
    let paidAt: Instant?

    /// Reads a phase; how many there are and whether it is paid must be there.
    init(_ view: JSONView) throws(JSONError) {
        lineID = try view.identifier("sku_order_id")
        number = try view.integer("current_phase")
        total = try view.integer("total_phase")
        guard (1...100).contains(total), (1...total).contains(number) else {
            throw JSONError(path: "order_phase_list.current_phase", reason: .outOfRange)
        }
        isPaid = try view.bool("pay_success")
        paidAt = try view.instant("phase_pay_time")
    }

    func concerns(_ line: String) -> Bool { lineID == line }
}

extension JSONView {
    /// Whether a line is a gift; most lines don't say.
    fileprivate func givenType() throws(JSONError) -> DouyinGivenType {
        guard let member = self["given_product_type"], !member.isNull else { return .none }
        guard let type = DouyinGivenType(rawValue: try member.text()) else {
            throw JSONError(path: "given_product_type", reason: .unknownCode)
        }
        return type
    }
}
