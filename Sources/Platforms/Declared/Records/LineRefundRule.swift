internal import Domain
internal import JSON

/// What a row of a file says was refunded of its line so far.
struct LineRefundRule: Sendable {
    private let amount: AmountRule
    private let status: WordMap<RefundMeaning>?
    /// Where it says when; `nil` where it does not, and the row's own latest instant stands in.
    private let refundedAt: ValuePath?

    /// Reads `refunded`, `refunded_at` and `refund_status`; `nil` where the line states no refunds.
    init?(_ section: DescriptionSection, money: MoneyFormat) {
        guard let amount = AmountRule(section, "refunded", money: money) else { return nil }
        self.amount = amount
        refundedAt = section.path("refunded_at")
        status = section.section("refund_status").map {
            WordMap($0, words: RefundMeaning.words, standIn: .state(.open), refusedDefault: "succeeded")
        }
    }

    /// What the row states; `nil` where it does not say. `updated`: the latest instant of its order.
    ///
    /// Throws where money was paid back of an amount that nobody has stated, or on a day that nobody has.
    func statedRefund(
        _ scope: RecordScope, of line: OrderLine, updated: Instant, _ unknown: inout UnknownWords
    ) throws(UnreadableRecord) -> StatedRefund? {
        guard let fen = try fen(scope, &unknown) else { return nil }
        guard fen > .zero else { return StatedRefund(refundedFen: fen, refundedAt: updated) }
        if line.paidOrigin == .unknown { throw UnreadableRecord(Notice("file.refund_of_unknown")) }
        guard let refundedAt else { return StatedRefund(refundedFen: fen, refundedAt: updated) }
        guard let instant = try TimeFormat.milliseconds.instant(refundedAt, scope) else {
            throw UnreadableRecord(Notice("file.refund_without_day", refundedAt.text))
        }
        return StatedRefund(refundedFen: fen, refundedAt: instant)
    }

    /// The amount, 0 where it was asked for and not paid back; `nil` where the row does not say.
    private func fen(_ scope: RecordScope, _ unknown: inout UnknownWords) throws(UnreadableRecord) -> Fen? {
        guard let fen = try amount.fen(scope) else { return nil }
        guard let status else { return fen }
        switch status.requiredMeaning(scope, &unknown) {
        case .state(.succeeded): return fen
        case .parked: throw UnreadableRecord(Notice("declared.refund_status_unknown"))
        default: return .zero
        }
    }
}
