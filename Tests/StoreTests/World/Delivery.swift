import Books
import Domain
import Store

/// What one page or file brings, and how it is landed: as `Service` does it, without its counts.
struct Delivery: Sendable {
    /// The statements of each order: several of a file only.
    var orders: [[Order]] = []
    var refunds: [Refund] = []
    var parked: [ParkedRecord] = []
    var kind = SourceKind.api
    var source = "shop-1"
    var feed = "orders"
    var crediting = HostCrediting.standard
    var fetchedAt = Instant.beijing("2022-12-01T08:00:00")
    var read: ReadSpan?
    var cursor = "first"
    /// The first page whose update times are read as now.
    var timedOtherwiseBefore: Int64 = 0

    /// Lands it within a transaction; `landed` is told every change that is applied.
    func land(_ session: WriteSession, landed: (Change) -> Void = { _ in }) throws {
        let sourceFacts = SourceFacts(
            name: source, platform: "douyin", shopID: "s1",
            api: .init(
                host: "http://127.0.0.1", since: .sale, keyRules: [], mapping: "",
                updateTimes: .init(orders: "", refunds: ""),
                channels: [.douyin], feeds: ["orders"]))
        let source = try session.admit(sourceFacts, known: session.sources()[source]).number
        let roster = RosterInForce(
            number: try session.roster(crediting.version, loadedAt: fetchedAt), crediting: crediting)
        let origin = Origin(source: source, page: session.nextPageNumber())
        var counts = LandingCounts()
        for order in orders.flatMap(\.self) where kind != .file {
            try session.note(KeyRule(.order, "t"), of: order.key, source: source, kind: kind, beside: [])
        }
        for refund in refunds {
            try session.note(
                KeyRule(.refund, "t"), of: refund.orderKey, source: source, kind: kind, beside: [])
        }
        for orders in orders {
            let arrival = Arrival(
                orders, kind: kind, platform: "douyin", fetchedAt: fetchedAt, roster: roster)
            let stored = try session.stored(arrival.key)
            let (verdict, change) = Books.land(arrival, at: origin, on: stored, by: roster)
            if let change {
                try session.apply(change)
                landed(change)
            }
            counts.conflicts += try session.note(verdict.conflicts, of: arrival.key, page: origin.page)
            try session.unpark(
                arrival.key, verdict.sound, source: source, timedOtherwiseBefore: timedOtherwiseBefore)
        }
        for afterSale in AfterSale.all(of: refunds) {
            let stored = try session.stored(afterSale.orderKey)
            let (verdict, change) = try Books.land(
                afterSale, fetchedAt: fetchedAt, at: origin, on: stored)
            if let change {
                try session.apply(change)
                landed(change)
            }
            counts.conflicts += try session.note(
                verdict.conflicts, of: afterSale.orderKey, page: origin.page)
            if verdict.outcome != .older {
                try session.unpark(afterSale, source: source, timedOtherwiseBefore: timedOtherwiseBefore)
            }
        }
        for record in parked {
            try session.park(
                record, source: source, in: facts, number: origin.page,
                timedOtherwiseBefore: timedOtherwiseBefore)
        }
        try session.write(facts, number: origin.page, source: source, counts)
        if let read { try session.note(read, source: source, feed: feed) }
    }

    private var facts: PageFacts {
        PageFacts(
            feed: feed, window: kind == .file ? nil : read, cursor: cursor,
            file: kind == .file ? "orders.csv" : nil, hash: "00",
            fetchedAt: fetchedAt)
    }
}
