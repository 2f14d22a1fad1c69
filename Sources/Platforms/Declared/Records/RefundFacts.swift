internal import Domain
internal import JSON

/// Where a record says how much was refunded, when, and what became of the request: the same for a refund of its own and
/// for an amount inside an order.
struct RefundFacts: Sendable {
    private let status: WordMap<RefundMeaning>?
    private let time: TimeFormat
    private let updatedTime: TimeFormat
    private let amount: AmountRule?
    private let returned: ValuePath?
    private let refundedAt: ValuePath?
    private let updatedAt: ValuePath
    /// Whether it is read from a file, whose rows say `-` where nothing was paid back.
    let isOfFile: Bool

    /// Reads what a `refund` says; beside an `order` what it leaves out is the order's.
    init(
        _ section: DescriptionSection, feedTime: TimeFormat, beside outer: OrderRule?,
        fileMoney: MoneyFormat? = nil
    ) {
        status = section.section("status").map {
            WordMap($0, words: RefundMeaning.words, standIn: .state(.open), refusedDefault: "succeeded")
        }
        isOfFile = fileMoney != nil
        time = section.word("time", TimeFormat.words) ?? outer?.time ?? feedTime
        let money = MoneyFormat(section, inherited: fileMoney ?? outer?.money)
        if !section.has("amount") { section.missing("amount") }
        amount = AmountRule(section, "amount", money: money)
        returned = section.path("returned")
        refundedAt = section.path("refunded_at")
        let ownUpdated = section.path("updated_at")
        updatedTime = ownUpdated == nil ? outer?.time ?? time : time
        updatedAt = ownUpdated ?? section.inherited(outer?.updated.fromOrder, "updated_at")
    }

    /// What update times are read from.
    var updateTime: String { "\(updatedAt.keyText) \(updatedTime.rawValue)" }

    /// What became of the request; all have succeeded where the description says nothing of a status.
    ///
    /// An exchange that says money was paid back contradicts itself and is thrown out.
    func state(
        _ scope: RecordScope, _ unknown: inout UnknownWords
    ) throws(UnreadableRecord) -> Refund.State {
        guard let status else { return .succeeded }
        switch status.requiredMeaning(scope, &unknown) {
        case .state(let state): return state
        case .exchange:
            guard try amount(scope) ?? .zero == .zero else {
                throw UnreadableRecord(Notice("json.refund_without_money"))
            }
            return .withoutRefund
        case .parked: throw UnreadableRecord(Notice("declared.refund_status_unknown"))
        }
    }

    /// The amount of a refund, never negative; it must be there, but in a row of a file that tells of none.
    ///
    /// A description without `amount` is refused, so the rule is there too.
    func amount(_ scope: RecordScope, of state: Refund.State) throws(UnreadableRecord) -> Fen {
        // What was asked for, and not paid back, is no amount of a refund.
        if isOfFile, state == .withoutRefund { return .zero }
        if isOfFile, state == .open { return try amount(scope) ?? .zero }
        return try amount?.required(scope) ?? .zero
    }

    /// The amount, never negative; `nil` where the record does not have it.
    func amount(_ scope: RecordScope) throws(UnreadableRecord) -> Fen? { try amount?.fen(scope) }

    /// Thousandths of the line's unit that came back; 0 where nothing says so.
    func returnedMilli(_ scope: RecordScope) throws(UnreadableRecord) -> Int64 {
        guard let returned, returned.find(scope) != nil else { return 0 }
        return try returned.milli(scope)
    }

    /// When the record was last touched, as far as that can be read.
    func updatedAt(_ scope: RecordScope) -> Instant? { try? updatedTime.instant(updatedAt, scope) }

    /// When it was refunded (the update time where nothing says so), and when the record was last touched.
    func instants(_ scope: RecordScope) throws(UnreadableRecord) -> (refunded: Instant, updated: Instant) {
        guard let updated = try updatedTime.instant(updatedAt, scope) else {
            throw UnreadableRecord(Notice("declared.update_time_missing", updatedAt.text))
        }
        let refunded = try refundedAt.flatMap { path throws(UnreadableRecord) in
            try time.instant(path, scope)
        }
        return (refunded ?? updated, updated)
    }
}

/// What the status of a refund means.
enum RefundMeaning: Sendable {
    case state(Refund.State)
    /// An exchange, a resending or a repair: nothing is paid back, or it contradicts itself.
    case exchange
    /// Not told from here: the record waits, parked, until the word is in the map.
    case parked

    static let words: [(String, RefundMeaning)] = [
        ("open", .state(.open)), ("succeeded", .state(.succeeded)),
        ("without_refund", .state(.withoutRefund)),
        ("exchange", .exchange), ("park", .parked),
    ]
}

extension DescriptionSection {
    /// A path that the order hands down where the section leaves it out; it must come from one of them.
    func inherited(_ path: ValuePath?, _ key: String) -> ValuePath {
        if path == nil, !has(key) { missing(key) }
        return path ?? .itself
    }

    /// Reports a `refund` that does not say which line it is of, where orders have lines with numbers: what it refunds
    /// would belong to no line for ever.
    func missingLine() {
        problems.add(
            line, Notice("declared.refund_without_line", name("line")))
    }
}
