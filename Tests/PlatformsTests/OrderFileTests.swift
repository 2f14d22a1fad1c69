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

    @Test("A row that stands twice, as where files were joined, counts once", arguments: files)
    func repeatedRows(_ fixture: Fixture) throws {
        let lines = try fixture.bytes().split(separator: UInt8(ascii: "\n"))
        let joined = lines.prefix(1) + lines.dropFirst().flatMap { [$0, $0] }
        let path = NSTemporaryDirectory() + "daihuo-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(joined.joined(separator: [UInt8(ascii: "\n")])).write(to: URL(fileURLWithPath: path))
        #expect(try Self.orders(Self.items(of: path)) == Self.orders(Self.items(of: fixture)))
    }

    private static func orders(_ items: [OrderFileItem]) -> [Order] {
        items.compactMap { if case .order(let order) = $0 { order } else { nil } }
    }

    private static func items(of fixture: Fixture) throws -> [OrderFileItem] {
        try items(of: fixture.url.path, platform: fixture.platform)
    }

    private static func items(of path: String, platform: String = "douyin") throws -> [OrderFileItem] {
        let file = try TableFile(path: path)
        let format = try #require(PlatformList.orderFiles.first { $0.matches(file.columns) })
        #expect(format.platform == platform)
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
