internal import Domain
internal import JSON

/// How a record, or each element of a list inside an order record, becomes a refund.
struct RefundRule: Sendable {
    private let records: ValuePath?
    let id: ValuePath
    let order: ValuePath
    let line: ValuePath?
    let shop: ValuePath?
    private let channel: Choice<Channel>
    private let facts: RefundFacts

    /// Reads a feed of refunds, or, beside an `order`, a list of refunds inside its records; `fileMoney` is the unit of a file.
    init(
        _ section: DescriptionSection, channel: Choice<Channel>, feedTime: TimeFormat,
        beside outer: OrderRule?, fileMoney: MoneyFormat? = nil
    ) {
        self.channel = channel
        records = outer == nil ? nil : section.path("path")
        section.enter(records)
        id = section.required(path: "id")
        order = section.path("order") ?? section.inherited(outer?.id.fromOrder, "order")
        line = section.path("line")
        shop = section.path("shop") ?? outer?.shop?.fromOrder
        facts = RefundFacts(section, feedTime: feedTime, beside: outer, fileMoney: fileMoney)
        section.finish()
    }

    /// What makes the keys of its refunds.
    var keyRule: KeyRule {
        let records = records.map { "\($0.fromOrder.keyText)[]" } ?? "#0"
        let shop = shop?.keyText ?? "account"
        let ids = "\(order.keyText) \(line?.keyText ?? "#0") \(id.keyText)"
        let keys = "refund \(channel.keyText(\.key)) \(shop) \(records) \(ids)"
        return KeyRule(.refund, StableHash.digits(of: keys))
    }

    /// What the update times of its refunds are read from.
    var updateTime: String { facts.updateTime }

    /// The refunds of a record; words that the description does not know are noted.
    func refunds(
        _ record: JSONView, account: AccountAccess, _ unknown: inout UnknownWords
    ) throws(UnreadableRecord) -> [Refund] {
        let scope = RecordScope(record)
        guard let records else { return [try refund(scope, account, &unknown)] }
        guard let list = records.find(scope) else { return [] }
        let items = try UnreadableRecord.reading { () throws(JSONError) in try list.array() }
        var refunds: [Refund] = []
        for item in items {
            refunds.append(try refund(RecordScope(item, order: record), account, &unknown))
        }
        return refunds
    }

    /// The amount of a record that is one refund, as far as it can be read.
    func amountFen(_ scope: RecordScope) -> Fen? { try? facts.amount(scope) }

    /// When a record that is one refund says that it was updated, as far as that can be read.
    func updatedAt(_ scope: RecordScope) -> Instant? { facts.updatedAt(scope) }

    private func refund(
        _ scope: RecordScope, _ account: AccountAccess, _ unknown: inout UnknownWords
    ) throws(UnreadableRecord) -> Refund {
        var state = try facts.state(scope, &unknown)
        let amount = try facts.amount(scope, of: state)
        // Inside an order a 0 is a statement, nothing was paid back, and no refund of 0. So it is in a file, which tells of
        // after-sales that paid back freight alone.
        if records != nil || facts.isOfFile, amount == .zero, state == .succeeded { state = .withoutRefund }
        let instants = try facts.instants(scope)
        return Refund(
            channel: channel.meaning(RecordScope(scope.order), &unknown),
            shopID: try text(shop, scope) ?? account.shopID,
            orderID: try text(order, scope) ?? "", lineID: try text(line, scope) ?? "#0",
            refundID: try text(id, scope) ?? "", state: state,
            refundedFen: amount, returnedMilli: try facts.returnedMilli(scope),
            refundedAt: instants.refunded, updatedAt: instants.updated)
    }

    private func text(_ path: ValuePath?, _ scope: RecordScope) throws(UnreadableRecord) -> String? {
        guard let path else { return nil }
        return try UnreadableRecord.reading { () throws(JSONError) in try path.id(scope) }
    }
}
