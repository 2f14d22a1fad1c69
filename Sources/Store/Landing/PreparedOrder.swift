package import Domain

/// An order with everything about it that can be worked out away from the writer: its content hash, what attribution
/// decides about each line, and the rows that follow (before any refund; the store takes refunds off itself).
///
/// A class, because it goes from hand to hand between threads: a copy would count a reference for each of its parts.
package final class PreparedOrder: Sendable {
    package let order: Order
    /// A stable hash of everything the source said.
    let content: Int64
    /// The day that the header counts on, as the store writes it: of its first sale line, else of creation.
    let day: Int64
    /// The day of lines that are no sales.
    let unsoldDay: Int64
    let headerPaidFen: Int64
    /// What the header's payment is more than that of its lines.
    let headerGapFen: Int64
    /// One per line of `order.lines`, before any refund.
    let lines: [StoredLine]
    /// Whether the platform closed a line: a refund may have to be derived.
    let hasClosedLine: Bool
    /// The credits of the lines, still without the keys of party and category, which only the writer knows.
    let credits: [CreditRow]
    /// The names behind those keys, one per credit.
    let creditNames: [CreditNames]
    /// Lines that a party is credited with on any leg.
    let creditedLines: Int
    /// Why nobody is credited, once for every line and leg where that is so.
    let unassignedReasons: [UnassignedReason]
    /// Why the store does not take the order; nearly always `nil`.
    let flaw: RecordFlaw?

    /// Prepares an order of a platform for landing.
    ///
    /// Pure; runs beside the decoder.
    package init(_ order: Order, platform: String, crediting: some Crediting) {
        unsoldDay = order.unsoldDay.stored
        var parts = Parts(lineCount: order.lines.count)
        // A span lends each line; a loop over the array would copy it, text by text.
        let span = order.lines.span
        for place in span.indices {
            guard case .sale(let saleAt) = span[place].sale else {
                parts.add(StoredLine(span[place], day: unsoldDay))
                continue
            }
            let facts = LineFacts(span[place], of: order, platform: platform, saleAt: saleAt)
            parts.add(StoredLine(span[place], day: saleAt.day.stored), crediting.credit(facts))
        }
        CreditRow.share(parts.lines, over: &parts.credits)
        content = Self.content(of: order, parts.lines)
        day = parts.lines.first { $0.notSale == nil }?.day ?? unsoldDay
        headerPaidFen = order.headerPaidFen?.amount ?? parts.paidFen
        headerGapFen = headerPaidFen &- parts.paidFen
        flaw = Self.flaw(of: order, parts.lines, unsoldDay: unsoldDay)
        lines = parts.lines
        hasClosedLine = parts.hasClosedLine
        credits = parts.credits
        creditNames = parts.creditNames
        creditedLines = parts.creditedLines
        unassignedReasons = parts.unassignedReasons
        self.order = order
    }

    private static func flaw(of order: Order, _ lines: [StoredLine], unsoldDay: Int64) -> RecordFlaw? {
        do throws(RecordFlaw) {
            try expectSound(order, lines, unsoldDay: unsoldDay)
            return nil
        } catch {
            return error
        }
    }

    /// What the lines come to, gathered one by one.
    private struct Parts {
        var lines: [StoredLine] = []
        var credits: [CreditRow] = []
        var creditNames: [CreditNames] = []
        var paidFen: Int64 = 0
        var hasClosedLine = false
        var creditedLines = 0
        var unassignedReasons: [UnassignedReason] = []

        init(lineCount: Int) {
            lines.reserveCapacity(lineCount)
            credits.reserveCapacity(lineCount)
            creditNames.reserveCapacity(lineCount)
        }

        mutating func add(_ line: StoredLine) {
            paidFen &+= line.paidFen
            if line.closedAtMilliseconds != nil { hasClosedLine = true }
            lines.append(line)
        }

        mutating func add(_ line: consuming StoredLine, _ decision: LineCredit) {
            line.orderedGrams = decision.grams?.amount
            line.weightEvidence = Int64(decision.weightEvidence.rawValue)
            var isCredited = false
            for credit in decision.credits {
                if credit.partyID != nil { isCredited = true }
                if let reason = credit.reason { unassignedReasons.append(reason) }
                credits.append(CreditRow(credit, line: lines.count, day: line.day, decision))
                creditNames.append(CreditNames(partyID: credit.partyID, category: decision.category))
            }
            if isCredited { creditedLines += 1 }
            add(line)
        }
    }

    private static func content(of order: Order, _ stored: [StoredLine]) -> Int64 {
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
        let lines = order.lines.span
        for place in lines.indices {
            combine(lines[place], into: &hash)
            hash.combine(stored[place].goodsHash)
        }
        return hash.value
    }

    private static func combine(_ line: OrderLine, into hash: inout StableHash) {
        hash.combine(line.lineID)
        hash.combine(line.productID)
        hash.combine(line.skuID)
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
