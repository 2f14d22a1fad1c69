internal import Domain

/// Where a line's money stands: gross, paid and what others bore.
struct LineMoneyRule: Sendable {
    private let price: AmountRule?
    private let gross: AmountRule?
    private let paid: AmountRule?
    private let shop: AmountRule?
    private let platform: AmountRule?
    private let talent: AmountRule?
    private let state: AmountRule?

    /// Whether lines have their own paid.
    var hasPaid: Bool { paid != nil }
    /// Whether lines have a list price.
    var hasGross: Bool { price != nil || gross != nil }

    init(_ section: DescriptionSection, money: MoneyFormat) {
        price = AmountRule(section, "price", money: money)
        gross = AmountRule(section, "gross", money: money)
        paid = AmountRule(section, "paid", money: money)
        let subsidies = section.section("subsidies")
        let bearer = { (key: String) in subsidies.flatMap { AmountRule($0, key, money: money) } }
        shop = bearer("shop")
        platform = bearer("platform")
        talent = bearer("talent")
        state = bearer("state")
        subsidies?.finish()
    }

    /// Reads what the line states itself; `isUnpaid`: it says what it would cost, not what was paid.
    func read(
        _ line: inout OrderLine, _ scope: RecordScope, isUnpaid: Bool
    ) throws(UnreadableRecord) {
        if let fen = try gross?.known(scope), let gross {
            line.grossFen = fen
            line.grossOrigin = gross.origin
        } else if let fen = try price?.known(scope) {
            line.grossFen = try Self.product(fen, line.quantity)
            line.grossOrigin = .multiplied
        }
        if let paid {
            let fen = try isUnpaid ? paid.ofUnpaid(scope) : paid.known(scope)
            line.paidFen = fen ?? .zero
            line.paidOrigin = fen == nil ? .unknown : paid.origin
        }
        line.subsidies = Subsidies(
            shopFen: try Self.amount(shop, scope), platformFen: try Self.amount(platform, scope),
            talentFen: try Self.amount(talent, scope), stateFen: try Self.amount(state, scope))
    }

    /// Sums the gross of a line, where the source has no list price of it.
    func complete(_ line: inout OrderLine) throws(UnreadableRecord) {
        guard line.grossOrigin == .summed else { return }
        guard line.paidOrigin != .unknown else {
            line.grossOrigin = .unknown
            return
        }
        let (paid, subsidies) = (line.paidFen, line.subsidies)
        line.grossFen = try UnreadableRecord.adding { () throws(AmountOverflow) in
            try paid + subsidies.shopFen + subsidies.platformFen + subsidies.talentFen + subsidies.stateFen
        }
    }

    private static func amount(_ rule: AmountRule?, _ scope: RecordScope) throws(UnreadableRecord) -> Fen {
        guard let rule else { return .zero }
        return try rule.fen(scope) ?? .zero
    }

    /// Unit price times quantity, rounded half up to a fen.
    private static func product(_ price: Fen, _ quantity: Quantity) throws(UnreadableRecord) -> Fen {
        try UnreadableRecord.adding { () throws(AmountOverflow) in
            Fen(try price.amount.multiplying(by: quantity.milli).adding(500) / 1000)
        }
    }
}
