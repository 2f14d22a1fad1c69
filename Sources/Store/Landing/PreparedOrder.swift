package import Domain

/// An order with everything about it that can be worked out away from the writer: its content hash, what attribution
/// decides about each line, and the rows that follow (before any refund; the store takes refunds off itself).
package struct PreparedOrder: Sendable {
    package let order: Order
    /// One decision per line of `order.lines`; `nil` for lines that are no sales.
    package let decisions: [LineCredit?]
    /// A stable hash of everything the source said.
    let content: Int64
    /// The day that the header counts on, as the store writes it.
    let day: Int64
    let headerPaidFen: Int64
    /// What the header's payment is more than that of its lines.
    let headerGapFen: Int64
    /// One per line of `order.lines`, before any refund.
    let lines: [StoredLine]
    /// The credits of the lines, still without the keys of party and category, which only the writer knows.
    let credits: [CreditRow]
    /// The names behind those keys, one per credit.
    let creditNames: [CreditNames]

    /// Prepares an order of a platform for landing.
    ///
    /// Pure; runs beside the decoder.
    package init(_ order: Order, platform: String, crediting: some Crediting) {
        self.order = order
        decisions = order.lines.map { line in
            guard case .sale(let saleAt) = line.sale else { return nil }
            return crediting.credit(LineFacts(line, of: order, platform: platform, saleAt: saleAt))
        }
        content = Self.content(of: order)
        day = order.day.stored
        let linesPaidFen = order.lines.reduce(Int64(0)) { $0 &+ $1.paidFen.amount }
        headerPaidFen = order.headerPaidFen?.amount ?? linesPaidFen
        headerGapFen = headerPaidFen &- linesPaidFen
        lines = zip(order.lines, decisions).map { line, decision in
            StoredLine(line, of: order, orderedGrams: decision?.grams?.amount)
        }
        (credits, creditNames) = Self.credits(of: lines, decisions)
    }

    /// Whether the platform closed a line: a refund may have to be derived.
    var hasClosedLine: Bool { lines.contains { $0.closedAtMilliseconds != nil } }

    private static func credits(
        of lines: [StoredLine], _ decisions: [LineCredit?]
    ) -> (rows: [CreditRow], names: [CreditNames]) {
        var rows: [CreditRow] = []
        var names: [CreditNames] = []
        rows.reserveCapacity(lines.count)
        names.reserveCapacity(lines.count)
        for (place, decision) in decisions.enumerated() {
            guard let decision else { continue }
            for credit in decision.credits {
                rows.append(CreditRow(credit, line: place, day: lines[place].day, decision))
                names.append(CreditNames(partyID: credit.partyID, category: decision.category))
            }
        }
        CreditRow.share(lines, over: &rows)
        return (rows, names)
    }

    private static func content(of order: Order) -> Int64 {
        var hash = StableHash()
        hash.combine(order.status)
        hash.combine(order.createdAt?.milliseconds)
        hash.combine(order.paidAt?.milliseconds)
        hash.combine(order.headerPaidFen?.amount)
        hash.combine(order.freightFen.amount)
        if case .organisation(let purchaserID, let name) = order.buyer {
            hash.combine(purchaserID)
            hash.combine(name)
        }
        hash.combine(order.buyerPlace.region?.code)
        hash.combine(order.buyerPlace.county)
        hash.combine(Int64(order.fundSource?.rawValue ?? 0))
        hash.combine(order.sellerRemark)
        for line in order.lines {
            combine(line, into: &hash)
        }
        return hash.value
    }

    private static func combine(_ line: OrderLine, into hash: inout StableHash) {
        hash.combine(line.lineID)
        hash.combine(line.productID)
        hash.combine(line.skuID)
        hash.combine(line.title)
        hash.combine(line.spec)
        hash.combine(line.quantity.milli)
        hash.combine(Int64(line.quantity.unit.rawValue))
        hash.combine(line.grossFen.amount)
        hash.combine(line.paidFen.amount)
        hash.combine(line.subsidies.shopFen.amount)
        hash.combine(line.subsidies.platformFen.amount)
        hash.combine(line.subsidies.talentFen.amount)
        hash.combine(line.subsidies.stateFen.amount)
        switch line.sale {
        case .sale(let instant): hash.combine(instant.milliseconds)
        case .notSale(let reason): hash.combine(-Int64(reason.rawValue))
        }
        hash.combine(line.closedAt?.milliseconds)
        hash.combine(line.hostID)
        hash.combine(line.roomID)
        hash.combine(line.originRegion?.code)
        hash.combine(line.category)
    }
}

/// The names of a credit that the store writes as keys.
struct CreditNames: Sendable {
    let partyID: String?
    let category: String
}

extension CreditRow {
    fileprivate init(_ credit: Credit, line: Int, day: Int64, _ decision: LineCredit) {
        self.init(
            line: line, leg: Int64(credit.leg.rawValue), party: 0, shareBP: credit.share.amount,
            evidence: Int64(credit.evidence.rawValue), reason: (credit.reason?.rawValue).map(Int64.init),
            day: day, county: decision.county?.county.code ?? 0, category: 0, grossFen: 0, paidFen: 0,
            refundedFen: 0, grams: nil)
    }
}

/// Decides who has what of a line; `Attribution` provides it.
///
/// Pure and callable from any thread.
package protocol Crediting: Sendable {
    /// The decision about one line: the sell leg first, the parties of a leg by id, what nobody has last.
    func credit(_ facts: LineFacts) -> LineCredit
}

extension LineFacts {
    /// The facts of a sale line as its order states them, before any refund.
    package init(_ line: OrderLine, of order: Order, platform: String, saleAt: Instant) {
        self.init(
            platform: platform, channel: order.channel, shopID: order.shopID, hostID: line.hostID,
            buyer: order.buyer,
            saleAt: saleAt, productID: line.productID, skuID: line.skuID, title: line.title, spec: line.spec,
            quantity: line.quantity, returnedMilli: 0, paidFen: line.paidFen, refundedFen: .zero,
            originRegion: line.originRegion, category: line.category)
    }
}
