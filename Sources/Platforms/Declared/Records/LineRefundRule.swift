internal import Domain
internal import JSON

/// What a row of a file says was refunded of its line so far.
struct LineRefundRule: Sendable {
    private let amount: AmountRule
    private let status: WordMap<RefundMeaning>?

    /// Reads `refunded` and `refund_status`; `nil` where the line states no refunds.
    init?(_ section: DescriptionSection, money: MoneyFormat) {
        guard let amount = AmountRule(section, "refunded", money: money) else { return nil }
        self.amount = amount
        status = section.section("refund_status").map {
            WordMap($0, words: RefundMeaning.words, standIn: .state(.open), refusedDefault: "succeeded")
        }
    }

    /// The amount, 0 where it was asked for and not paid back; `nil` where the row does not say.
    func fen(_ scope: RecordScope, _ unknown: inout UnknownWords) throws(UnreadableRecord) -> Fen? {
        guard let fen = try amount.fen(scope) else { return nil }
        guard let status else { return fen }
        switch status.requiredMeaning(scope, &unknown) {
        case .state(.succeeded): return fen
        case .parked: throw UnreadableRecord(Notice("declared.refund_status_unknown"))
        default: return .zero
        }
    }
}
