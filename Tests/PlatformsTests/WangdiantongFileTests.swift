import Domain
import Foundation
import Platforms
import Tabular
import Testing

@Suite("旺店通 export")
struct WangdiantongFileTests {
    @Test("merged and split parcels count once: the rows are lines of the platform's orders")
    func parcels() throws {
        let path = Fixture.root.appendingPathComponent("cases/31-erp-merged-and-split-parcels/wdt-trades.csv")
            .path
        let file = try TableFile(path: path)
        let formats = PlatformList.orderFiles.filter { $0.matches(file.columns) }
        #expect(formats.map(\.name) == ["wangdiantong-orders"])
        var reader = try OrderFileReader(
            file, as: #require(formats.first), shopID: "erp", shops: OrderFileText.shops)
        var items: [OrderFileItem] = []
        while let item = try reader.next() { items.append(item) }
        let figures = FileFigures(items)

        #expect(figures.parked.isEmpty)
        #expect(figures.orderIDs == ["7031000000000010011", "7031000000000020011", "7031000000000030011"])
        #expect(figures.lineIDs.count == 5)
        #expect(figures.paidFenByDay == ["2022-11-01": 9000, "2022-11-02": 10_000])
        let shops = Set(OrderFileText.orders(items).map { "\($0.channel.key) \($0.shopID)" })
        #expect(shops == ["douyin \(Fixture.access.shopID)"])
    }

    @Test("the platform's numbers are the row's own; gifts and parcels that were given up are passed over")
    func figures() throws {
        let figures = try FileFigures("details.csv", of: "wangdiantong")

        #expect(figures.paidFenByDay == ["2022-11-01": 3000 + 2500 + 3500, "2022-11-02": 4000 + 1800])
        #expect(figures.closedFen == 1800)
        #expect(figures.orderIDs.count == 5)
        #expect(figures.lineIDs.contains("6930162745580000011/6930162745580000013"))
    }

    @Test("the second part of a set and a shop that no account has are parked")
    func parked() throws {
        #expect(try FileFigures("details.csv", of: "wangdiantong").parked == ["line 7", "line 11"])
    }

    @Test("a column that no line can do without is named", arguments: ["分摊后总价", "店铺", "付款时间"])
    func missing(column: String) throws {
        let refusal = try FileFigures.refusal(of: "details.csv", of: "wangdiantong", without: column)
        #expect(refusal?.contains(column) == true)
    }
}
