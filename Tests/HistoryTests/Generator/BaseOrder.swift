import Domain
import SeededRandomness

extension Order {
    /// What the order is in truth, when it has been paid for; sources tell more or less of it.
    static func base(of plan: OrderPlan, isSpread: Bool, using random: inout SeededRandom) -> Order {
        let createdAt = random.day(in: 0...25).start.advanced(byMilliseconds: random.minutes(upTo: 1439))
        let paidAt = createdAt.advanced(byMilliseconds: random.minutes(upTo: 1440))
        let fen: [Int64] =
            isSpread
            ? [667, 667, 666]
            : (0..<random.next(in: 1...3)).map { _ in
                random.happens(percent: 15) ? 0 : Int64(random.next(in: 1...2000))
            }
        var order = Order(
            channel: plan.shop.channel, shopID: plan.shop.shopID, orderID: plan.orderID, status: "paid",
            createdAt: createdAt, paidAt: paidAt, updatedAt: paidAt, headerPaidFen: nil, lines: [])
        if plan.shop.channel != .douyin, random.happens(percent: 75) {
            order.buyer = .organisation(
                purchaserID: random.element(of: Words.purchasers),
                name: random.element(of: Words.purchaserNames))
        }
        order.buyerPlace = Place(region: random.element(of: Words.regions + [nil]))
        order.lines = fen.enumerated().map { place, paidFen in
            .base(lineID: "L\(place + 1)", paidFen: paidFen, soldAt: paidAt, using: &random)
        }
        return order
    }
}

extension OrderLine {
    fileprivate static func base(
        lineID: String, paidFen: Int64, soldAt: Instant, using random: inout SeededRandom
    ) -> OrderLine {
        let unit = random.element(of: [Quantity.Unit.piece, .piece, .jin, .kilogram])
        let isGift = paidFen == 0 && random.happens(percent: 30)
        let isSample = random.happens(percent: 5)
        let sale: SaleState = isGift ? .notSale(.gift) : isSample ? .notSale(.sample) : .sale(soldAt)
        return OrderLine(
            lineID: lineID, productID: random.element(of: Words.products),
            skuID: random.element(of: Words.skus),
            title: "示例粉条", quantity: Quantity(milli: Int64(random.next(in: 1...6)) * 500, unit: unit),
            grossFen: Fen(paidFen + Int64(random.next(in: 0...300))), grossOrigin: .stated,
            paidFen: Fen(paidFen), paidOrigin: .stated, freightFen: .zero, sale: sale,
            hostID: random.element(of: Words.hosts), roomID: random.element(of: Words.rooms),
            originRegion: random.happens(percent: 30) ? random.element(of: Words.regions) : nil,
            category: random.element(of: Words.categories))
    }
}
