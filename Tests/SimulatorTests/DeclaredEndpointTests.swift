import Digest
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Simulator

@Suite("Declared endpoints")
struct DeclaredEndpointTests {
    private static let scenario = Scenario(seed: 7, scale: 0.02)

    /// One request of an endpoint, right but for what `access` says.
    private struct Inquiry {
        let endpoint: Endpoint
        let isRefunds: Bool
        let day: Int
        let page: Int
        let cursor: String
        var isAllowed = true
    }

    private static func send(_ inquiry: Inquiry, to client: any TestClientProtocol) async throws -> [String:
        Any]
    {
        guard let account = scenario.accounts.first(where: { $0.endpoint == inquiry.endpoint }) else {
            return [:]
        }
        let from = Season.opens + Int64(inquiry.day) * 86_400 * 20
        let to = from + 86_400 * 20 - 1
        let texts = [from, to].map {
            Instant(seconds: $0).description.replacingOccurrences(of: " ", with: "%20")
        }
        var headers: HTTPFields = [:]
        let secret = inquiry.isAllowed ? account.appSecret : "wrong"
        var (uri, body) = ("", "")
        switch inquiry.endpoint {
        case .events:
            uri = "/zz/api/deals?from=\(texts[0])&to=\(texts[1])&page=\(inquiry.page)&size=50"
            headers[try #require(HTTPField.Name("X-Api-Key"))] = secret
        case .media:
            uri = "/media-help/records?from=\(texts[0])&to=\(texts[1])&page=\(inquiry.page)&size=50"
            headers[.authorization] = "Bearer \(inquiry.isAllowed ? account.accessToken : "wrong")"
        case .counters, .douyin:
            uri = "/cashier/v2/tickets?since=\(from)&until=\(to)&limit=50"
            if !inquiry.cursor.isEmpty { uri += "&cursor=\(inquiry.cursor)" }
            headers[.authorization] = "Bearer \(inquiry.isAllowed ? account.accessToken : "wrong")"
        case .p832, .canteen:
            let isPlatform = inquiry.endpoint == .p832
            uri =
                isPlatform
                ? "/openapi/v1/\(inquiry.isRefunds ? "refunds" : "orders")/list"
                : "/joint/\(inquiry.isRefunds ? "returns" : "orders")/query"
            body =
                isPlatform
                ? #"{"account":"henan","update_from":"\#(Instant(seconds: from))","update_to":"\#(Instant(seconds: to))","page_no":\#(inquiry.page),"page_size":50}"#
                : #"{"fromMs":\#(from * 1000),"toMs":\#(to * 1000),"pageNo":\#(inquiry.page),"pageSize":50}"#
            let plain = "POST\n\(uri)\n\n\(body)\n1671494400"
            headers[try #require(HTTPField.Name("X-App-Key"))] = account.appKey
            headers[try #require(HTTPField.Name("X-Timestamp"))] = "1671494400"
            headers[try #require(HTTPField.Name("X-Sign"))] =
                HMACSHA256.code(
                    of: Array(plain.utf8), key: Array(secret.utf8)
                ).hexadecimal
        }
        let response = try await client.execute(
            uri: uri, method: body.isEmpty ? .get : .post, headers: headers, body: ByteBuffer(string: body))
        let bytes = Data(response.body.readableBytesView)
        return try JSONSerialization.jsonObject(with: bytes) as? [String: Any] ?? [:]
    }

    private static let idKeys: [Endpoint: String] = [
        .p832: "order_no", .events: "deal_no", .counters: "ticket", .canteen: "orderNo", .media: "id",
    ]

    @Test(
        "every order of an endpoint is given exactly once",
        arguments: [Endpoint.p832, .events, .counters, .canteen, .media])
    func completeness(endpoint: Endpoint) async throws {
        let simulator = Simulator(scenario: Self.scenario, faults: .none)
        await simulator.setNow(Self.scenario.finalNow)
        let ids = try await simulator.application.test(.router) { client in
            var ids: [String] = []
            for window in 0..<4 {
                var (page, cursor) = (1, "")
                while true {
                    let answer = try await Self.send(
                        Inquiry(
                            endpoint: endpoint, isRefunds: false, day: window, page: page, cursor: cursor),
                        to: client)
                    let data = answer["data"] as? [String: Any]
                    let rows = (answer["tickets"] ?? data?["list"]) as? [[String: Any]] ?? []
                    ids += rows.compactMap { row in Self.idKeys[endpoint].flatMap { row[$0] as? String } }
                    if endpoint == .counters {
                        cursor = answer["next_cursor"] as? String ?? ""
                        if cursor.isEmpty { break }
                    } else {
                        let total = try #require(data?["total"] as? Int)
                        if page * 50 >= total { break }
                        page += 1
                    }
                }
            }
            return ids
        }
        let own = Self.scenario.orders.filter { Self.scenario.accounts[$0.account].endpoint == endpoint }

        #expect(!own.isEmpty)
        #expect(ids.count == own.count)
        #expect(Set(ids).count == own.count)
    }

    @Test(
        "a wrong key, token or signature is refused",
        arguments: [Endpoint.p832, .events, .counters, .canteen, .media])
    func refusals(endpoint: Endpoint) async throws {
        let simulator = Simulator(scenario: Self.scenario, faults: .none)
        let code = try await simulator.application.test(.router) { client in
            try await Self.send(
                Inquiry(
                    endpoint: endpoint, isRefunds: false, day: 0, page: 1, cursor: "", isAllowed: false),
                to: client
            )["code"] as? Int
        }

        #expect(code == 401)
    }

    @Test("refund lists hold the refunds of their orders", arguments: [Endpoint.p832, .canteen])
    func refunds(endpoint: Endpoint) async throws {
        let simulator = Simulator(scenario: Self.scenario, faults: .none)
        await simulator.setNow(Self.scenario.finalNow)
        let total = try await simulator.application.test(.router) { client in
            var total = 0
            for window in 0..<4 {
                let answer = try await Self.send(
                    Inquiry(endpoint: endpoint, isRefunds: true, day: window, page: 1, cursor: ""), to: client
                )
                total += (answer["data"] as? [String: Any])?["total"] as? Int ?? 0
            }
            return total
        }
        let own = Self.scenario.orders.filter { Self.scenario.accounts[$0.account].endpoint == endpoint }

        #expect(total == own.reduce(0) { $0 + $1.refunds.count })
        #expect(total > 0)
    }
}
