import Books
import Domain
import Store

/// A page or a stretch of a file with all that can be worked out away from the store.
struct PreparedPage: Sendable {
    let facts: PageFacts
    let arrivals: [Arrival]
    let refunds: [Refund]
    let parked: [ParkedRecord]
}

/// What became of the records of pages, and what was decided about their lines.
struct LandedCounts: Sendable {
    var records = LandingCounts()
    var decisions = DecisionCounts()

    mutating func add(_ other: LandedCounts) {
        records.add(other.records)
        decisions.add(other.decisions)
    }
}

/// Lands pages of one source with what was read of its feed, in one transaction: load, ask `Books`, apply.
///
/// Landing the same pages again changes nothing.
struct LandingStage: Sendable {
    let store: OrderStore
    let roster: RosterInForce
    /// The source's number in the store.
    let source: Int64
    let kind: SourceKind
    let feed: String

    /// Lands the pages, and notes the span that is read once they have landed.
    func land(_ pages: [PreparedPage], read: ReadSpan?) async throws(StoreError) -> LandedCounts {
        try await store.write { session in try land(pages, read: read, session) }
    }

    /// Lands the pages within a transaction that may land others, too.
    func land(_ pages: [PreparedPage], read: ReadSpan?, _ session: WriteSession) throws -> LandedCounts {
        var total = LandedCounts()
        for page in pages { total.add(try land(page, session)) }
        if let read { try session.note(read, source: source, feed: feed) }
        return total
    }

    func land(_ page: PreparedPage, _ session: WriteSession) throws -> LandedCounts {
        let origin = Origin(source: source, page: session.nextPageNumber())
        var counts = LandedCounts()
        for arrival in page.arrivals { try land(arrival, at: origin, session, &counts) }
        var parked: [ParkedRecord] = []
        for refund in page.refunds {
            let flaw = try land(refund, page.facts.fetchedAt, at: origin, session, &counts)
            if let flaw {
                parked.append(ParkedRecord(flaw, orderID: refund.orderID, refundID: refund.refundID))
            }
        }
        // Behind what landed, so that a sound version of the same record does not take them away.
        for record in parked + page.parked {
            try session.park(record, source: source, feed: feed, page: origin.page)
            counts.records.parked += 1
        }
        try session.write(page.facts, number: origin.page, source: source, counts.records)
        return counts
    }

    private func land(
        _ arrival: Arrival, at origin: Origin, _ session: WriteSession, _ counts: inout LandedCounts
    ) throws {
        var stored: StoredOrder?
        switch try session.known(arrival.key) {
        case .nothing: break
        case .version(let version):
            if Books.isKnown(arrival, version) {
                counts.records.unchanged += 1
                return try session.unpark(arrival.key, lineIDs: [""], source: source, feed: feed)
            }
            stored = try session.stored(arrival.key)
        case .much: stored = try session.stored(arrival.key)
        }
        let (verdict, change) = Books.land(arrival, at: origin, on: stored, by: roster)
        if let change { try session.apply(change) }
        try session.note(verdict.conflicts, of: stored?.number, page: origin.page)
        counts.decisions.add(verdict.counts)
        counts.records.conflicts += verdict.conflicts.count
        switch verdict.outcome {
        case .inserted: counts.records.inserted += 1
        case .changed: counts.records.changed += 1
        case .unchanged: counts.records.unchanged += 1
        case .older: counts.records.older += 1
        }
        try session.unpark(arrival.key, lineIDs: verdict.soundLineIDs, source: source, feed: feed)
    }

    /// Returns why the record cannot be stored; a failure of the store is thrown.
    private func land(
        _ refund: Refund, _ fetchedAt: Instant, at origin: Origin, _ session: WriteSession,
        _ counts: inout LandedCounts
    ) throws -> RecordFlaw? {
        if let flaw = refund.flaw { return flaw }
        let unknown = StoredOrder(number: nil, statements: Statements(), state: OrderState())
        let stored = try session.stored(refund.orderKey) ?? unknown
        let change: Change?
        do throws(RecordFlaw) {
            change = try Books.land(refund, fetchedAt: fetchedAt, at: origin, on: stored)
        } catch {
            return error
        }
        if let change {
            try session.apply(change)
            try session.unpark(refund, source: source, feed: feed)
            counts.records.refunds += 1
        } else {
            counts.records.knownRefunds += 1
        }
        return nil
    }
}
