import Digest
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Simulator

/// One order, asked for by its number.
@Suite("Orders by their numbers")
struct OrderLookupTests {
    private static let scenario = Scenario(seed: 7, scale: 0.02)

    @Test("抖店 gives the newest version as it stands in the list, of the shop's own orders alone")
    func douyin() async throws {
        let simulator = Simulator(scenario: Self.scenario, faults: .none)
        await simulator.setNow(Self.scenario.finalNow)
        let numbers = [0, 1].compactMap { shop in Self.scenario.orders.last { $0.account == shop }?.number }
        try #require(numbers.count == 2)
        try await simulator.application.test(.router) { client in
            let shop = DouyinClient(client: client, account: Self.scenario.accounts[0])
            let listed = try await shop.all("/order/searchList", from: 1_667_232_000, to: 1_672_500_000)
                .last { $0["order_id"] as? String == String(numbers[0]) }
            let given = try await Self.detail(shop, String(numbers[0])) as? [String: Any]
            #expect(given.map { NSDictionary(dictionary: $0) } == listed.map { NSDictionary(dictionary: $0) })
            #expect(given != nil)
            for number in [String(numbers[1]), "1"] {
                let none = try await Self.detail(shop, number)
                #expect(none is NSNull, "\(number)")
            }
        }
    }

    @Test("an order that is not to be seen yet is not given")
    func notYet() async throws {
        let simulator = Simulator(scenario: Self.scenario, faults: .none)
        await simulator.setNow(Instant(seconds: Season.opens))
        let last = try #require(
            Self.scenario.orders.filter { $0.account == 0 }.max { $0.createdAt < $1.createdAt })
        try await simulator.application.test(.router) { client in
            let shop = DouyinClient(client: client, account: Self.scenario.accounts[0])
            let none = try await Self.detail(shop, String(last.number))
            #expect(none is NSNull)
        }
    }

    @Test("joint purchasing gives its orders, and says of others that there is none")
    func canteen() async throws {
        let simulator = Simulator(scenario: Self.scenario, faults: .none)
        await simulator.setNow(Self.scenario.finalNow)
        let account = try #require(Self.scenario.accounts.firstIndex { $0.endpoint == .canteen })
        let order = try #require(Self.scenario.orders.first { $0.account == account })
        let other = try #require(Self.scenario.orders.first { $0.account != account })
        try await simulator.application.test(.router) { client in
            let given = try await Self.canteenOrder("CY\(order.number)", client)
            #expect(given.status == 200)
            #expect((given.body["data"] as? [String: Any])?["orderNo"] as? String == "CY\(order.number)")
            let none = try await Self.canteenOrder("CY\(other.number)", client)
            #expect(none.status == 404 && none.body["code"] as? Int == 404)
            let refused = try await Self.canteenOrder("CY\(order.number)", client, secret: "wrong")
            #expect(refused.status == 401)
        }
    }

    private static func detail(_ client: DouyinClient, _ number: String) async throws -> Any? {
        let bytes = try await client.send("/order/orderDetail", #"{"shop_order_id":"\#(number)"}"#)
        let answer = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        #expect(answer?["code"] as? Int == 10_000)
        return (answer?["data"] as? [String: Any])?["shop_order_detail"]
    }

    private static func canteenOrder(
        _ number: String, _ client: any TestClientProtocol, secret: String? = nil
    ) async throws -> (status: Int, body: [String: Any]) {
        let account = try #require(scenario.accounts.first { $0.endpoint == .canteen })
        let (uri, body) = ("/joint/orders/get", #"{"orderNo":"\#(number)"}"#)
        let plain = Array("POST\n\(uri)\n\n\(body)\n1671494400".utf8)
        let code = HMACSHA256.code(of: plain, key: Array((secret ?? account.appSecret).utf8))
        let response = try await client.execute(
            uri: uri, method: .post,
            headers: [
                try #require(HTTPField.Name("X-App-Key")): account.appKey,
                try #require(HTTPField.Name("X-Timestamp")): "1671494400",
                try #require(HTTPField.Name("X-Sign")): code.hexadecimal,
            ], body: ByteBuffer(string: body))
        let object = try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView))
        return (response.status.code, object as? [String: Any] ?? [:])
    }
}
