import Domain

/// How fields of one statement are completed from others.
extension Order {
    /// The order with nothing left unsaid: what no source has is empty.
    var withoutGaps: Order {
        if unstated.isEmpty { return self }
        var order = self
        order.unstated = []
        return order
    }

    /// Takes what this statement and those before it leave unsaid from an older one of the same kind of source.
    mutating func completeHeader(from older: Order) {
        let missing = unstated.subtracting(older.unstated)
        if missing.isEmpty { return }
        if missing.contains(.status) { status = older.status }
        if missing.contains(.createdAt) { createdAt = older.createdAt }
        if missing.contains(.paidAt) { paidAt = older.paidAt }
        if missing.contains(.headerPaid) { headerPaidFen = older.headerPaidFen }
        if missing.contains(.freight) { freightFen = older.freightFen }
        if missing.contains(.buyer) { buyer = older.buyer }
        if missing.contains(.buyerPlace) { buyerPlace = older.buyerPlace }
        if missing.contains(.fundSource) { fundSource = older.fundSource }
        if missing.contains(.sellerRemark) { sellerRemark = older.sellerRemark }
        unstated.formIntersection(older.unstated)
    }

    /// Takes what is empty from another kind of source; money, states and lines stay.
    mutating func fillEmpty(from other: Order) {
        createdAt = createdAt ?? other.createdAt
        paidAt = paidAt ?? other.paidAt
        if buyer == .person { buyer = other.buyer }
        if buyerPlace == Place() { buyerPlace = other.buyerPlace }
        fundSource = fundSource ?? other.fundSource
        if sellerRemark.isEmpty { sellerRemark = other.sellerRemark }
        for place in lines.indices {
            guard let line = other.lines.first(where: { $0.lineID == lines[place].lineID }) else { continue }
            lines[place].fillEmpty(from: line)
        }
    }
}

extension OrderLine {
    /// The number of the one line of an order whose source has no lines.
    static let wholeOrderID = "#0"

    /// Takes these fields from an older statement of the same kind of source.
    mutating func complete(from older: OrderLine, in missing: OrderFields) {
        firstClosedAt = firstClosedAt.earlier(older.firstClosedAt)
        if let stated = older.statedRefund { keepStatedLast(stated) }
        if missing.isEmpty { return }
        if missing.contains(.freight) { freightFen = older.freightFen }
        if missing.contains(.gross) { (grossFen, grossOrigin) = (older.grossFen, older.grossOrigin) }
        if missing.contains(.subsidies) { subsidies = older.subsidies }
        if missing.contains(.paid) { (paidFen, paidOrigin) = (older.paidFen, older.paidOrigin) }
        if missing.contains(.sale) { sale = older.sale }
        if missing.contains(.closedAt) { closedAt = older.closedAt }
        if missing.contains(.productID) { productID = older.productID }
        if missing.contains(.skuID) { skuID = older.skuID }
        if missing.contains(.title) { title = older.title }
        if missing.contains(.spec) { spec = older.spec }
        if missing.contains(.hostID) { hostID = older.hostID }
        if missing.contains(.roomID) { roomID = older.roomID }
        if missing.contains(.originRegion) { originRegion = older.originRegion }
        if missing.contains(.category) { category = older.category }
    }

    /// Takes what is empty from another kind of source.
    mutating func fillEmpty(from other: OrderLine) {
        if productID.isEmpty { productID = other.productID }
        if skuID.isEmpty { skuID = other.skuID }
        if title.isEmpty { title = other.title }
        if spec.isEmpty { spec = other.spec }
        if hostID.isEmpty { hostID = other.hostID }
        if roomID.isEmpty { roomID = other.roomID }
        originRegion = originRegion ?? other.originRegion
        if category.isEmpty { category = other.category }
    }
}

extension Order {
    /// What is said, whenever its lines were closed first.
    var withoutFirstClosings: Order {
        var order = self
        for place in order.lines.indices { order.lines[place].firstClosedAt = nil }
        return order
    }
}
