import Domain
import HTTP
import Platforms
import Testing

@testable import Sync

@Suite("Reading an account")
struct AccountSyncTests {
    private struct Unreadable: Error, Equatable {}

    @Test("a cursor that cannot be read ends the account with that error", .timeLimit(.minutes(1)))
    func unreadableCursor() async throws {
        let environment = SyncEnvironment(
            client: try HTTPClient(configuration: HTTPConfiguration()), pacer: Pacer(),
            now: { Instant(seconds: 1_672_329_600) }, patience: .zero, seed: 1, report: { _ in })
        let account = SyncAccount(
            id: "a", platform: Douyin(),
            access: { () throws(SyncError) in
                AccountAccess(
                    shopID: "1", baseURL: "http://127.0.0.1:9", appKey: "k", appSecret: "s",
                    accessToken: "t")
            }, since: Instant(seconds: 1_672_000_000).day, requestsPerSecond: nil)
        let sync = AccountSync<FetchedPage>(
            account, span: .new, environment: environment, readTo: { _ in throw Unreadable() },
            prepare: { $0 }, commit: { _ in })
        await #expect(throws: Unreadable()) { try await sync.run() }
    }
}
