import Domain

/// What statements come to, worked out from the whole of them at once, with straight loops.
enum NaiveOrder {
    /// API, else file, else ERP, each field from the newest that has it; lines by their number.
    static func counted(_ all: [Saying]) -> Order? {
        let kinds = SourceKind.allCases.compactMap { kind in order(all.filter { $0.kind == kind }, kind) }
        guard var order = kinds.first(where: { !$0.lines.isEmpty }) ?? kinds.first else { return nil }
        for other in kinds {
            if order.createdAt == nil { order.createdAt = other.createdAt }
            if order.paidAt == nil { order.paidAt = other.paidAt }
            if order.buyer == .person { order.buyer = other.buyer }
            if order.buyerPlace == Place() { order.buyerPlace = other.buyerPlace }
            if order.fundSource == nil { order.fundSource = other.fundSource }
            if order.sellerRemark == "" { order.sellerRemark = other.sellerRemark }
            for place in order.lines.indices {
                guard let line = other.line(order.lines[place].lineID) else { continue }
                order.lines[place].fill(from: line)
            }
        }
        return order
    }

    private static func order(_ sayings: [Saying], _ kind: SourceKind) -> Order? {
        let newestFirst = sayings.map(\.order).enumerated().sorted { one, other in
            (one.element.updatedAt, sayings[one.offset].fetchedAt)
                > (other.element.updatedAt, sayings[other.offset].fetchedAt)
        }.map(\.element)
        guard var order = newestFirst.first else { return nil }
        for field in OrderFields.all { order.putNewest(field, of: newestFirst) }
        var ids = order.lines.map(\.lineID)
        if kind == .file {
            ids = Set(newestFirst.flatMap(\.lines).map(\.lineID)).sorted()
            if ids.count > 1 { ids.removeAll { $0 == "#0" } }
        }
        order.lines = ids.compactMap { id in
            let having = newestFirst.compactMap { said in
                var said = said
                said.lines.removeAll { $0.lineID != id }
                return said.lines.isEmpty ? nil : said
            }
            guard var own = having.first else { return nil }
            for field in OrderFields.all { own.putNewest(field, of: having) }
            own.lines[0].firstClosedAt = having.compactMap { $0.lines[0].closedAt }.min()
            return own.lines[0]
        }
        order.unstated = []
        return order
    }
}

extension Order {
    fileprivate mutating func putNewest(_ field: OrderFields, of newestFirst: [Order]) {
        if let said = newestFirst.first(where: { !$0.unstated.contains(field) }) { put(field, from: said) }
    }
}

extension OrderLine {
    fileprivate mutating func fill(from other: OrderLine) {
        if productID == "" { productID = other.productID }
        if skuID == "" { skuID = other.skuID }
        if title == "" { title = other.title }
        if spec == "" { spec = other.spec }
        if hostID == "" { hostID = other.hostID }
        if roomID == "" { roomID = other.roomID }
        if originRegion == nil { originRegion = other.originRegion }
        if category == "" { category = other.category }
    }
}
