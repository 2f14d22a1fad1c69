/// What becomes of an order.
enum Fate: CaseIterable, Sendable {
    case plain
    /// Everything comes back after it was shipped, or before.
    case wholeReturned, refundedBeforeShipping
    /// Some pieces come back with their money; some money alone; the same after the first round.
    case itemsReturned, moneyBack, lateReturn, lateWhole
    /// One line of several comes back whole.
    case lineReturned
    /// Paid, then closed by the platform without an after-sale record.
    case closed
    case unpaid, sentSample, boughtSample
    /// After-sales that move no money.
    case exchanged, withdrawn
    /// Its refund is to be seen before it is.
    case orphan
    /// Its oldest version is delivered again at the end.
    case echoed

    /// Whether nothing of the goods stays with the buyer.
    var leavesNothing: Bool {
        switch self {
        case .wholeReturned, .refundedBeforeShipping, .lateWhole, .closed, .unpaid, .sentSample,
            .boughtSample:
            true
        case .plain, .itemsReturned, .moneyBack, .lineReturned, .lateReturn, .exchanged, .withdrawn, .orphan,
            .echoed:
            false
        }
    }

    var kind: OrderSpec.Kind {
        switch self {
        case .unpaid: .unpaid
        case .sentSample: .sentSample
        case .boughtSample: .boughtSample
        case .closed: .closed
        default: .sale
        }
    }

    /// When an order must be made for this to happen within the season, epoch seconds.
    var salesSpan: ClosedRange<Int64> {
        switch self {
        case .lateReturn, .lateWhole: Season.beforeLateRefund
        case .orphan: Season.beforeOrphanRefund
        case .plain, .unpaid, .sentSample, .boughtSample: Season.sales
        default: Season.refundable
        }
    }

    /// Probabilities in thousandths; the rest is plain.
    typealias Odds = [(fate: Fate, perMille: Int)]

    /// Parcels of a live stream: about 5 % of orders are refunded in some way.
    static let parcels: Odds = [
        (.wholeReturned, 14), (.refundedBeforeShipping, 12), (.itemsReturned, 10), (.moneyBack, 10),
        (.lateReturn, 3),
        (.lineReturned, 6), (.lateWhole, 3), (.closed, 3), (.unpaid, 18), (.sentSample, 2),
        (.boughtSample, 2), (.exchanged, 3),
        (.withdrawn, 4), (.orphan, 1), (.echoed, 2),
    ]

    /// Deals between organisations: about 3 %.
    static let deals: Odds = [
        (.wholeReturned, 8), (.itemsReturned, 10), (.moneyBack, 8), (.lateReturn, 3), (.unpaid, 6),
    ]

    static func drawn(from odds: Odds, by random: inout SeededRandom) -> Fate {
        var point = random.below(1000)
        for (fate, perMille) in odds {
            if point < perMille { return fate }
            point -= perMille
        }
        return .plain
    }
}
