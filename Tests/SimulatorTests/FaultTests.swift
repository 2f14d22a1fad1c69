import Domain
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Simulator

@Suite("Faults")
struct FaultTests {
    private static let scenario = Scenario(seed: 7, scale: 0.001)
    private static let body =
        #"{"order_asc":true,"order_by":"update_time","page":0,"size":50,"update_time_start":1667232000}"#

    private func pages(_ plan: FaultPlan, count: Int) async throws -> [Result<[UInt8], any Error>] {
        let simulator = Simulator(scenario: Self.scenario, faults: plan)
        return try await simulator.application.test(.live) { client in
            let shop = DouyinClient(client: client, account: Self.scenario.accounts[0])
            var pages: [Result<[UInt8], any Error>] = []
            for _ in 0..<count {
                do {
                    pages.append(.success(try await shop.send("/order/searchList", Self.body)))
                } catch {
                    pages.append(.failure(error))
                }
            }
            return pages
        }
    }

    @Test(
        "a scripted fault strikes at its request, and the next answer is right",
        arguments: FaultPlan.Kind.allCases.filter { $0 != .droppedConnection && $0 != .slow })
    func scripted(kind: FaultPlan.Kind) async throws {
        let plan = FaultPlan.script([.init(path: "/order/searchList", ordinal: 1, kind: kind)])
        let pages = try await pages(plan, count: 3).map { try $0.get() }

        #expect(pages[0] == pages[2])
        #expect(pages[1] != pages[0])
        #expect(pages[1].count < pages[0].count)
    }

    @Test("a dropped connection gives no whole answer, a slow one the right one")
    func dropped() async throws {
        let plan = FaultPlan(
            seed: 0, perMille: [:],
            scripted: [
                .init(path: "/order/searchList", ordinal: 1, kind: .slow),
                .init(path: "/order/searchList", ordinal: 2, kind: .droppedConnection),
            ], slowMilliseconds: 5)
        let pages = try await pages(plan, count: 3)
        let right = try pages[0].get()

        #expect(try pages[1].get() == right)
        #expect((try? pages[2].get()) != right)
    }

    @Test("drawn faults strike each request at most once, the same ones for the same seed")
    func drawn() async throws {
        let plan = FaultPlan(seed: 5, perMille: [.busy: 400, .rateLimited: 300])
        var (first, second) = (FaultDesk(plan: plan), FaultDesk(plan: plan))
        let asks = (0..<200).map { page in
            Ask(
                method: "POST", path: "/order/searchList", rawQuery: "", query: ["timestamp": "\(page)"],
                headers: [:], body: Array("\(page)".utf8))
        }
        let faults = asks.map { first.fault(for: $0) }

        #expect((100...180).contains(faults.count { $0 != nil }))
        #expect(faults == asks.map { second.fault(for: $0) })
        #expect(asks.allSatisfy { first.fault(for: $0) == nil })
    }

    @Test("start gives the port that answers, stop frees it")
    func lifeCycle() async throws {
        let simulator = Simulator(scenario: Self.scenario, faults: .none)
        let port = try await simulator.start(port: 0)
        let again = Simulator(scenario: Self.scenario, faults: .none)

        #expect(port > 0)
        await #expect(throws: SimulatorError(port: port)) { try await again.start(port: port) }
        await simulator.stop()
        #expect(try await again.start(port: port) == port)
        await again.stop()
    }
}
