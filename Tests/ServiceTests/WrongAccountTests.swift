import Attribution
import Domain
import Foundation
import Reports
import SeededRandomness
import Store
import Testing

@testable import Service

/// A file under another shop's account would be counted twice (case 13).
@Suite("Files under the wrong account")
struct WrongAccountTests {
    @Test(
        "a file lands if none of its orders is stored under another shop, and is refused with their number if any is"
    )
    func randomFiles() async throws {
        var random = SeededRandom()
        print("files under accounts: seed \(random.seed)")
        let folder = try TemporaryFolder()
        let store = try OrderStore(path: folder.path + "/daihuo.sqlite")
        let roster = Roster(
            parties: [], tenures: [], identities: [], campaigns: [], sessions: [], catalogue: [])
        let stage = ImportStage(
            Pipeline(store: store, roster: roster, now: { Instant(seconds: 1_669_000_000) }))
        var shops: [Int: String] = [:]
        var refusalCount = 0
        for round in 0..<60 {
            let shop = random.element(of: ["9001", "9002", "9003"])
            // Mostly orders that nobody else has, so that a single foreign one is met too.
            let fresh = (0..<random.next(in: 0...5)).map { 1_000 * round + 100 + $0 }
            let known = shops.keys.sorted().filter { _ in random.next(in: 0...19) == 0 }
            let numbers = (fresh + known).shuffled(using: &random)
            let path = folder.path + "/orders.csv"
            try Data(Self.export(numbers).utf8).write(to: URL(fileURLWithPath: path))
            let foreign = Dictionary(grouping: numbers.compactMap { shops[$0] }.filter { $0 != shop }) { $0 }
            let input = ImportStage.Input(
                path: path, account: "account-\(shop)", platform: "douyin", shopID: shop,
                format: "douyin-orders")
            do throws(ServiceError) {
                let report = try await stage.run(input) { _ in }
                #expect(foreign.isEmpty, "seed \(random.seed), round \(round)")
                #expect(report.newOrders == fresh.count, "seed \(random.seed), round \(round)")
                #expect(report.rows == numbers.count, "seed \(random.seed), round \(round)")
                for number in fresh { shops[number] = shop }
            } catch {
                refusalCount += 1
                let most = foreign.values.map(\.count).max() ?? 0
                #expect(error.exitCode == .usage && most > 0, "seed \(random.seed), round \(round): \(error)")
                #expect(
                    error.sentences.contains("\(numbers.count) 个订单号中有 \(most) 个"),
                    "seed \(random.seed), round \(round): \(error)")
                #expect(
                    error.notices.first?.text(in: .english).contains(
                        "of \(numbers.count) order numbers \(most) are already stored under shop") == true,
                    "seed \(random.seed), round \(round): \(error)")
            }
        }
        #expect(refusalCount > 5 && shops.count > 20, "seed \(random.seed)")
        let scope = ReportScope(
            from: BusinessDay(number: 0), to: BusinessDay(number: 30_000), leg: .any, by: .shop)
        let report = try await Pipeline(
            store: store, roster: roster, now: { Instant(seconds: 1_670_000_000) }
        )
        .attributionReport(scope)
        #expect(report.unassigned.orders == shops.count, "seed \(random.seed)")
    }

    private static func export(_ numbers: [Int]) -> String {
        let rows = numbers.map { number in
            let id = String(7_013_000_000_000_000_000 + number * 10)
            return "\(id),\(id),示例红薯 5斤装,5斤装,1,35001,50.00,50.00,0.00,0.00,2022-11-02 20:00:00,"
                + "2022-11-02 20:00:00,已完成,普通订单,700000000001"
        }
        return """
            主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商品单价,订单应付金额,运费,支付优惠,订单提交时间,支付完成时间,订单状态,订单类型,达人ID
            \(rows.joined(separator: "\n"))

            """
    }
}
