import Domain
import Platforms

/// Whether a record with one field replaced may be mapped as it was: nothing may have become a sale, an amount of 0, a
/// refund, an organisation or a kept personal datum that was none before.
///
/// An unknown word that is told may mean what its description's default says.
struct EdgeJudge {
    let before: Page
    let after: Page
    let value: EdgeValue

    /// What is wrong; nil where nothing is.
    ///
    /// `mayKeepText` and `mayBeBlank`: whether the field is one of words, or one by which a source says that a line was not
    /// paid for or is no gift.
    func problem(mayKeepText: Bool, mayBeBlank: Bool) -> String? {
        if after.orders.count + after.parked.count < before.orders.count { return "an order vanished" }
        if after.refunds.isEmpty, after.parked.isEmpty, !before.refunds.isEmpty { return "a refund vanished" }
        if value.isPersonal, !mayKeepText {
            let kept = "\(after)"
            if let part = EdgeValue.personalParts.first(where: kept.contains) { return "\(part) is kept" }
        }
        if !after.unknownWords.isEmpty { return orderProblem(isTold: true) }
        return mayBeBlank && value.isBlank ? nil : orderProblem(isTold: false) ?? refundProblem
    }

    private func orderProblem(isTold: Bool) -> String? {
        for (order, old) in zip(after.orders, before.orders) {
            if order.buyer.isOrganisation, !old.buyer.isOrganisation {
                return "a person became an organisation"
            }
            if isTold { continue }
            if value != .zero, order.headerPaidFen == .zero, old.headerPaidFen != .zero {
                return "the header's paid became 0"
            }
            let lines = Dictionary(old.lines.map { ($0.lineID, $0) }) { first, _ in first }
            for (place, line) in order.lines.enumerated() {
                // Where the number itself was replaced by another that may be one, the place tells the line.
                guard let was = lines[line.lineID] ?? old.lines.dropFirst(place).first else {
                    return "a line is new"
                }
                if line.sale.isSale, !was.sale.isSale { return "a line became a sale" }
                if value == .zero { continue }
                if line.paidFen == .zero, was.paidFen != .zero { return "paid became 0" }
                if line.grossFen == .zero, was.grossFen != .zero { return "gross became 0" }
            }
            let (sum, was) = (sumFen(order), sumFen(old))
            if order.lines.count < old.lines.count, sum < was, order.headerPaidFen?.amount == sum {
                return "a line vanished without a gap"
            }
        }
        return nil
    }

    private func sumFen(_ order: Order) -> Int64 { order.lines.reduce(0) { $0 + $1.paidFen.amount } }

    private var refundProblem: String? {
        for (refund, was) in zip(after.refunds, before.refunds) where refund.state == .succeeded {
            guard was.state == .succeeded else { return "a refund became succeeded" }
            if value != .zero, refund.refundedFen == .zero, was.refundedFen != .zero {
                return "a refund became 0"
            }
        }
        return nil
    }
}
