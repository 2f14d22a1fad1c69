import Books
import Domain
import Platforms
import Store

/// A page or a stretch of a file with all that can be worked out away from the store.
struct PreparedPage: Sendable {
    let facts: PageFacts
    let arrivals: [Arrival]
    let afterSales: [AfterSale]
    let parked: [ParkedRecord]
    var unknownWords: [UnknownWord] = []
    /// From when to when the orders of a file's rows were created.
    var fileSpan: ReadSpan?
    /// Whether a person says that a file does not tell of all orders of its days: what it counted for before is taken back.
    var isFileIncomplete = false
    /// What is kept of it, to be mapped again.
    var kept: KeptPage?
}

/// What became of the records of pages, and what was decided about their lines.
struct LandedCounts: Sendable {
    var records = LandingCounts()
    var decisions = DecisionCounts()
    /// What a replay changes of money and weight.
    var moved = MovedSums()

    mutating func add(_ other: LandedCounts) {
        records.add(other.records)
        decisions.add(other.decisions)
        moved.add(other.moved)
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
    /// By what the keys of its records are made; nothing for files, whose keys are those of the platform itself.
    let keys: FeedKeys?
    /// How far the sync looks back that reads the pages; `nil` where only some days are read, and of files.
    var lookBack: LookBack?
    /// What is replayed, where its pages were read before: then nothing of them is late, and what they change is told.
    var replayed: ReplayedPages?

    /// What makes the keys of a feed's records, beside those of all feeds of its platform.
    struct FeedKeys: Sendable {
        let rules: Set<KeyRule>
        let ownRules: Set<KeyRule>
    }

    /// Lands the pages, and notes the windows that are read once they have landed.
    func land(_ pages: [PreparedPage], proved: [ProvedWindow] = []) async throws(StoreError) -> LandedCounts {
        try await store.write { session in try land(pages, proved: proved, session) }
    }

    /// Lands the pages within a transaction that may land others, too.
    func land(
        _ pages: [PreparedPage], proved: [ProvedWindow], _ session: WriteSession
    ) throws -> LandedCounts {
        var total = LandedCounts()
        let readBefore = replayed != nil ? [] : try session.readSpans(source: source, feed: feed)
        for page in pages { total.add(try land(page, readBefore, session)) }
        for window in proved {
            let span = try session.note(window, source: source, feed: feed)
            try session.unpark(
                mappedBefore: outdated.end(of: source), readAgain: span, source: source, feed: feed)
        }
        if let lookBack, let askedAt = proved.map(\.askedAt).min() {
            try session.note(lookBack, askedAt: askedAt, source: source, feed: feed)
        }
        return total
    }

    private func land(
        _ page: PreparedPage, _ readBefore: [ReadSpan], _ session: WriteSession
    ) throws -> LandedCounts {
        let origin = Origin(source: source, page: session.nextPageNumber())
        var counts = LandedCounts()
        // What is asked for by its number is not late: nobody had asked for it.
        let latecomers = Latecomers(page.facts, page.facts.window == nil ? [] : readBefore)
        try noteKeys(of: page, session)
        var overtaken: Set<Overtaken> = []
        for arrival in page.arrivals where try !land(arrival, at: origin, latecomers, session, &counts) {
            overtaken.insert(Overtaken(orderID: arrival.key.orderID))
        }
        var parked: [ParkedRecord] = []
        for afterSale in page.afterSales {
            switch try land(afterSale, at: origin, latecomers, session, &counts) {
            case .flawed(let flaw): parked.append(ParkedRecord(flaw, of: afterSale))
            case .overtaken: overtaken.insert(Overtaken(afterSale))
            case .counts: break
            }
        }
        // An older version counts for nothing, and neither do its words.
        for unknown in page.unknownWords where !overtaken.contains(Overtaken(unknown)) {
            try session.note(unknown, source: source, in: page.facts, number: origin.page)
            counts.records.unknownWords += 1
        }
        // Behind what landed, so that a sound version of the same record does not take them away.
        for record in parked + page.parked {
            if try session.isOvertaken(record, source: source) {
                counts.records.older += 1
                continue
            }
            try session.park(
                record, source: source, in: page.facts, number: origin.page,
                timedOtherwiseBefore: firstTimed(isAfterSale: record.isAfterSale))
            counts.records.parked += 1
        }
        if page.isFileIncomplete { try session.takeBack(ofFile: page.facts, source: source) }
        if let span = page.fileSpan { try session.note(ofFile: span, in: page.facts, source: source) }
        try session.write(page.facts, number: origin.page, source: source, counts.records)
        return counts
    }

    /// Notes by which rules the records of a page land; throws where others have landed them by others.
    private func noteKeys(of page: PreparedPage, _ session: WriteSession) throws {
        guard let keys else { return }
        for rule in keys.rules {
            let landing =
                switch rule.kind {
                case .order: page.arrivals.map(\.key)
                case .stated: page.arrivals.filter(\.statesRefunds).map(\.key)
                case .refund: page.afterSales.filter { $0.flaw == nil }.map(\.orderKey)
                }
            // Nearly all records of a page are of one shop.
            for (place, key) in landing.enumerated()
            where place == 0 || !key.isOfShop(of: landing[place - 1]) {
                try session.note(rule, of: key, source: source, kind: kind, beside: keys.ownRules)
            }
        }
    }

    /// Returns whether it is not overtaken by what is stored.
    private func land(
        _ arrival: Arrival, at origin: Origin, _ latecomers: Latecomers, _ session: WriteSession,
        _ counts: inout LandedCounts
    ) throws -> Bool {
        var stored: StoredOrder?
        switch try session.known(arrival.key) {
        case .nothing: break
        case .version(let version, let known):
            if Books.isKnown(arrival, version, readAt: known, outdated: outdated) {
                counts.records.unchanged += 1
                try session.forgetUnknownWords(of: arrival.key, source: source)
                try unpark(arrival.key, arrival.sound, session)
                return true
            }
            stored = try session.stored(arrival.key)
        case .much: stored = try session.stored(arrival.key)
        }
        if let known = stored?.statements.all.last(where: { $0.kind == kind }),
            try replayed?.wouldGoBack(to: latecomers.page, from: known.origin, outdated, session) == true
        {
            counts.records.older += 1
            return false
        }
        let (verdict, change) = Books.land(
            arrival, at: origin, outdated: outdated, on: stored, by: roster)
        if let change {
            try session.apply(change)
            if replayed != nil { counts.moved.add(change) }
        }
        if let late = latecomers.late(arrival, verdict, change) { try session.note(late, at: origin) }
        counts.decisions.add(verdict.counts)
        counts.records.conflicts += try session.note(
            verdict.conflicts, of: arrival.key, page: origin.page)
        switch verdict.outcome {
        case .inserted: counts.records.inserted += 1
        case .changed: counts.records.changed += 1
        case .unchanged: counts.records.unchanged += 1
        case .older: counts.records.older += 1
        }
        if verdict.sound.isEmpty { return false }
        // A file does not explain the words of the API.
        if kind == .api { try session.forgetUnknownWords(of: arrival.key, source: source) }
        try unpark(arrival.key, verdict.sound, session)
        return true
    }

    private func unpark(_ key: OrderKey, _ sound: [SoundRecord], _ session: WriteSession) throws {
        try session.unpark(
            key, sound, source: source, timedOtherwiseBefore: firstTimed(isAfterSale: false))
    }

    /// The source's first page whose update times compare with those that are read now.
    private func firstTimed(isAfterSale: Bool) -> Int64 {
        outdated.firstTimed(isAfterSale ? .afterSale : .order, of: source)
    }

    /// What became of an after-sale.
    private enum Outcome {
        case counts, overtaken
        /// It cannot be stored.
        case flawed(RecordFlaw)
    }

    /// A failure of the store is thrown.
    private func land(
        _ afterSale: AfterSale, at origin: Origin, _ latecomers: Latecomers, _ session: WriteSession,
        _ counts: inout LandedCounts
    ) throws -> Outcome {
        let stored = try session.stored(afterSale.orderKey)
        if let known = stored?.state.refunds.first(where: { $0.isRecord(afterSale) }),
            try replayed?.wouldGoBack(to: latecomers.page, from: known.origin, outdated, session) == true
        {
            counts.records.older += 1
            return .overtaken
        }
        let landed: (verdict: Books.Verdict, change: Change?)
        do throws(RecordFlaw) {
            landed = try Books.land(
                afterSale, fetchedAt: latecomers.page.fetchedAt, at: origin, outdated: outdated, on: stored)
        } catch {
            return .flawed(error)
        }
        counts.records.conflicts += try session.note(
            landed.verdict.conflicts, of: afterSale.orderKey, page: origin.page)
        if let change = landed.change {
            try session.apply(change)
            if replayed != nil { counts.moved.add(change) }
            if let late = latecomers.late(afterSale, landed.verdict, change) {
                try session.note(late, at: origin)
            }
            counts.records.refunds += 1
        } else {
            counts.records.knownRefunds += 1
        }
        if landed.verdict.outcome == .older { return .overtaken }
        try session.forgetUnknownWords(of: afterSale, source: source)
        try session.unpark(
            afterSale, source: source, timedOtherwiseBefore: firstTimed(isAfterSale: true))
        return .counts
    }
}

/// A record of a page that is older than what is stored.
private struct Overtaken: Hashable {
    let orderID: String
    var lineID = ""
    var refundID = ""
}

extension Overtaken {
    init(_ afterSale: AfterSale) {
        self.init(
            orderID: afterSale.orderKey.orderID, lineID: afterSale.lineID ?? "", refundID: afterSale.refundID)
    }

    init(_ unknown: UnknownWord) {
        self.init(orderID: unknown.orderID, lineID: unknown.lineID, refundID: unknown.refundID)
    }
}

extension LandingStage.FeedKeys {
    /// As a platform says.
    init(_ platform: any Platform, _ feed: Feed) {
        self.init(rules: platform.keyRules(of: feed), ownRules: platform.keyRules)
    }
}

extension OrderKey {
    fileprivate func isOfShop(of other: OrderKey) -> Bool {
        channel == other.channel && shopID == other.shopID
    }
}
