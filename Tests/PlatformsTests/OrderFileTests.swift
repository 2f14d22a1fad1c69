import Domain
import Foundation
import Platforms
import Tabular
import Testing

@Suite struct OrderFileTests {
    private static let platforms = Set(PlatformList.orderFiles.flatMap(\.platforms)).sorted()
    static let files = platforms.flatMap { Fixture.all($0, in: "files", ending: "csv") }
    static let pairs = platforms.flatMap { Fixture.all($0, in: "pairs", ending: "csv") }

    @Test("A file is recognised by its header and maps to its golden text", arguments: files)
    func mapsToGoldenText(_ fixture: Fixture) throws {
        let text = try OrderFileText.items(of: fixture).map { item in
            switch item {
            case .records(let records):
                records.order.map { GoldenText.of($0) } ?? records.refunds.map { GoldenText.of($0) }.joined()
            case .parked(let record):
                GoldenText.of(record)
                    .replacing(fixture.url.deletingLastPathComponent().path + "/", with: "")
            }
        }
        try fixture.expect(text.joined(), named: "\(fixture.name).txt")
    }

    @Test("No receiver, phone or street of a file survives", arguments: files)
    func dropsPersonalData(_ fixture: Fixture) throws {
        let personal = try Fixture(platform: fixture.platform, path: "personal.txt").lines()
        let read = String(decoding: try fixture.bytes(), as: UTF8.self)
        let kept = "\(try OrderFileText.items(of: fixture))"
        let isRead = personal.contains { read.contains($0) }
        let surviving = personal.filter { kept.contains($0) }
        #expect(isRead)
        #expect(surviving.isEmpty)
    }

    @Test("The same orders by API and by file have the same lines and money", arguments: pairs)
    func agreesWithAPI(_ fixture: Fixture) throws {
        let path = "pages/orders/\(fixture.name).json"
        let json = Fixture(platform: fixture.platform, path: "pairs/\(fixture.name).json")
        let page = try Fixture(platform: fixture.platform, path: path).page(json.bytes())
        let items = try OrderFileText.items(of: fixture)
        let orders = OrderFileText.orders(items)
        #expect(page.parked.isEmpty && orders.count == items.count)
        #expect(Self.facts(orders) == Self.facts(page.orders))
        #expect(Self.freightFen(orders) == Self.freightFen(page.orders))
        #expect(orders.allSatisfy { $0.headerPaidFen == nil })
    }

    @Test("Columns are found by name, in whatever order they stand")
    func doesNotGuess() {
        let columns = ["子订单编号", "订单应付金额", "别的", "主订单编号", "商品数量"]
        #expect(PlatformList.orderFiles.filter { $0.matches(columns) }.map(\.name) == ["douyin-orders"])
        #expect(!PlatformList.orderFiles.contains { $0.matches(["订单号", "金额"]) })
    }

    /// What API and file must agree on, line by line; freight is the order's at the one and the line's at the other.
    private static func facts(_ orders: [Order]) -> [String] {
        orders.flatMap { order in
            order.lines.map { line in
                "\(order.channel) \(order.shopID) \(order.orderID) \(line.lineID) \(line.productID) \(line.title)"
                    + " \(line.quantity) \(line.grossFen) \(line.paidFen) \(line.subsidies) \(line.sale)"
                    + " \(line.closedAt != nil) \(line.hostID)"
            }
        }
    }

    private static func freightFen(_ orders: [Order]) -> [String: Int64] {
        orders.reduce(into: [:]) { sums, order in
            let lines = order.lines.reduce(0) { $0 + $1.freightFen.amount }
            sums[order.orderID, default: 0] += order.freightFen.amount + lines
        }
    }
}
