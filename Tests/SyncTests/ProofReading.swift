import Domain
import Hummingbird
import HummingbirdTesting
import Platforms
import Synchronization

@testable import Sync

/// What came of reading the rows of a server over HTTP.
struct ProofReading {
    let outcome: SyncOutcome
    /// The numbers of the rows that landed.
    let landed: Set<Int>
    /// What counts as read.
    let read: [ReadSpan]
    /// The codes of what was told meanwhile.
    let told: [String]

    /// The rows that lie in what counts as read, and did not land although the server could still show them.
    func lost(of server: RowServer) -> [RowServer.Row] {
        server.rows.filter { row in
            let at = Instant(seconds: row.at)
            return !landed.contains(row.number) && read.contains { $0.from <= at && at <= $0.to }
        }
    }

    /// Whether all that lies between these instants counts as read.
    func covers(_ from: Instant, _ to: Instant) -> Bool {
        read.contains { $0.from <= from && to <= $0.to }
    }

    /// A description of a list with this paging.
    static func described(
        _ paging: String, answer: String = "", window: String = "seconds_max: 86400"
    ) throws -> DeclaredPlatform {
        try DeclaredPlatform(
            yaml: """
                name: p
                title: 测试
                channel: other
                feeds:
                  - name: rows
                    time: seconds
                    window: {\(window)}
                    request: {path: /rows, query: {from: "{from}", to: "{to}", page: "{page}", size: "{size}"}}
                    paging: {\(paging)}
                    answer: {records: rows, \(answer)}
                    refund: {id: id, order: id, money: fen, amount: fen, updated_at: at}
                """, file: "p.yaml")
    }

    /// Reads so many days up to now.
    static func of(
        _ server: RowServer, by platform: any Platform, days: Int = 1, span: SyncSpan = .new
    ) async throws -> ProofReading {
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in
                try await server.response(to: request)
            })
        return try await application.test(.live) { client in
            try await of(port: client.port ?? 0, by: platform, days: days, span: span)
        }
    }

    /// The same of a server that listens already.
    static func of(
        port: Int, by platform: any Platform, days: Int, span: SyncSpan
    ) async throws -> ProofReading {
        let host = "http://localhost:\(port)"
        let account = SyncAccount(
            id: "a", platform: platform, shopID: "1", host: host,
            access: { () throws(SyncError) in
                AccountAccess(shopID: "1", baseURL: host, appKey: "k", appSecret: "s", accessToken: "t")
            }, since: RowServer.now.day.advanced(by: -days), pace: .none)
        let landed = Mutex<(rows: Set<Int>, read: [ReadSpan])>(([], []))
        let told = Mutex<[String]>([])
        let sync = AccountSync<FetchedPage>(
            account, span: span,
            environment: try .at(RowServer.now, patience: .zero) { event in
                if case .notice(_, let what) = event { told.withLock { $0.append(what.code) } }
            },
            known: { _ in FeedMemory() }, prepare: { $0 },
            commit: { batches in
                for batch in batches where batch.feed == platform.feeds[0] {
                    landed.withLock { landed in
                        landed.rows.formUnion(batch.pages.flatMap(\.page.numbers))
                        for window in batch.proved { landed.read = landed.read.adding(window.span) }
                    }
                }
            })
        let outcome = try await sync.run()
        let (rows, read) = landed.withLock { $0 }
        return ProofReading(outcome: outcome, landed: rows, read: read, told: told.withLock { $0 })
    }
}

extension Page {
    /// The numbers of its rows, as the server counts them.
    fileprivate var numbers: [Int] { rowsShown.map(\.number) }

    /// Its rows as the server shows them.
    var rowsShown: [RowServer.Row] {
        refunds.compactMap { refund in
            Int(refund.refundID).map {
                RowServer.Row(
                    number: $0, at: refund.updatedAt.seconds, version: Int(refund.refundedFen.amount) - 1)
            }
        }
            + orders.compactMap { order in
                Int(order.orderID).map {
                    RowServer.Row(
                        number: $0 - 6_900_000_000_000_000_000, at: order.updatedAt.seconds,
                        version: Int(order.lines.reduce(0) { $0 + $1.paidFen.amount }) - 1)
                }
            }
    }
}
