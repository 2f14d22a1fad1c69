import Domain
import SeededRandomness

extension Order {
    /// An order with anything in any field.
    static func random(_ random: inout SeededRandom) -> Order {
        Order(
            channel: random.element(of: Channel.allCases), shopID: random.text(), orderID: random.text(),
            status: random.text(), createdAt: random.maybe { $0.instant() },
            paidAt: random.maybe { $0.instant() }, updatedAt: random.instant(),
            headerPaidFen: random.maybe { $0.fen() }, freightFen: random.fen(),
            buyer: random.maybe { .organisation(purchaserID: $0.text(), name: $0.text()) } ?? .person,
            buyerPlace: Place(
                region: random.region(), province: random.text(), city: random.text(), county: random.text()),
            fundSource: random.element(of: [nil] + FundSource.allCases), sellerRemark: random.text(),
            lines: (0..<random.next(in: 0...3)).map { _ in .random(&random) },
            unstated: OrderFields(rawValue: random.number()))
    }
}

extension OrderLine {
    /// A line with anything in any field.
    fileprivate static func random(_ random: inout SeededRandom) -> OrderLine {
        var line = OrderLine(
            lineID: random.text(), productID: random.text(), skuID: random.text(), title: random.text(),
            spec: random.text(),
            quantity: Quantity(milli: random.number(), unit: random.element(of: Quantity.Unit.allCases)),
            grossFen: random.fen(), grossOrigin: random.element(of: AmountOrigin.allCases),
            paidFen: random.fen(), paidOrigin: random.element(of: AmountOrigin.allCases),
            subsidies: Subsidies(
                shopFen: random.fen(), platformFen: random.fen(), talentFen: random.fen(),
                stateFen: random.fen()),
            freightFen: random.fen(),
            sale: random.maybe { .sale($0.instant()) }
                ?? .notSale(random.element(of: NotSaleReason.allCases)),
            closedAt: random.maybe { $0.instant() },
            statedRefund: random.maybe {
                StatedRefund(
                    refundedFen: $0.fen(), returnedMilli: $0.number(), refundedAt: $0.instant())
            },
            hostID: random.text(), roomID: random.text(), originRegion: random.region(),
            category: random.text())
        line.firstClosedAt = random.maybe { $0.instant() }
        return line
    }
}

extension SeededRandom {
    fileprivate mutating func maybe<Value>(_ value: (inout SeededRandom) -> Value) -> Value? {
        next(in: 0...1) == 0 ? nil : value(&self)
    }

    /// All of `Int64`, where JSON's usual doubles would lose digits, and its ends.
    fileprivate mutating func number() -> Int64 {
        element(of: [0, .min, .max, Int64(truncatingIfNeeded: next()), Int64(next(in: -1000...1000))])
    }

    fileprivate mutating func fen() -> Fen { Fen(number()) }

    fileprivate mutating func instant() -> Instant { Instant(milliseconds: number()) }

    fileprivate mutating func region() -> Region? {
        Region(element(of: ["", "100000", "411422", "411422100200", "999999999999"]))
    }

    fileprivate mutating func text() -> String {
        let pieces = [
            "a", "7", "苹果", "\"", "\\", "/", "\0", "\n", "\u{2028}", "e\u{301}", "\u{E9}", "🍠", "null",
        ]
        return (0..<next(in: 0...4)).map { _ in element(of: pieces) }.joined()
    }
}
