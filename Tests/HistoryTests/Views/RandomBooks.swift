import Domain
import SeededRandomness
import Store

/// A random history played to the product and brought to its end: nothing is left to be decided.
struct RandomBooks {
    let books: StoredBooks
    let seed: UInt64

    init(seed: UInt64) async throws {
        let history = History.random(seed: seed)
        books = try StoredBooks()
        self.seed = seed
        _ = try await history.answers(of: books)
        // A file without rows: the roster on disk is the one that was loaded last.
        let empty = RowsFile(account: Words.shops[0], fetchedAt: Words.lastDay.start, rows: [], parked: [])
        try await books.importRows(empty)
        try await books.attribute()
        try await noteSpans()
    }

    /// Books in which parties have something on the leg: in most histories few do.
    static func credited(on leg: ReportLeg, using seeds: inout SeededRandom) async throws -> RandomBooks {
        let isOnLeg = leg == .any ? "is_headline" : "leg = '\(leg.key)'"
        while true {
            let world = try await RandomBooks(seed: seeds.next())
            let count = try await world.ask("SELECT count(*) FROM v_credit WHERE \(isOnLeg)", columns: 1)
            if Int(count[0][0]) ?? 0 > 1 { return world }
        }
    }

    /// Histories know no windows: a span of each account, and one more of the first.
    private func noteSpans() async throws {
        let sources = try await ask("SELECT DISTINCT source FROM page ORDER BY source", columns: 1)
        let numbers = sources.compactMap { Int64($0[0]) }
        try await books.store.write { session in
            for (place, number) in (numbers + numbers.prefix(1)).enumerated() {
                let from = Words.firstDay.advanced(by: place).start
                let span = ReadSpan(from: from, to: from.advanced(byMilliseconds: 3_600_000 * number))
                try session.note(span, source: number, feed: "orders")
            }
        }
    }

    func ask(_ sql: String, columns: Int) async throws -> [[String]] {
        try await books.store.ask(sql, columns: columns)
    }

    /// The report of a month, `2022-11`, or of all days.
    func report(
        month: String? = nil, leg: ReportLeg = .sell, by key: ReportKey = .party,
        only: [ReportScope.Filter] = [],
        dated: ReportScope.Dating = .paid
    ) async throws -> Answer {
        let days = month.map(Self.days) ?? Words.firstDay.advanced(by: -100)...Words.lastDay.advanced(by: 100)
        return try await books.report(
            ReportScope(
                from: days.lowerBound, to: days.upperBound, leg: leg, by: key, only: only, dated: dated))
    }

    private static func days(of month: String) -> ClosedRange<BusinessDay> {
        let first = BusinessDay(month + "-01") ?? Words.firstDay
        var last = first
        while last.advanced(by: 1).description.hasPrefix(month) { last = last.advanced(by: 1) }
        return first...last
    }
}
