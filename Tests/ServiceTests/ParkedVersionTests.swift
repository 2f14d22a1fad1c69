import Attribution
import Domain
import Foundation
import Store
import Testing

@testable import Service

@Suite("An older sound record does not take a newer one that could not be read off the list")
struct ParkedVersionTests {
    @Test("an API says two, then three, which nobody can read, and a replica two again")
    func replica() async throws {
        let at = Instant(seconds: 1_667_400_000)
        let later = Instant(seconds: 1_667_900_000)
        let two = EditedDescription.record(number: 0, at, paid: 1_000, back: 0)
        var three = EditedDescription.record(number: 0, later, paid: 900, back: 0)
        three.json = three.json.replacing("\"paid\":900", with: "\"paid\":\"-\"")
        let shop = try DescribedShop([[two], []])
        let yaml = EditedDescription().yaml
        shop.now = Instant(seconds: 1_667_600_000)
        try await shop.sync(yaml)
        shop.now = Instant(seconds: 1_668_000_000)
        shop.records[0] = [three]
        try await shop.sync(yaml)
        shop.records[0] = [two]
        try await shop.sync(yaml, as: "y")
        #expect(try await shop.store.held().map(\.kind) == [.parked])
        shop.records[0] = [EditedDescription.record(number: 0, later, paid: 900, back: 0)]
        try await shop.sync(yaml, as: "v")
        #expect(try await shop.store.held().isEmpty)
    }

    @Test("the newer export has a row that nobody can read, the older one a sound row of the same line")
    func files() async throws {
        let folder = try TemporaryFolder()
        let store = try OrderStore(path: folder.path + "/daihuo.sqlite")
        let stage = ImportStage(
            Pipeline(
                store: store, roster: Roster(parties: [], identities: []),
                now: { Instant(seconds: 1_669_000_000) }))
        func land(_ status: String, finished: String) async throws {
            let path = folder.path + "/orders.csv"
            try Data(Self.export(status, finished).utf8).write(to: URL(fileURLWithPath: path))
            _ = try await stage.run(
                ImportStage.Input(
                    path: path, account: "a", platform: "douyin", shopID: "9001", format: "douyin-orders")
            ) { _ in }
        }
        try await land("新状态", finished: "2022-11-09 09:00:00")
        try await land("待发货", finished: "")
        #expect(try await store.held().map(\.kind) == [.parked])
        try await land("已完成", finished: "2022-11-09 09:00:00")
        #expect(try await store.held().isEmpty)
    }

    private static func export(_ status: String, _ finished: String) -> String {
        """
        主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商品单价,订单应付金额,运费,支付优惠,订单提交时间,支付完成时间,订单完成时间,订单状态,订单类型,达人ID
        7013000000000000010,7013000000000000010,示例红薯 5斤装,5斤装,1,35001,50.00,50.00,0.00,0.00,2022-11-02 20:00:00,\
        2022-11-02 20:00:00,\(finished),\(status),普通订单,700000000001

        """
    }
}
