import Domain

/// What one kind of source says of an order, put together from its statements.
struct KindOfSource {
    let kind: SourceKind
    /// Header and lines; each field from the newest statement that has it.
    private(set) var order: Order
    /// Newest first.
    private let statements: [Statement]
    private let stating: [Statement]
    private let mistake: Mistake?

    /// Those of the statements that are of the kind; `nil` where none is.
    init?(_ kind: SourceKind, of all: [Statement], stating: [Statement], mistake: Mistake?) {
        self.stating = stating.filter { $0.kind == kind }
        statements = all.filter { $0.kind == kind }.sorted { one, other in
            mistake == .readLastCounts ? one.number > other.number : one.isNewer(than: other)
        }
        (self.kind, self.mistake) = (kind, mistake)
        guard let newest = statements.first else { return nil }
        order = newest.order
        putTogether()
    }

    /// The account whose statement is the newest.
    var account: Account { statements[0].account }

    private mutating func putTogether() {
        order.lines = lineIDs.compactMap(line)
        order.buyer = stated(.buyer, \.buyer) ?? .person
        order.buyerPlace = stated(.buyerPlace, \.buyerPlace) ?? Place()
        order.fundSource = stated(.fundSource, \.fundSource) ?? nil
        order.sellerRemark = stated(.sellerRemark, \.sellerRemark) ?? ""
        order.status = stated(.status, \.status) ?? ""
        order.createdAt = stated(.createdAt, \.createdAt) ?? nil
        order.paidAt = stated(.paidAt, \.paidAt) ?? nil
        order.headerPaidFen = stated(.headerPaid, \.headerPaidFen) ?? nil
        let ofOrder = stated(.freight, \.freightFen)?.amount ?? 0
        let ofLines = order.lines.map(\.freightFen.amount)
        let all = mistake == .keepsOneFreight ? ofLines.prefix(1).reduce(0, +) : ofLines.reduce(0, +)
        order.freightFen = Fen(ofOrder + all)
        order.unstated = []
    }

    /// Of an API or ERP the lines of its newest statement; of files those of all rows, without the sum of the order
    /// once there are items.
    private var lineIDs: [String] {
        if kind != .file { return statements[0].order.lines.map(\.lineID) }
        var ids: [String] = []
        for row in statements.sorted(by: { $0.number < $1.number }) where !ids.contains(row.subject) {
            ids.append(row.subject)
        }
        if mistake == .keepsSumBesideItems { return ids }
        return ids == ["#0"] ? ids : ids.filter { $0 != "#0" }
    }

    private func line(_ id: String) -> OrderLine? {
        guard var line = statements.lazy.compactMap({ $0.line(id) }).first else { return nil }
        line.productID = stated(.productID, of: id, \.productID) ?? ""
        line.skuID = stated(.skuID, of: id, \.skuID) ?? ""
        line.title = stated(.title, of: id, \.title) ?? ""
        line.spec = stated(.spec, of: id, \.spec) ?? ""
        line.hostID = stated(.hostID, of: id, \.hostID) ?? ""
        line.roomID = stated(.roomID, of: id, \.roomID) ?? ""
        line.category = stated(.category, of: id, \.category) ?? ""
        line.originRegion = stated(.originRegion, of: id, \.originRegion) ?? nil
        line.grossFen = stated(.gross, of: id, \.grossFen) ?? line.grossFen
        line.paidFen = stated(.paid, of: id, \.paidFen) ?? line.paidFen
        line.sale = stated(.sale, of: id, \.sale) ?? line.sale
        line.closedAt = stated(.closedAt, of: id, \.closedAt) ?? nil
        // Silence is no statement.
        line.statedRefund = stating.stated(of: id).last
        line.freightFen = stated(.freight, of: id, \.freightFen) ?? .zero
        return line
    }

    /// The field of the newest statement that has it.
    private func stated<Value>(_ field: OrderFields, _ value: KeyPath<Order, Value>) -> Value? {
        if mistake == .emptiesUnstatedFields { return statements[0].order[keyPath: value] }
        return statements.first { !$0.order.unstated.contains(field) }?.order[keyPath: value]
    }

    /// The field of the line by the newest statement that has line and field.
    private func stated<Value>(
        _ field: OrderFields, of lineID: String, _ value: KeyPath<OrderLine, Value>
    ) -> Value? {
        for statement in statements {
            guard let line = statement.line(lineID) else { continue }
            if mistake == .emptiesUnstatedFields || !statement.order.unstated.contains(field) {
                return line[keyPath: value]
            }
        }
        return nil
    }
}
