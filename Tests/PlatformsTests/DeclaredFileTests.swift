import Domain
import Foundation
import Platforms
import Tabular
import Testing

/// Exports that are described in YAML, the built-in ones among them.
@Suite("Described files")
struct DeclaredFileTests {
    /// What a file of the cases states: lines by their order, and the lines that are parked.
    private static func read(_ path: String, as name: String) throws -> (orders: [Order], parked: [String]) {
        let format = try #require(PlatformList.orderFiles.first { $0.name == name })
        let file = try TableFile(
            path: Fixture.root.appendingPathComponent("cases/\(path)").path, headerMatching: format.matches)
        #expect(PlatformList.orderFiles.filter { $0.matches(file.columns) }.map(\.name) == [name])
        var reader = try OrderFileReader(file, as: format, shopID: "S1")
        var (orders, parked): ([Order], [String]) = ([], [])
        while let item = try reader.next() {
            switch item {
            case .records(let records):
                orders.append(try #require(records.order))
                #expect(records.unknownWords.isEmpty)
            case .parked(let record): parked.append(record.path)
            }
        }
        return (orders, parked)
    }

    @Test("every built-in description can be read", arguments: BuiltInDescription.all)
    func builtIn(description: BuiltInDescription) throws {
        _ = try DeclaredFile(yaml: description.text, file: description.file)
    }

    @Test(
        "what an order paid counts once, however many rows repeat it",
        arguments: ["jd-order-1.csv", "jd-order-2-columns-moved.csv"])
    func repeatedAmounts(name: String) throws {
        let read = try Self.read("30-jd-amounts-repeated/\(name)", as: "jd-orders")

        #expect(read.parked.isEmpty)
        #expect(read.orders.map { $0.lines.map(\.paidFen.amount) } == [[3447, 3023], [1990], [4500]])
        #expect(read.orders.map(\.freightFen.amount) == [500, 0, 0])
        #expect(read.orders.map { $0.lines[0].closedAt != nil } == [false, true, false])
    }

    @Test("the description that the documentation shows reads a list of a hall")
    func documented() throws {
        let page = try String(
            contentsOf: Fixture.root.appendingPathComponent("../docs/declared-files.md"), encoding: .utf8)
        let yaml = try #require(
            page.components(separatedBy: "```yaml\n").last?.components(separatedBy: "```").first)
        let format = try DeclaredFile(yaml: yaml, file: "hall-sales.yaml")
        let items = try OrderFileText.items(
            of: """
                专馆11月销售,,,,,,
                小票号,日期,品名,数量,单价,实收金额,状态
                S1,2022/11/1 9:05,红薯 5斤,2,￥10.00,35.00,
                S1,2022/11/1 9:05,粉条 2斤,1,15.00,35.00,
                S2,2022年11月2日,红薯 5斤,1,10.00,"10元",
                S3,2022/11/2,红薯 5斤,1,10.00,10.00,作废
                合计,,,4,,45.00,
                """, as: format)
        let orders = OrderFileText.orders(items)
        #expect(OrderFileText.parked(items).isEmpty)
        #expect(orders.map(\.orderID) == ["S1", "S2"])
        #expect(orders.map { $0.lines.map(\.paidFen.amount) } == [[2000, 1500], [1000]])
        #expect(orders.allSatisfy { $0.unstated.contains(.productID) && $0.unstated.contains(.buyerPlace) })
    }

    @Test("rows of one order that stand apart or contradict each other are parked")
    func apart() throws {
        let format = try #require(BuiltInFiles.formats.first { $0.name == "jd-orders" })
        let header = "订单号,商品ID,商品名称,订购数量,下单时间,京东价,应付金额,订单状态,运费金额,付款确认时间"
        func row(_ order: String, _ item: String, paid: String = "30.00") -> String {
            "\(order),\(item),木耳,1,2022-11-01 10:00:00,15.00,\(paid),完成,0.00,2022-11-01 10:00:00"
        }
        let rows = [
            row("1", "a"), row("1", "b"), row("2", "a"), row("1", "c"), row("3", "a"),
            row("3", "b", paid: "31.00"),
        ]
        let items = try OrderFileText.items(of: ([header] + rows).joined(separator: "\n"), as: format)
        #expect(OrderFileText.orders(items).map(\.orderID) == ["1", "2"])
        let parked = OrderFileText.parked(items)
        #expect(parked.map(\.path) == ["line 5", "line 6", "line 7"])
        #expect(parked.map(\.orderID) == ["1", "3", "3"])
    }

    @Test("what a description lacks or misspells is told, each with its line")
    func mistakes() throws {
        let yaml = JDText.valid.replacing("recognised_by: [京东价, 应付金额, 订购数量]", with: "")
            .replacing("kind: file", with: "kind: files").replacing(
                "optional: [商家备注,", with: "optional: [商家备住,"
            )
            .replacing("default: park", with: "default: parked")
        let error = #expect(throws: DeclaredError.self) { try DeclaredFile(yaml: yaml, file: "jd.yaml") }
        let codes = Set(error?.problems.map(\.what.code) ?? [])
        #expect(
            codes.isSuperset(of: [
                "declared.kind_of_file", "declared.key_missing", "declared.column_unused",
                "declared.unknown_word_near",
            ]), "\(codes)")
    }

    @Test("columns that stand again for each further item make a line each")
    func repeatedColumns() throws {
        let read = try Self.read("40-repeated-column-groups/relay.csv", as: "relay")

        #expect(read.parked.isEmpty)
        #expect(
            read.orders.map { $0.lines.map(\.paidFen.amount) } == [[2000, 1500], [1000], [909, 1364, 2727]])
        #expect(Set(read.orders.map(\.orderID)).count == 3)
    }
}

/// A description that is right.
private enum JDText {
    static let valid = BuiltInFiles.descriptions.first { $0.file == "jd-orders.yaml" }?.text ?? ""
}

/// A description that is built in, by the name of its file.
struct BuiltInDescription: CustomTestStringConvertible, Sendable {
    let file, text: String
    var testDescription: String { file }

    static let all = BuiltInFiles.descriptions.map { BuiltInDescription(file: $0.file, text: $0.text) }
}
