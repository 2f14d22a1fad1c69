internal import Domain
internal import JSON

/// How an order record becomes order lines.
struct LineRule: Sendable {
    private let path: ValuePath?
    private let id: ValuePath?
    private let goods: GoodsRule
    private let money: LineMoneyRule
    private let status: WordMap<StatusMeaning>?
    /// What was refunded of the line so far; of files alone.
    private let refunded: LineRefundRule?
    /// What the order's paid is spread by, where that is not the list price; of files alone.
    private let weight: AmountRule?
    private let isOfFile: Bool

    /// `isOfFile`: what was not paid for need not state what was paid, and `refunded` and `spread_by` are known.
    init(
        _ section: DescriptionSection, money format: MoneyFormat, orderHasPaid: Bool, isOfFile: Bool
    ) {
        self.isOfFile = isOfFile
        path = section.path("path")
        section.enter(path)
        id = path == nil ? nil : section.required(path: "id")
        goods = GoodsRule(section)
        money = LineMoneyRule(section, money: format)
        refunded = isOfFile ? LineRefundRule(section, money: format) : nil
        weight = isOfFile ? AmountRule(section, "spread_by", money: format) : nil
        status = section.section("status").map {
            WordMap($0, words: StatusMeaning.ofLine, standIn: .asOrder)
        }
        if !money.hasPaid, !orderHasPaid {
            section.problems.add(section.line, Notice("declared.no_paid", section.name("paid")))
        } else if !money.hasPaid, !money.hasGross, weight == nil, path != nil {
            section.problems.add(
                section.line, Notice("declared.no_weights", section.place))
        }
        section.finish()
    }

    /// Whether lines have numbers.
    var areNumbered: Bool { path != nil }

    /// What makes the keys of lines.
    var keys: String { path.map { "\($0.fromOrder.keyText)[\(id?.keyText ?? "")]" } ?? "#0" }

    /// The lines of an order record, in its order.
    func lines(
        _ order: RecordScope, status meaning: StatusMeaning, dates: OrderDates, orderPaid: Fen?,
        orderPaidOrigin: AmountOrigin, _ unknown: inout UnknownWords
    ) throws(UnreadableRecord) -> [OrderLine] {
        guard let path else {
            var line = try line(order, id: "#0", status: meaning, dates: dates, &unknown)
            if !money.hasPaid {
                line.paidFen = try Self.stated(orderPaid)
                line.paidOrigin = orderPaidOrigin
            }
            try money.complete(&line)
            return [line]
        }
        let records = try UnreadableRecord.reading { () throws(JSONError) in try path.require(order).array() }
        var lines: [OrderLine] = []
        lines.reserveCapacity(records.count)
        var weights: [Fen] = []
        for record in records {
            let scope = RecordScope(record, order: order.record)
            let line = try line(scope, id: nil, status: meaning, dates: dates, &unknown)
            weights.append(try weight?.required(scope) ?? line.grossFen)
            lines.append(line)
        }
        if lines.count > 1, Set(lines.map(\.lineID)).count < lines.count {
            throw UnreadableRecord(Notice("declared.line_repeated"))
        }
        if !money.hasPaid { try Self.spread(orderPaid, over: &lines, by: weights) }
        for index in lines.indices { try money.complete(&lines[index]) }
        return lines
    }

    private func line(
        _ scope: RecordScope, id fixed: String?, status meaning: StatusMeaning, dates: OrderDates,
        _ unknown: inout UnknownWords
    ) throws(UnreadableRecord) -> OrderLine {
        let own = status?.meaning(scope, &unknown) ?? .asOrder
        let meaning = if case .asOrder = own { meaning } else { own }
        let state = try dates.state(meaning)
        let lineID =
            if let fixed { fixed } else {
                try UnreadableRecord.reading { () throws(JSONError) in try (id ?? .itself).id(scope) }
            }
        let quantity = try goods.quantity(scope, &unknown)
        var line = OrderLine(
            lineID: lineID, title: try goods.title(scope), quantity: quantity, grossFen: .zero,
            grossOrigin: .summed, paidFen: .zero, paidOrigin: .stated, sale: state.sale,
            closedAt: state.closedAt)
        try goods.describe(&line, scope, &unknown)
        try money.read(&line, scope, isUnpaid: isOfFile && state.sale.isUnpaid)
        line.statedRefund = try refunded?.statedRefund(
            scope, of: line, updated: dates.updated, &unknown)
        return line
    }

    private static func stated(_ orderPaid: Fen?) throws(UnreadableRecord) -> Fen {
        guard let orderPaid else { throw UnreadableRecord(Notice("declared.order_without_paid")) }
        return orderPaid
    }

    /// Spreads the order's paid over the lines that pay, by their weights, largest remainder.
    private static func spread(
        _ orderPaid: Fen?, over lines: inout [OrderLine], by weights: [Fen]
    ) throws(UnreadableRecord) {
        let paid = try stated(orderPaid)
        guard !lines.isEmpty else { return }
        let paying = zip(lines, weights).map { $0.sale.isFree ? .zero : $1 }
        _ = try UnreadableRecord.adding { () throws(AmountOverflow) in
            var sum = Fen.zero
            for amount in paying { sum = try sum + amount }
            return sum
        }
        let parts = Split.largestRemainder(paid.amount, by: paying.map(\.amount))
        for (index, part) in parts.enumerated() {
            lines[index].paidFen = Fen(part)
            lines[index].paidOrigin = .spread
        }
    }
}

extension SaleState {
    /// Whether nobody pays for the line, whatever it lists at: a gift, a sample, a re-shipment.
    fileprivate var isFree: Bool {
        switch self {
        case .sale, .notSale(.unpaid), .notSale(.closedUnpaid): false
        case .notSale: true
        }
    }
}
