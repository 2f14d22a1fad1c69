import Books
import Domain
import Store

/// A page or a stretch of a file with all that can be worked out away from the store.
struct PreparedPage: Sendable {
    let facts: PageFacts
    let arrivals: [Arrival]
    let afterSales: [AfterSale]
    let parked: [ParkedRecord]
    var unknownWords: [UnknownWord] = []
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
    /// What was mapped otherwise than now, of this source and of others that read the same shops.
    var outdated = OutdatedPages.none
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
        if let read {
            let span = try session.note(read, source: source, feed: feed)
            try session.unpark(
                mappedBefore: outdated.end(of: source), readAgain: span, source: source, feed: feed)
        }
        return total
    }

    func land(_ page: PreparedPage, _ session: WriteSession) throws -> LandedCounts {
        let origin = Origin(source: source, page: session.nextPageNumber())
        var counts = LandedCounts()
        for arrival in page.arrivals { try land(arrival, at: origin, session, &counts) }
        var parked: [ParkedRecord] = []
        for afterSale in page.afterSales {
            let flaw = try land(afterSale, page.facts.fetchedAt, at: origin, session, &counts)
            if let flaw {
                parked.append(ParkedRecord(flaw, of: afterSale))
            }
        }
        for unknown in page.unknownWords {
            try session.note(unknown, source: source, in: page.facts, number: origin.page)
            counts.records.unknownWords += 1
        }
        // Behind what landed, so that a sound version of the same record does not take them away.
        for record in parked + page.parked {
            try session.park(record, source: source, in: page.facts, number: origin.page)
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
        case .version(let version, let known):
            if Books.isKnown(arrival, version, readAt: known, outdated: outdated) {
                counts.records.unchanged += 1
                try session.forgetUnknownWords(of: arrival.key, source: source)
                return try session.unpark(arrival.key, .order, source: source)
            }
            stored = try session.stored(arrival.key)
        case .much: stored = try session.stored(arrival.key)
        }
        let (verdict, change) = Books.land(
            arrival, at: origin, outdated: outdated, on: stored, by: roster)
        if let change { try session.apply(change) }
        counts.decisions.add(verdict.counts)
        counts.records.conflicts += try session.note(
            verdict.conflicts, of: arrival.key, page: origin.page)
        switch verdict.outcome {
        case .inserted: counts.records.inserted += 1
        case .changed: counts.records.changed += 1
        case .unchanged: counts.records.unchanged += 1
        case .older: counts.records.older += 1
        }
        if verdict.soundLineIDs.isEmpty { return }
        // A file does not explain the words of the API.
        if kind != .file { try session.forgetUnknownWords(of: arrival.key, source: source) }
        try session.unpark(
            arrival.key, kind == .file ? .lines(verdict.soundLineIDs) : .order, source: source)
    }

    /// Returns why the record cannot be stored; a failure of the store is thrown.
    private func land(
        _ afterSale: AfterSale, _ fetchedAt: Instant, at origin: Origin, _ session: WriteSession,
        _ counts: inout LandedCounts
    ) throws -> RecordFlaw? {
        let stored = try session.stored(afterSale.orderKey)
        let landed: (verdict: Books.Verdict, change: Change?)
        do throws(RecordFlaw) {
            landed = try Books.land(
                afterSale, fetchedAt: fetchedAt, at: origin, outdated: outdated, on: stored)
        } catch {
            return error
        }
        counts.records.conflicts += try session.note(
            landed.verdict.conflicts, of: afterSale.orderKey, page: origin.page)
        if let change = landed.change {
            try session.apply(change)
            counts.records.refunds += 1
        } else {
            counts.records.knownRefunds += 1
        }
        if landed.verdict.outcome != .older {
            try session.forgetUnknownWords(of: afterSale, source: source)
            try session.unpark(afterSale, source: source)
        }
        return nil
    }
}
