import Domain
import HTTP
import Platforms

@testable import Sync

extension SyncAccount {
    /// A Douyin shop on a port of this machine, read from this day on.
    ///
    /// Hummingbird's test server listens where `localhost` leads, which may be ::1.
    static func onLoopback(port: Int, since: BusinessDay) -> SyncAccount {
        SyncAccount(
            id: "a", platform: Douyin(),
            access: { () throws(SyncError) in
                AccountAccess(
                    shopID: "1", baseURL: "http://localhost:\(port)", appKey: "k", appSecret: "s",
                    accessToken: "t")
            }, since: since, requestsPerSecond: nil)
    }
}

extension SyncEnvironment {
    /// An environment whose clock stands still.
    static func at(_ now: Instant, patience: Duration) throws -> SyncEnvironment {
        SyncEnvironment(
            client: try HTTPClient(configuration: HTTPConfiguration()), pacer: Pacer(), now: { now },
            patience: patience, seed: 1, report: { _ in })
    }
}
