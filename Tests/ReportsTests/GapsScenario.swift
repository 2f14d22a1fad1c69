import Domain
import Reports

/// Two accounts in November 2022, of which everything is known that can be.
enum GapsScenario {
    static let now = Instant(iso: "2022-11-16T08:00:00+08:00") ?? Instant(seconds: 0)
    static let since = BusinessDay(number: 19_297)

    /// An instant so many days and hours after the account begins.
    static func at(_ day: Int, _ hours: Int = 0) -> Instant {
        since.advanced(by: day).start.advanced(byMilliseconds: Int64(hours) * 3_600_000)
    }

    static func span(_ from: Int, _ to: Int) -> ReadSpan { ReadSpan(from: at(from), to: at(to)) }

    static func proof(_ from: Instant, _ to: Instant, rows: Int64, total: Int64?, times: Int64 = 1)
        -> ProvedWindow
    {
        ProvedWindow(
            span: ReadSpan(from: from, to: to), rows: rows, total: total, askedAt: at(15), serverAt: at(15),
            times: times)
    }

    /// Days 0–1 are out of reach, one of them imported; 2–5 and 8–14 read; 6 failed and 7 was left.
    static func accounts(reason: Notice = Notice("sync.http_status_retries", 500)) -> [AccountReading] {
        let orders = FeedMemory(
            spans: [span(2, 6), ReadSpan(from: at(8), to: at(15, 6))],
            proofs: [
                proof(at(2), at(3), rows: 120, total: 120, times: 4), proof(at(3), at(4), rows: 0, total: 0),
                proof(at(4), at(6), rows: 31, total: 31), proof(at(8), at(9), rows: 7, total: nil),
                proof(at(9), at(14), rows: 0, total: 0), proof(at(14), at(15), rows: 12, total: 12, times: 2),
                proof(at(15), at(15, 4), rows: 3, total: 3), proof(at(15, 4), at(15, 6), rows: 2, total: 2),
            ],
            unread: [
                UnreadWindow(feed: "orders", span: span(6, 7), cause: .failed, reason: reason),
                UnreadWindow(feed: "orders", span: span(7, 8), cause: .left, reason: reason),
            ])
        let instead = Notice("platform.gone_import", ["douyin-orders"])
        let gone = Notice("platform.gone")
        func map(_ memory: FeedMemory, files: [ReadSpan] = [], lateAt: [Instant] = []) -> FeedMap {
            FeedMap(
                of: memory, from: since.start, to: now, reach: at(2), files: files, lateAt: lateAt)
        }
        var otherwise = proof(at(2), at(4), rows: 5, total: 5)
        otherwise.isMappedNow = false
        let refunds = FeedMemory(spans: [ReadSpan(from: at(4), to: at(15, 6))], proofs: [otherwise])
        return [
            AccountReading(
                id: "pds-douyin", platform: "douyin", since: BusinessDay(number: 19_297),
                feeds: [
                    .init(
                        name: "orders",
                        map: map(orders, files: [ReadSpan(from: at(1), to: at(1, 5))], lateAt: [at(14, 3)]),
                        proofs: orders.proofs, instead: instead),
                    .init(name: "refunds", map: map(refunds), proofs: refunds.proofs, instead: gone),
                ]),
            AccountReading(
                id: "<县馆> & \"832\"", platform: "p832", since: BusinessDay(number: 19_297),
                feeds: [
                    .init(
                        name: "orders",
                        map: FeedMap(of: FeedMemory(), from: at(10), to: now, reach: nil), proofs: [],
                        instead: gone)
                ]),
        ]
    }

    static func report(_ scope: GapsReport.Scope = .init()) -> GapsReport {
        GapsReport(of: accounts(), scope, asOf: now)
    }
}
