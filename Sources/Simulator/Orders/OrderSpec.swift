import Domain

/// One order as it truly is, compact: endpoints render it on demand, and the truth is summed from it.
struct OrderSpec: Sendable {
    /// Index of the account whose endpoint serves it.
    var account: Int
    /// The platform's order number.
    var number: UInt64
    /// The figure that its lines belong to; `nil` where nobody is credited.
    var figure: FigureID?
    /// The id of the shop, supplier, organiser or venue that sold.
    var sellerID: String
    /// What the endpoint says beside it: `hall`, `zone`, the number of a matching event.
    var occasion: String
    var purchaser: Purchaser?
    /// Where the buyer lives, and the person that the masked name is made of.
    var buyerPlace: County
    var buyerNumber: Int
    var kind: Kind
    /// Epoch seconds; paid is 0 for what nobody ever paid.
    var createdAt: Int64
    var paidAt: Int64
    var lines: [LineSpec]
    var refunds: [RefundSpec]
    /// In order of time; the newest that is not in the future is what a platform serves.
    var versions: [Version]
    /// When the oldest version is delivered once more, out of turn; 0 = never.
    var echoedAt: Int64 = 0

    /// What sort of order.
    enum Kind: Sendable {
        case sale
        /// Never paid, then closed.
        case unpaid
        /// Sent to or bought by a host to try.
        case sentSample, boughtSample
        /// Paid, then closed by the platform without an after-sale record.
        case closed
    }

    /// One state of the order, from an instant on (epoch seconds).
    struct Version: Sendable {
        let updatedAt: Int64
        let state: State
    }

    enum State: Sendable {
        case unpaid, paid, shipped, finished, cancelled
    }

    /// The buyers' freight, which stands on the order.
    var freightFen: Int64 { lines.reduce(0) { $0 + $1.freightFen } }

    /// The newest version not after the instant; `nil` while the order is not to be seen.
    func version(at seconds: Int64) -> Version? {
        versions.last { $0.updatedAt <= seconds }
    }

    /// When the order first was in this state, as known in this version, epoch seconds; 0 = not yet.
    func time(of state: State, in version: Version) -> Int64 {
        versions.first { $0.state == state && $0.updatedAt <= version.updatedAt }?.updatedAt ?? 0
    }

    /// How a platform masks the receiver's phone.
    var maskedPhone: String { "138****\(1000 + buyerNumber % 9000)" }

    /// What the buyer wrote, invented, so that readers have something to leave out.
    var buyerWords: String { buyerNumber % 40 == 0 ? "请发顺丰，送到后打13800001234" : "" }

    /// What the seller wrote.
    var sellerWords: String { buyerNumber % 50 == 0 ? "直播间福利，第一书记推荐" : "" }
}

/// An organisation that buys.
final class Purchaser: Sendable {
    /// Its account on the platform; may be empty.
    let id: String
    let name: String
    let county: County

    init(id: String, name: String, county: County) {
        self.id = id
        self.name = name
        self.county = county
    }
}

/// Somebody who sells live.
final class Host: Sendable {
    /// The platform's id (达人ID).
    let id: UInt64
    let name: String

    init(id: UInt64, name: String) {
        self.id = id
        self.name = name
    }
}

/// One SKU in an order; amounts are fen.
struct LineSpec: Sendable {
    let goods: Goods
    /// Thousandths of the unit.
    var quantityMilli: Int64
    var shopDiscountFen: Int64 = 0
    var platformDiscountFen: Int64 = 0
    var talentDiscountFen: Int64 = 0
    /// The line's part of the order's freight.
    var freightFen: Int64 = 0
    /// The host on air, if any, and the room.
    var host: Host?
    var roomID: UInt64 = 0
    var isGift = false

    /// List price times quantity.
    var grossFen: Int64 { goods.priceFen * quantityMilli / 1000 }

    /// The buyer's own money for the goods.
    var paidFen: Int64 {
        isGift ? 0 : grossFen - shopDiscountFen - platformDiscountFen - talentDiscountFen
    }

    /// All discounts together.
    var discountFen: Int64 { grossFen - paidFen }
}

/// One after-sale record about one line.
struct RefundSpec: Sendable {
    let number: UInt64
    let line: Int
    let kind: Kind
    /// For the goods, without freight.
    let amountFen: Int64
    let returnedMilli: Int64
    /// Epoch seconds: asked for, and settled.
    let appliedAt: Int64
    let doneAt: Int64

    enum Kind: Sendable {
        case returned, moneyOnly, beforeShipping
        /// No money goes back.
        case exchange, withdrawn
    }

    /// Whether money goes back in the end.
    var paysBack: Bool {
        switch kind {
        case .returned, .moneyOnly, .beforeShipping: true
        case .exchange, .withdrawn: false
        }
    }
}
