import Domain

/// What counts of an order: the first kind of source that has lines, and what is empty there from the others.
struct CountedOrder: Equatable {
    let kind: SourceKind
    /// The account that the kind's newest statement was read from.
    let account: Account
    let order: Order

    /// `stating` holds all that was read, also what is overtaken.
    init?(_ statements: [Statement], stating: [Statement], mistake: Mistake?) {
        let kinds = SourceKind.allCases.compactMap {
            KindOfSource($0, of: statements, stating: stating, mistake: mistake)
        }
        guard let first = kinds.first(where: { !$0.order.lines.isEmpty }) ?? kinds.first else { return nil }
        (kind, account) = (first.kind, first.account)
        var order = first.order
        if mistake != .forgetsOtherKinds {
            for other in kinds { order.fill(from: other.order) }
        }
        self.order = order
    }
}

extension Order {
    /// Takes what is empty here, and is not money, from what another kind of source says.
    fileprivate mutating func fill(from other: Order) {
        createdAt = createdAt ?? other.createdAt
        paidAt = paidAt ?? other.paidAt
        if buyer == .person { buyer = other.buyer }
        if buyerPlace == Place() { buyerPlace = other.buyerPlace }
        fundSource = fundSource ?? other.fundSource
        sellerRemark.fill(from: other.sellerRemark)
        for place in lines.indices {
            guard let line = other.lines.first(where: { $0.lineID == lines[place].lineID }) else { continue }
            lines[place].productID.fill(from: line.productID)
            lines[place].skuID.fill(from: line.skuID)
            lines[place].title.fill(from: line.title)
            lines[place].spec.fill(from: line.spec)
            lines[place].hostID.fill(from: line.hostID)
            lines[place].roomID.fill(from: line.roomID)
            lines[place].category.fill(from: line.category)
            lines[place].originRegion = lines[place].originRegion ?? line.originRegion
        }
    }
}

extension String {
    fileprivate mutating func fill(from other: String) {
        if isEmpty { self = other }
    }
}
