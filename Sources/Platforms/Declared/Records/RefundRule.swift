internal import Domain
internal import JSON

/// How a record, or what lies inside an order record, becomes refunds.
struct RefundRule: Sendable {
    private let records: ValuePath?
    let id: ValuePath
    let order: ValuePath
    private let line: ValuePath?
    private let shop: ValuePath?
    private let channel: Choice<Channel>
    private let status: WordMap<Refund.State>?
    private let time: TimeFormat
    private let updatedTime: TimeFormat
    private let amount: AmountRule?
    private let returned: ValuePath?
    private let refundedAt: ValuePath?
    private let updatedAt: ValuePath
    /// One refund at most, whose amount may be missing.
    private let isPartOfOrder: Bool

    private static let states: [(String, Refund.State)] = [
        ("open", .open), ("succeeded", .succeeded), ("without_refund", .withoutRefund),
    ]

    /// Reads a feed of refunds, or, beside an `order`, refunds inside its records.
    init(
        _ section: DescriptionSection, channel: Choice<Channel>, feedTime: TimeFormat,
        beside outer: OrderRule?
    ) {
        self.channel = channel
        records = outer == nil ? nil : section.path("path")
        section.enter(records)
        isPartOfOrder = outer != nil && records == nil
        id = section.path("id") ?? Self.inherited(isPartOfOrder ? outer?.id : nil, section, "id")
        order = section.path("order") ?? Self.inherited(outer?.id.fromOrder, section, "order")
        line = section.path("line")
        shop = section.path("shop") ?? outer?.shop?.fromOrder
        status = section.section("status").map { WordMap($0, words: Self.states, standIn: .open) }
        time = section.word("time", TimeFormat.words) ?? outer?.time ?? feedTime
        let money = MoneyFormat(section, inherited: outer?.money)
        if !section.has("amount") { section.missing("amount") }
        amount = AmountRule(section, "amount", money: money)
        returned = section.path("returned")
        refundedAt = section.path("refunded_at")
        let ownUpdated = section.path("updated_at")
        updatedTime = ownUpdated == nil ? outer?.time ?? time : time
        updatedAt = ownUpdated ?? Self.inherited(outer?.updated.fromOrder, section, "updated_at")
        section.finish()
    }

    private static func inherited(
        _ path: ValuePath?, _ section: DescriptionSection, _ key: String
    ) -> ValuePath {
        if path == nil, !section.has(key) { section.missing(key) }
        return path ?? .itself
    }

    /// The refunds of a record.
    func refunds(_ record: JSONView, account: AccountAccess) throws(UnreadableRecord) -> [Refund] {
        let scope = RecordScope(record)
        guard let records else { return try refund(scope, account).map { [$0] } ?? [] }
        guard let list = records.find(scope) else { return [] }
        let items = try UnreadableRecord.reading { () throws(JSONError) in try list.array() }
        var refunds: [Refund] = []
        for item in items {
            if let refund = try refund(RecordScope(item, order: record), account) { refunds.append(refund) }
        }
        return refunds
    }

    private func refund(_ scope: RecordScope, _ account: AccountAccess) throws(UnreadableRecord) -> Refund? {
        guard let amount = try refunded(scope) else { return nil }
        guard let updated = try updatedTime.instant(updatedAt, scope) else {
            throw UnreadableRecord("缺少 \(updatedAt.text)（更新时间），请核对描述文件里的 updated_at")
        }
        let refundedAt = try refundedAt.flatMap { path throws(UnreadableRecord) in
            try time.instant(path, scope)
        }
        return Refund(
            channel: channel.meaning(RecordScope(scope.order)),
            shopID: try text(shop, scope) ?? account.shopID,
            orderID: try text(order, scope) ?? "", lineID: try text(line, scope) ?? "#0",
            refundID: try text(id, scope) ?? "", state: status?.meaning(scope) ?? .succeeded,
            refundedFen: amount, returnedMilli: try returnedMilli(scope), refundedAt: refundedAt ?? updated,
            updatedAt: updated)
    }

    /// The amount; `nil` for an order that has nothing refunded.
    private func refunded(_ scope: RecordScope) throws(UnreadableRecord) -> Fen? {
        guard isPartOfOrder else { return try amount?.required(scope) }
        guard let fen = try amount?.fen(scope), fen > .zero else { return nil }
        return fen
    }

    private func returnedMilli(_ scope: RecordScope) throws(UnreadableRecord) -> Int64 {
        guard let returned, returned.find(scope) != nil else { return 0 }
        return try returned.milli(scope)
    }

    private func text(_ path: ValuePath?, _ scope: RecordScope) throws(UnreadableRecord) -> String? {
        guard let path else { return nil }
        return try UnreadableRecord.reading { () throws(JSONError) in try path.id(scope) }
    }
}
