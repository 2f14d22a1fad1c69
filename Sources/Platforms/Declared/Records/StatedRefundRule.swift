internal import Domain
internal import JSON

/// How an order record states, as one growing amount, what was refunded of one of its lines so far.
///
/// It is no event: the next version of the order states it anew, and a smaller amount takes back.
struct StatedRefundRule: Sendable {
    private let line: ValuePath?
    private let facts: RefundFacts
    /// The key that names the line, for messages: `feeds[0].refund.line`.
    private let lineKey: String

    /// Reads a `refund` without `path` beside an order.
    init(_ section: DescriptionSection, feedTime: TimeFormat, beside order: OrderRule) {
        for key in ["id", "order", "shop"] where section.has(key) {
            section.problems.add(
                section.lineOfValue(key),
                Notice("declared.useless_in_stated_refund", section.name(key)))
        }
        line = section.path("line")
        lineKey = section.name("line")
        facts = RefundFacts(section, feedTime: feedTime, beside: order)
        section.finish()
    }

    /// What makes the key of what it states: the line that it is of.
    ///
    /// Were it edited, or taken away for records, the amount that is stored and what is read instead would both count.
    var keyRule: KeyRule { KeyRule(.stated, StableHash.digits(of: "stated \(line?.keyText ?? "#0")")) }

    /// Puts what the record states on the line of its order that it names.
    ///
    /// A missing amount says nothing. Where nothing is refunded and no line is named, that holds for every line.
    func state(
        _ record: JSONView, in order: inout Order, _ unknown: inout UnknownWords
    ) throws(UnreadableRecord) {
        let scope = RecordScope(record)
        guard let refund = try refund(scope, &unknown) else { return }
        if refund.refundedFen == .zero, let line, line.find(scope) == nil {
            for place in order.lines.indices { order.lines[place].statedRefund = refund }
            return
        }
        let lineID = try lineID(scope)
        guard let place = order.lines.firstIndex(where: { $0.lineID == lineID }) else {
            throw UnreadableRecord(Notice("declared.refunded_line_unknown", lineKey))
        }
        order.lines[place].statedRefund = refund
    }

    /// What has been paid back so far: 0 as long as the request has not succeeded.
    private func refund(
        _ scope: RecordScope, _ unknown: inout UnknownWords
    ) throws(UnreadableRecord) -> StatedRefund? {
        guard let amount = try facts.amount(scope) else { return nil }
        let refundedAt = try facts.instants(scope).refunded
        guard try facts.state(scope, &unknown) == .succeeded else {
            return StatedRefund(refundedFen: .zero, refundedAt: refundedAt)
        }
        return StatedRefund(
            refundedFen: amount, returnedMilli: try facts.returnedMilli(scope), refundedAt: refundedAt)
    }

    private func lineID(_ scope: RecordScope) throws(UnreadableRecord) -> String {
        guard let line else { return "#0" }
        return try UnreadableRecord.reading { () throws(JSONError) in try line.id(scope) }
    }
}
