import Domain
import HummingbirdTesting
import Testing

@testable import Simulator

@Suite("Douyin endpoint")
struct DouyinEndpointTests {
    private let scenario = Scenario(seed: 7, scale: 0.01)
    private static let all: (Int64, Int64) = (1_667_232_000, 1_672_500_000)

    private func with<Value>(
        shop: Int = 0, now: Instant? = nil, _ body: @escaping @Sendable (DouyinClient) async throws -> Value
    ) async throws -> Value {
        let simulator = Simulator(scenario: scenario, faults: .none)
        await simulator.setNow(now ?? scenario.finalNow)
        let account = scenario.accounts[shop]
        return try await simulator.application.test(.router) { client in
            try await body(DouyinClient(client: client, account: account))
        }
    }

    @Test("the signature is the published one")
    func signatureVector() {
        let signed = DouyinSignature.Signed(
            appKey: "appkey123", method: "order.searchList", body: Array(#"{"page":0,"size":100}"#.utf8),
            timestamp: "1800000000", version: "2")

        #expect(
            DouyinSignature.isRight(
                "8a5350b8fdacaa753c0885ab9859d382a31de4add09c6943c1d34298bd2165f1", for: signed,
                secret: "secret123",
                signMethod: "hmac-sha256"))
        #expect(
            !DouyinSignature.isRight(
                "8a5350b8fdacaa753c0885ab9859d382a31de4add09c6943c1d34298bd2165f1", for: signed,
                secret: "secret12",
                signMethod: "hmac-sha256"))
    }

    @Test("a wrong signature, token or sign method is refused with the platform's codes")
    func refusals() async throws {
        let body = #"{"update_time_start":1671000000}"#
        let codes = try await with { client in
            var codes: [String] = []
            var wrong = client
            wrong.tamper = "0"
            codes.append(try await wrong.call("/order/searchList", body).subCode)
            wrong = client
            wrong.token = "other"
            codes.append(try await wrong.call("/order/searchList", body).subCode)
            wrong = client
            wrong.signMethod = "md5"
            codes.append(try await wrong.call("/afterSale/List", body).subCode)
            wrong = DouyinClient(client: client.client, account: Scenario(seed: 8, scale: 0.001).accounts[0])
            codes.append(try await wrong.call("/order/searchList", body).subCode)
            return codes
        }

        #expect(
            codes == [
                "isv.signature-invalid", "isv.access-token-no-existed", "isv.signature-invalid",
                "isv.signature-invalid",
            ])
    }

    @Test("windows: a start is required, 90 days are the reach, 100 the page, 50,000 rows the end")
    func limits() async throws {
        let bodies = [
            (#"{"page":0,"size":100}"#, "isv.parameter-invalid:20011"),
            (#"{"page":0,"size":100,"update_time_start":1600000000}"#, "isv.parameter-invalid:20022"),
            (#"{"page":0,"size":101,"update_time_start":1671000000}"#, "isv.parameter-invalid:20012"),
            (#"{"page":500,"size":100,"update_time_start":1671000000}"#, "isv.parameter-invalid:20013"),
            (#"{"page":499,"size":100,"update_time_start":1671000000}"#, ""),
        ]
        let codes = try await with { client in
            var codes: [String] = []
            for (body, _) in bodies {
                codes.append(try await client.call("/order/searchList", body).subCode)
            }
            return codes
        }

        #expect(codes == bodies.map(\.1))
    }

    @Test(
        "paging gives every visible order once, and an echoed one a second time in its oldest version",
        arguments: [7, 100])
    func completeness(size: Int) async throws {
        let shop = try #require(scenario.orders.first { $0.echoedAt > 0 }).account
        let rows = try await with(shop: shop) { client in
            let rows = try await client.all("/order/searchList", from: Self.all.0, to: Self.all.1, size: size)
            return rows.map { ($0["order_id"] as? String ?? "", $0["update_time"] as? Int64 ?? 0) }
        }
        let own = scenario.orders.filter { $0.account == shop }
        let echoed = own.filter { $0.echoedAt > 0 }

        #expect(Set(rows.map(\.0)) == Set(own.map { String($0.number) }))
        #expect(rows.count == own.count + echoed.count)
        for order in echoed {
            let times = rows.filter { $0.0 == String(order.number) }.map(\.1)
            #expect(times.count == 2)
            #expect(times.last == order.versions.first?.updatedAt)
        }
    }

    @Test("windows hold both their ends, and neighbours lose nothing")
    func windows() async throws {
        let middle =
            scenario.orders.first { $0.account == 0 && $0.echoedAt == 0 }?.versions.last?.updatedAt ?? 0
        let (ids, all) = try await with { client in
            let before = try await client.all("/order/searchList", from: Self.all.0, to: middle)
            let after = try await client.all("/order/searchList", from: middle + 1, to: Self.all.1)
            let edge = try await client.all("/order/searchList", from: middle, to: middle)
            let all = try await client.all("/order/searchList", from: Self.all.0, to: Self.all.1)
            let times = (before + after).map { $0["update_time"] as? Int64 ?? 0 }
            #expect(!edge.isEmpty)
            return (times.count, all.count)
        }

        #expect(ids == all)
    }

    @Test("refunds add up to the truth of the shop's orders")
    func afterSales() async throws {
        let paid = try await with { client in
            try await client.all("/afterSale/List", from: Self.all.0, to: Self.all.1).reduce(Int64(0)) {
                sum, row in
                let head = row["aftersale_info"] as? [String: Any] ?? [:]
                let order = row["order_info"] as? [String: Any] ?? [:]
                let line = (order["related_order_info"] as? [[String: Any]])?.first ?? [:]
                return sum
                    + (head["refund_status"] as? Int64 == 3 ? line["aftersale_pay_amount"] as? Int64 ?? 0 : 0)
            }
        }
        let truth = scenario.orders.filter { $0.account == 0 }.flatMap(\.refunds).filter(\.paysBack)
            .reduce(Int64(0)) { $0 + $1.amountFen }

        #expect(paid == truth)
    }

    @Test("the first round sees no record newer than its clock, and older versions of what changes later")
    func visibility() async throws {
        let first = scenario.firstNow
        let (early, late) = (
            try await with(now: first) { client in
                try await client.all("/order/searchList", from: Self.all.0, to: Self.all.1)
                    .map { $0["update_time"] as? Int64 ?? 0 }
            },
            try await with { client in
                try await client.all("/order/searchList", from: first.seconds + 1, to: Self.all.1).count
            }
        )
        let visible = scenario.orders.filter { $0.account == 0 && $0.version(at: first.seconds) != nil }

        #expect(early.count == visible.count)
        #expect(early.allSatisfy { $0 <= first.seconds })
        #expect(late > 0)
    }

    @Test("headers are the sums of their lines, numbers and texts as the platform mixes them")
    func sums() async throws {
        try await with { client in
            for row in try await client.all("/order/searchList", from: Self.all.0, to: Self.all.1) {
                let lines = row["sku_order_list"] as? [[String: Any]] ?? []
                for key in ["pay_amount", "post_amount", "order_amount", "promotion_amount"] {
                    let sum = lines.reduce(Int64(0)) { $0 + ($1[key] as? Int64 ?? 0) }
                    #expect(row[key] as? Int64 == sum)
                }
                let first = lines.first ?? [:]
                #expect(first["order_id"] as? String == row["order_id"] as? String)
                #expect(first["author_id"] is Int64)
                #expect(first["room_id_str"] is String)
                #expect(first["theme_type"] is String)
            }
        }
    }
}
