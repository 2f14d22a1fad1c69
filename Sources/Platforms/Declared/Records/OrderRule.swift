internal import Domain
internal import JSON

/// How a record becomes an order.
struct OrderRule: Sendable {
    let id: ValuePath
    let shop: ValuePath?
    let channel: Choice<Channel>
    /// For refunds inside the record, which inherit it.
    let money: MoneyFormat
    let time: TimeFormat
    let updated: ValuePath
    private let status: WordMap<StatusMeaning>?
    private let dates: DateRules
    private let paid: AmountRule?
    private let freight: AmountRule?
    private let buyer: BuyerRule
    private let remark: ValuePath?
    private let lines: LineRule?
    private let isOfFile: Bool

    /// `fileMoney`: the unit of a file's amounts; `nil` of an API's records.
    init(
        _ section: DescriptionSection, channel: Choice<Channel>, feedTime: TimeFormat,
        fileMoney: MoneyFormat? = nil
    ) {
        self.channel = channel
        id = section.required(path: "id")
        shop = section.path("shop")
        money = fileMoney ?? MoneyFormat(section)
        time = section.word("time", TimeFormat.words) ?? feedTime
        status = section.section("status").map {
            WordMap($0, words: StatusMeaning.ofOrder, standIn: .saleIfDated)
        }
        updated = section.required(path: "updated_at")
        dates = DateRules(section, time: time, updated: updated)
        paid = AmountRule(section, "paid", money: money)
        freight = AmountRule(section, "freight", money: money)
        buyer = BuyerRule(section)
        remark = section.path("remark", keeping: .never)
        isOfFile = fileMoney != nil
        let (money, hasPaid, isOfFile) = (money, paid != nil, isOfFile)
        lines = section.required(section: "lines").map {
            LineRule($0, money: money, orderHasPaid: hasPaid, isOfFile: isOfFile)
        }
        section.finish()
    }

    /// Whether an order has lines of its own, not one that stands for all of it.
    var hasLines: Bool { lines?.areNumbered ?? false }

    /// What makes the keys of its orders and lines.
    var keyRule: KeyRule {
        let shop = shop.map(\.fromOrder.keyText) ?? "account"
        let keys = "order \(channel.keyText(\.key)) \(shop) \(id.fromOrder.keyText) \(lines?.keys ?? "")"
        return KeyRule(.order, StableHash.digits(of: keys))
    }

    /// What the update times of its orders are read from.
    var updateTime: String { "\(updated.fromOrder.keyText) \(time.rawValue)" }

    /// The order of a record; words that the description does not know are noted.
    func order(
        _ record: JSONView, account: AccountAccess, _ unknown: inout UnknownWords
    ) throws(UnreadableRecord) -> Order {
        let scope = RecordScope(record)
        let meaning = status?.requiredMeaning(scope, &unknown) ?? .sale
        let buyer = buyer.buyer(scope, &unknown)
        let dates = try dates.dates(scope, buyer: buyer)
        let isUnpaid = isOfFile && (try? dates.state(meaning))?.sale.isUnpaid == true
        let headerPaid = try isUnpaid ? paid?.ofUnpaid(scope) : paid?.fen(scope)
        let lines =
            try lines?.lines(
                scope, status: meaning, dates: dates, orderPaid: headerPaid,
                orderPaidOrigin: paid?.origin ?? .stated, &unknown) ?? []
        // With an amount the header gap tells of it.
        if lines.isEmpty, headerPaid == nil, case .sale = try dates.state(meaning).sale {
            throw UnreadableRecord(Notice("declared.sale_without_lines"))
        }
        var order = Order(
            channel: channel.meaning(scope, &unknown), shopID: try shopID(scope, account),
            orderID: try orderID(scope),
            status: status?.word(scope) ?? "", createdAt: dates.created, paidAt: dates.paid,
            updatedAt: dates.updated, headerPaidFen: headerPaid, freightFen: try freight?.fen(scope) ?? .zero,
            buyer: buyer, buyerPlace: try self.buyer.place(scope),
            fundSource: self.buyer.fundSource(scope, &unknown),
            sellerRemark: remark.map { PersonalData.masked($0.text(scope)) } ?? "",
            lines: lines)
        order.takeUnpaidAsNothing()
        return order
    }

    /// Whether the record's buyer is a private person.
    func isOfPerson(_ record: JSONView) -> Bool {
        var unknown = UnknownWords()
        return !buyer.buyer(RecordScope(record), &unknown).isOrganisation
    }

    /// What a record's header says was paid, as far as it can be read.
    func headerPaidFen(_ scope: RecordScope) -> Fen? { try? paid?.fen(scope) }

    /// When a record says that it was updated, as far as that can be read.
    func updatedAt(_ scope: RecordScope) -> Instant? { try? time.instant(updated, scope) }

    /// The order number of a record.
    func orderID(_ scope: RecordScope) throws(UnreadableRecord) -> String {
        try UnreadableRecord.reading { () throws(JSONError) in try id.id(scope) }
    }

    /// The shop, supplier or venue of a record; the account's own where the description names none.
    func shopID(_ scope: RecordScope, _ account: AccountAccess) throws(UnreadableRecord) -> String {
        guard let shop else { return account.shopID }
        return try UnreadableRecord.reading { () throws(JSONError) in try shop.id(scope) }
    }
}
