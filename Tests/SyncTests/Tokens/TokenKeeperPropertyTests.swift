import Domain
import Platforms
import SeededRandomness
import Synchronization
import Testing

@testable import Sync

@Suite("Tokens that keep themselves alive", .timeLimit(.minutes(20)))
struct TokenKeeperPropertyTests {
    private static let rounds = 40
    private static let processes = 4

    @Test(
        "whoever refreshes when, and whatever is lost: no token is used that is not on disk, and none is sent in a loop"
    )
    func interleavings() async throws {
        var random = SeededRandom()
        print("tokens seed \(random.seed)")
        var ended = 0
        for _ in 0..<Self.rounds {
            let fates = (0..<random.next(in: 0...6)).map { _ in random.element(of: TokenWorld.Fate.allCases) }
            let deaths = (0..<Self.processes).map { _ in
                random.next(in: 0...5) == 0 ? random.next(in: 1...2) : Int.max
            }
            let pauses = (0..<Self.processes).map { _ in random.next(in: 0...4) }
            if try await Self.play(fates, deaths: deaths, pauses: pauses) { ended += 1 }
        }
        // Else the test would hold nothing of what is lost.
        #expect(ended > 0 && ended < Self.rounds)
    }

    /// Four processes find their token expired at once, three times; whether it ended in "authorise again".
    private static func play(
        _ fates: [TokenWorld.Fate], deaths: [Int], pauses: [Int]
    ) async throws -> Bool {
        let (world, disk) = (TokenWorld(fates), SharedDisk())
        return try await LoopbackServer.answer(with: { try world.respond($0) }) { port in
            let environment = try SyncEnvironment.at(Instant(seconds: 1_672_329_600), patience: .zero)
            let access = AccountAccess(
                shopID: "1", baseURL: "http://localhost:\(port)", appKey: "k", appSecret: "s", accessToken: ""
            )
            for round in 0..<3 {
                world.expire()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for process in 0..<processes {
                        let file = DiskFile(disk, writesLeft: round == 0 ? deaths[process] : .max)
                        let keeper = TokenKeeper(account: "a", issuer: WorldTokens(), file: file)
                        group.addTask {
                            try await Task.sleep(for: .milliseconds(pauses[process]))
                            // As a page is tried until the patience ends.
                            for _ in 0..<4 where !file.isGone {
                                if await use(keeper, access, environment, world, disk) { return }
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            let state = world.state.withLock { $0 }
            #expect(
                state.arrivals.values.allSatisfy { $0 <= 2 }, "a refresh token in a loop: \(state.arrivals)")
            let kept = disk.kept
            if kept.isRefused || kept.asks > 1 { return true }
            // Nothing was lost for good: the pair on disk is the one in force, and each expiry took one refresh.
            #expect(kept.accessToken == state.access && kept.refreshToken == state.refresh)
            #expect(state.discarded == 0 && state.refreshes == 3, "\(state)")
            return false
        }
    }

    /// One request with a token, and once more with another where it is not taken; whether it was taken.
    private static func use(
        _ keeper: TokenKeeper, _ access: AccountAccess, _ environment: SyncEnvironment, _ world: TokenWorld,
        _ disk: SharedDisk
    ) async -> Bool {
        var rejected: String?
        for _ in 0..<2 {
            guard let given = try? await keeper.access(access, insteadOf: rejected, environment) else {
                return false
            }
            #expect(disk.state.withLock { $0.seen.contains(given.accessToken) }, "used before it was on disk")
            let isTaken = world.state.withLock { $0.access == given.accessToken && !$0.isExpired }
            if isTaken { return true }
            rejected = given.accessToken
        }
        return false
    }
}
