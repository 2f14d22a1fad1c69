import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Simulator

@Suite("Tokens of the simulated shop platform")
struct TokenTests {
    private static let scenario = Scenario(seed: 7, scale: 0.001)
    private static let account = scenario.accounts[0]

    private func call(_ path: String, _ body: String, _ client: any TestClientProtocol) async throws
        -> [String: Any]
    {
        var shop = DouyinClient(client: client, account: Self.account)
        shop.token = ""
        let answer = try await shop.send(path, body)
        return try JSONSerialization.jsonObject(with: Data(answer)) as? [String: Any] ?? [:]
    }

    private func refresh(_ token: String, _ client: any TestClientProtocol) async throws -> [String: Any] {
        let answer = try await call(
            "/token/refresh", #"{"grant_type":"refresh_token","refresh_token":"\#(token)"}"#, client)
        return answer["data"] as? [String: Any] ?? ["sub_code": answer["sub_code"] as? String ?? ""]
    }

    @Test(
        "before the last hour the same pair, within it a new one beside the old, after the end a new one alone"
    )
    func life() async throws {
        let simulator = Simulator(scenario: Self.scenario, faults: .none)
        let now = Self.scenario.finalNow
        await simulator.setNow(now)
        await simulator.endTokens(at: now.advanced(byMilliseconds: 3_601_000))
        try await simulator.application.test(.live) { client in
            let first = Self.account.refreshToken
            #expect(try await refresh(first, client)["refresh_token"] as? String == first)
            await simulator.setNow(now.advanced(byMilliseconds: 2_000))
            let second = try #require(try await refresh(first, client)["refresh_token"] as? String)
            #expect(second != first)
            // Lost or not: the old one still gives the pair that is in force.
            #expect(try await refresh(first, client)["refresh_token"] as? String == second)
            var shop = DouyinClient(client: client, account: Self.account)
            let body = #"{"order_by":"update_time","page":0,"size":1,"update_time_start":1671000000}"#
            #expect(try await shop.call("/order/searchList", body).code == 10_000)
            await simulator.setNow(now.advanced(byMilliseconds: 8 * 86_400_000))
            #expect(try await shop.call("/order/searchList", body).subCode == "isv.access-token-expired")
            #expect(try await refresh(first, client)["sub_code"] as? String == "isv.business-failed:31009")
            let third = try await refresh(second, client)
            #expect(try await refresh(second, client)["sub_code"] as? String == "isv.business-failed:31009")
            shop.token = third["access_token"] as? String
            #expect(try await shop.call("/order/searchList", body).code == 10_000)
        }
        #expect(await simulator.tokenCounts == TokenCounts(refreshed: 2, refused: 2, created: 0))
    }

    @Test(
        "a code works once, an app of the shop's own needs none, and a shop that withdrew gives nothing but for a code"
    )
    func created() async throws {
        let simulator = Simulator(scenario: Self.scenario, faults: .none)
        await simulator.setNow(Self.scenario.finalNow)
        try await simulator.application.test(.live) { client in
            let byCode = #"{"code":"\#(Self.account.code)","grant_type":"authorization_code"}"#
            let own = #"{"code":"","grant_type":"authorization_self","shop_id":\#(Self.account.shopID)}"#
            var codes = [try await call("/token/create", own, client)["code"] as? Int]
            await simulator.withdraw(shop: Self.account.shopID)
            for body in [own, byCode, byCode] {
                codes.append(try await call("/token/create", body, client)["code"] as? Int)
            }
            #expect(codes == [10_000, 50_001, 10_000, 50_001])
        }
        #expect(await simulator.tokenCounts == TokenCounts(refreshed: 0, refused: 2, created: 2))
    }

    @Test("a rehearsal sets the clock and loses an answer from outside, and is told what happened")
    func control() async throws {
        let simulator = Simulator(scenario: Self.scenario, faults: .none)
        try await simulator.application.test(.live) { client in
            let set =
                "/simulator?now=2022-12-30T08:00:00%2B08:00&tokens_end=2022-12-30T08:10:00%2B08:00&lose_tokens=1"
            let answer = try await client.execute(uri: set, method: .post)
            #expect(answer.status == .ok)
            let lost = try? await refresh(Self.account.refreshToken, client)
            #expect(lost?["access_token"] == nil)
        }
        // The connection of the lost answer is gone.
        try await simulator.application.test(.live) { client in
            let told = try await client.execute(uri: "/simulator", method: .get)
            let text = String(buffer: told.body)
            #expect(text == #"{"now":1672358400,"refreshed":1,"refused":0,"created":0}"#, "\(text)")
            #expect(try await client.execute(uri: "/simulator?clock=1", method: .post).status == .badRequest)
        }
    }
}
