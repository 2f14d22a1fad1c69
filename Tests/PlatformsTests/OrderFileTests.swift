import Domain
import Foundation
import Platforms
import Tabular
import Testing

@Suite struct OrderFileTests {
    static let files = PlatformList.orderFiles.flatMap {
        Fixture.all($0.platform, in: "files", ending: "csv")
    }
    static let pairs = PlatformList.orderFiles.flatMap {
        Fixture.all($0.platform, in: "pairs", ending: "csv")
    }

    @Test("A file is recognised by its header and maps to its golden text", arguments: files)
    func mapsToGoldenText(_ fixture: Fixture) throws {
        let text = try Self.items(of: fixture).map { item in
            switch item {
            case .order(let order): GoldenText.of(order)
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
        let kept = "\(try Self.items(of: fixture))"
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
        let orders = try Self.items(of: fixture).map { item in
            guard case .order(let order) = item else { throw Unmapped() }
            return order
        }
        #expect(page.parked.isEmpty)
        #expect(orders.map(Self.facts) == page.orders.map(Self.facts))
        #expect(orders.allSatisfy { $0.headerPaidFen == nil })
    }

    @Test("Columns are found by name, in whatever order they stand")
    func doesNotGuess() {
        let columns = ["子订单编号", "订单应付金额", "别的", "主订单编号", "商品数量"]
        #expect(PlatformList.orderFiles.filter { $0.matches(columns) }.map(\.name) == ["douyin-orders"])
        #expect(!PlatformList.orderFiles.contains { $0.matches(["订单号", "金额"]) })
    }

    private struct Unmapped: Error {}

    private static func items(of fixture: Fixture) throws -> [OrderFileItem] {
        let file = try TableFile(path: fixture.url.path)
        let format = try #require(PlatformList.orderFiles.first { $0.matches(file.columns) })
        #expect(format.platform == fixture.platform)
        var reader = try OrderFileReader(file, as: format, shopID: Fixture.access.shopID)
        var items: [OrderFileItem] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    /// What API and file must agree on.
    private static func facts(_ order: Order) -> [String] {
        ["\(order.channel) \(order.shopID) \(order.orderID) \(order.freightFen)"]
            + order.lines.map { line in
                "\(line.lineID) \(line.productID) \(line.title) \(line.quantity) \(line.grossFen)"
                    + " \(line.paidFen) \(line.subsidies) \(line.sale) \(line.closedAt != nil) \(line.hostID)"
            }
    }
}
