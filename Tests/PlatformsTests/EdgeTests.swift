import Domain
import Foundation
import JSON
import Platforms
import SeededRandomness
import Testing

/// Every field of every fixture is replaced by everything that nobody expects there.
@Suite("Edges: nothing becomes a sale, a 0 or a kept personal datum by a field that is not as it should be")
struct EdgeTests {
    /// Fields that are texts of the goods or free ids of a declared source: whatever stands there is kept as it is.
    private static let texts: Set<String> = [
        "product_name", "value", "goods_name", "spec", "category", "goods_id", "sku_id", "item_no",
        "order_no", "refund_no", "supplier", "purchaser", "title", "id", "name", "unit",
    ]
    /// Fields by which a source says that a line was not paid for, or is no gift, when they are blank; where a line is
    /// silent about its kind of trade the header speaks, and a phase of a presale that is not listed has not happened.
    private static let blanks: Set<String> = [
        "pay_time", "given_product_type", "trade_type", "order_phase_list",
    ]
    /// Records of each fixture, at random; `EDGE_RECORDS=1000` takes all.
    private static let recordsMax = ProcessInfo.processInfo.environment["EDGE_RECORDS"].flatMap(Int.init) ?? 2

    @Test("Records of an API", arguments: Fixture.pages)
    func records(_ fixture: Fixture) throws {
        var random = SeededRandom()
        var root = try #require(
            try JSONSerialization.jsonObject(with: Data(fixture.bytes())) as? [String: Any])
        let data = root["data"] as? [String: Any] ?? [:]
        let list = ["shop_order_list", "items", "list"].first { data[$0] != nil } ?? ""
        var tried = 0
        func page(_ record: Any) throws -> Page {
            root["data"] = [list: [record], "total": fixture.name.contains("@") ? 1_000 : 1]
            return try fixture.page([UInt8](JSONSerialization.data(withJSONObject: root)))
        }
        let sound = try (data[list] as? [Any] ?? []).shuffled(using: &random).filter {
            try page($0).parked.isEmpty
        }
        for record in sound.prefix(Self.recordsMax) {
            let before = try page(record)
            for path in EdgeRecord.paths(record) {
                for value in EdgeValue.allCases {
                    guard let changed = EdgeRecord.replacing(record, at: path[...], by: value.json) else {
                        continue
                    }
                    let keys = Set(path.compactMap { if case .key(let key) = $0 { key } else { nil } })
                    let problem = EdgeJudge(before: before, after: try page(changed), value: value)
                        .problem(
                            mayKeepText: !keys.isDisjoint(with: Self.texts),
                            mayBeBlank: !keys.isDisjoint(with: Self.blanks)
                                || value == .zero && keys.contains("pay_type"))
                    tried += 1
                    #expect(problem == nil, "\(EdgeRecord.text(path)) = \(value), seed \(random.seed)")
                }
            }
        }
        #expect(tried > 100 || fixture.name.hasPrefix("nothing") || fixture.name == "parked", "\(tried)")
    }

    @Test("Rows of a file", arguments: ["older", "variant-a", "variant-b", "apart", "damaged"])
    func rows(_ name: String) throws {
        let cells = try OrderFileText.cells(of: name)
        let words = ["选购商品", "商品名称", "商品规格"]
        for row in cells.dropFirst() where row.count == cells[0].count {
            let before = try Self.page([cells[0], row])
            guard before.parked.isEmpty else { continue }
            let changes = row.indices.flatMap { column in
                EdgeValue.allCases.compactMap { value in value.cell.map { (column, value, $0) } }
            }
            let rows = changes.map { column, _, cell in
                row.indices.map { $0 == column ? cell : row[$0] }
            }
            let items = try OrderFileText.items(of: [cells[0]] + rows)
            #expect(items.count == rows.count)
            for ((column, value, _), item) in zip(changes, items) {
                let problem = EdgeJudge(before: before, after: Self.page([item]), value: value).problem(
                    mayKeepText: words.contains(cells[0][column]),
                    mayBeBlank: cells[0][column] == "支付完成时间")
                #expect(problem == nil, "\(cells[0][column]) = \(value) in \(row[0])")
            }
        }
    }

    @Test("A row with one comma too many or too few keeps nothing that was not its own")
    func slidRows() throws {
        var cells = try OrderFileText.cells(of: "variant-a")
        let places = ["省", "市", "区"].compactMap { cells[0].firstIndex(of: $0) }
        for _ in 0..<200 {
            var random = SeededRandom()
            var row = cells[random.next(in: 1...(cells.count - 1))]
            for column in row.indices.suffix(3) { row[column] = "" }
            row.insert("的", at: random.next(in: 0...places[0]))
            if random.next(in: 0...1) == 0 { row = Array(row.dropLast(random.next(in: 1...3))) }

            let page = try Self.page([cells[0], row])

            #expect(page.orders.isEmpty && page.parked.count == 1, "seed \(random.seed)")
            #expect(!"\(page)".contains("13900001234") && !"\(page)".contains("华小满"), "seed \(random.seed)")
        }
        cells[1].append("")
        #expect(try Self.page(Array(cells.prefix(2))).parked.map(\.body) == ["{}"])
    }

    private static func page(_ rows: [[String]]) throws -> Page {
        page(try OrderFileText.items(of: rows))
    }

    private static func page(_ items: [OrderFileItem]) -> Page {
        Page(orders: OrderFileText.orders(items), parked: OrderFileText.parked(items))
    }
}
