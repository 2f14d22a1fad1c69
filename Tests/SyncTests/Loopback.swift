import Domain
import HTTP
import Platforms

@testable import Sync

extension SyncAccount {
    /// A shop, of Douyin unless said otherwise, on a port of this machine, read from this day on.
    ///
    /// Hummingbird's test server listens where `localhost` leads, which may be ::1.
    static func onLoopback(
        port: Int, since: BusinessDay, platform: any Platform = Douyin()
    ) -> SyncAccount {
        let host = "http://localhost:\(port)"
        return SyncAccount(
            id: "a", platform: platform, shopID: "1", host: host,
            access: { () throws(SyncError) in
                AccountAccess(
                    shopID: "1", baseURL: host, appKey: "k", appSecret: "s", accessToken: "t")
            }, since: since, lookBack: .never, pace: .none)
    }
}

extension SyncEnvironment {
    /// An environment whose clock stands still.
    static func at(
        _ now: Instant, patience: Duration, pacer: Pacer = Pacer(seed: 1),
        report: @escaping @Sendable (SyncEvent) -> Void = { _ in }
    ) throws -> SyncEnvironment {
        SyncEnvironment(
            client: try HTTPClient(configuration: HTTPConfiguration()), pacer: pacer, now: { now },
            patience: patience, seed: 1, report: report)
    }
}

extension [ReadSpan] {
    /// These spans and one more, by time: those that touch are one, as in the store.
    func adding(_ span: ReadSpan) -> [ReadSpan] {
        let touching = filter { $0.from <= span.to && span.from <= $0.to }
        let joined = ReadSpan(
            from: touching.map(\.from).reduce(span.from) { Swift.min($0, $1) },
            to: touching.map(\.to).reduce(span.to) { Swift.max($0, $1) })
        return (filter { !touching.contains($0) } + [joined]).sorted { $0.from < $1.from }
    }
}
