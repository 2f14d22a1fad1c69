import Domain
import Platforms
import Testing

@testable import Sync

@Suite("Reading an account")
struct AccountSyncTests {
    private struct Unreadable: Error, Equatable {}

    @Test(
        "what was read so far cannot be told: that ends the account with that error", .timeLimit(.minutes(20))
    )
    func unreadableStore() async throws {
        let now = Instant(seconds: 1_672_329_600)
        let sync = AccountSync<FetchedPage>(
            .onLoopback(port: 9, since: now.day), span: .new, environment: try .at(now, patience: .zero),
            known: { _ in throw Unreadable() }, prepare: { $0 }, commit: { _ in })
        await #expect(throws: Unreadable()) { try await sync.run() }
    }
}
