import Domain
import Testing

@testable import Books

/// One order, kept in memory as a store would keep it: row by row, as its changes say.
struct KeptOrder {
    var roster: RosterInForce
    private(set) var stored: StoredOrder?
    /// What its sources say together.
    private(set) var counted: Order?
    /// The differences, added up by account.
    private(set) var booked: [Difference: CreditSums] = [:]
    private(set) var cells: [PlacedCell: Int] = [:]
    private(set) var reads: [ReadPart: ReadSums] = [:]
    private var pages: Int64 = 0

    /// A cell with the source that it was added for.
    struct PlacedCell: Hashable {
        let source: Int64
        let cell: OrderCell
    }

    init(_ crediting: HostCrediting = .sample) {
        roster = RosterInForce(number: 1, crediting: crediting)
    }

    var standing: Standing? { stored?.state.standing }
    var refunds: [RefundRow] { stored?.state.refunds ?? [] }

    /// What a party has of the order, all lines together.
    func amounts(of partyID: String?, on leg: Leg = .sell) -> CreditSums {
        var sums = CreditSums()
        for row in standing?.credits ?? [] where row.partyID == partyID && row.leg == leg {
            sums.add(row.sums)
        }
        return sums
    }

    /// Lands what a source says; several orders are rows of a file.
    @discardableResult
    mutating func land(
        _ orders: Order..., by kind: SourceKind = .api, fetched: Instant = .november(28)
    ) -> (verdict: Books.Verdict, change: Change?) {
        pages += 1
        return land(
            orders, by: kind, fetched: fetched, at: Origin(source: Int64(kind.rawValue), page: pages))
    }

    @discardableResult
    mutating func land(
        _ orders: [Order], by kind: SourceKind, fetched: Instant, at origin: Origin,
        outdated: OutdatedPages = .none
    ) -> (verdict: Books.Verdict, change: Change?) {
        let arrival = Arrival(orders, kind: kind, platform: "douyin", fetchedAt: fetched, roster: roster)
        let (verdict, change) = Books.land(
            arrival, at: origin, outdated: outdated, on: stored, by: roster)
        apply(change)
        return (verdict, change)
    }

    @discardableResult
    mutating func land(
        refund lines: Refund..., fetched: Instant = .november(28)
    ) throws(RecordFlaw) -> Change? {
        try land(afterSale: lines, fetched: fetched).change
    }

    @discardableResult
    mutating func land(
        afterSale lines: [Refund], fetched: Instant = .november(28)
    ) throws(RecordFlaw) -> (change: Change?, conflict: Conflict?) {
        let afterSales = AfterSale.all(of: lines)
        #expect(afterSales.count == 1)
        let (verdict, change) = try Books.land(
            afterSales[0], fetchedAt: fetched, at: Origin(source: 9, page: 1), on: stored)
        apply(change)
        return (change, verdict.conflicts.first)
    }

    /// Has another roster decide.
    @discardableResult
    mutating func credit(by crediting: HostCrediting) -> Change? {
        roster = RosterInForce(number: roster.number + 1, crediting: crediting)
        guard let stored else { return nil }
        let change = Books.credit(stored, by: roster).change
        apply(change)
        return change
    }

    private mutating func apply(_ change: Change?) {
        guard let change else { return }
        var rows = stored ?? StoredOrder(number: nil, statements: Statements(), state: OrderState())
        if let statements = change.statements {
            // A store gives them back by their key, not as they came.
            rows.statements = Statements(statements.all.sorted { $0.key < $1.key })
        }
        rows.state.refunds.removeAll { row in change.refundsDropped.contains { $0.hasSameKey(as: row) } }
        for row in change.refundsWritten {
            rows.state.refunds.removeAll { $0.hasSameKey(as: row) }
            rows.state.refunds.append(row)
        }
        rows.state.standing = change.standing
        if let after = change.standing {
            rows.number = 1
            let before = stored?.state.standing
            #expect((before?.credits ?? []).applying(change) == after.credits)
            #expect(change.order != nil || (before?.lines ?? []).applying(change, after.lines) == after.lines)
        }
        for difference in change.differences { book(difference) }
        count(change.removed, -1)
        count(change.added, 1)
        counted = rows.statements.counted
        stored = rows
    }
    private mutating func book(_ difference: Difference) {
        #expect(difference.sums != CreditSums(), "a difference of nothing")
        booked[difference.account, default: CreditSums()].add(difference.sums)
        if booked[difference.account] == CreditSums() { booked[difference.account] = nil }
    }

    private mutating func count(_ part: Change.Part, _ sign: Int) {
        for cell in part.cells {
            let placed = PlacedCell(source: part.source, cell: cell)
            cells[placed, default: 0] += sign
            if cells[placed] == 0 { cells[placed] = nil }
        }
        for read in part.reads {
            reads[read.place, default: ReadSums()].add(read.sums, sign: Int64(sign))
            if reads[read.place] == ReadSums() { reads[read.place] = nil }
        }
    }
}
