import Domain
import Foundation
import Platforms
import Reports
import Spreadsheet
import Tabular
import Testing

@testable import Service

/// Forms of orders come back as they were written: what the sheet of explanations shows as examples can be imported.
@Suite("Forms that were filled in")
struct FilledFormTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let ofOrders = Template.all.filter { template in
        BuiltInFiles.formats.contains { $0.name == template.name }
    }

    private static let shops = NamedShops([
        "商丘3号馆": [.init(channel: .hall, shopID: "商丘3号馆", platform: "hall")],
        "示例日报": [.init(channel: .media, shopID: "示例日报", platform: "media")],
    ])

    /// The items of a workbook with the form's header and these rows.
    private func items(
        _ template: Template, _ rows: [[String: String]]
    ) throws -> (file: OpenedFile, items: [OrderFileItem]) {
        let sheet = template.sheets[0]
        let cells = rows.map { row in sheet.columns.map { SpreadsheetCell(row[$0.header] ?? "", .bordered) } }
        let header = sheet.columns.map { SpreadsheetCell($0.header, .header) }
        let workbook = Spreadsheet(
            title: template.title,
            sheets: [SpreadsheetSheet(name: sheet.name, columns: [], rows: [header] + cells)])
        let path = "\(folder.path)/\(template.fileName)"
        try Data(try workbook.xlsx()).write(to: URL(fileURLWithPath: path))
        let file = try OpenedFile(path, named: nil, FileChoice())
        #expect(file.format.name == template.name)
        var reader = try OrderFileReader(file.table, as: file.format, shopID: "示例店", shops: Self.shops)
        var items: [OrderFileItem] = []
        while let item = try reader.next() { items.append(item) }
        return (file, items)
    }

    private static func examples(_ template: Template, _ place: Int) -> [String: String] {
        Dictionary(uniqueKeysWithValues: template.sheets[0].columns.map { ($0.header, $0.examples[place]) })
    }

    private static func orders(_ items: [OrderFileItem]) -> [Order] {
        items.compactMap { if case .records(let records) = $0 { records.order } else { nil } }
    }

    private static func reasons(_ items: [OrderFileItem]) -> [String] {
        items.compactMap { item in
            guard case .parked(let record) = item else { return nil }
            return record.reason.text(in: .english)
        }
    }

    @Test("all forms of orders are formats of import")
    func known() {
        #expect(
            Self.ofOrders.map(\.name) == [
                "sales-list", "relay-list", "purchase-list", "matching-event", "media-campaign",
            ])
    }

    @Test(
        "the two examples of each column make two lines, and every column but the seller's name is read",
        arguments: ofOrders)
    func examples(template: Template) throws {
        let (file, items) = try items(template, [Self.examples(template, 0), Self.examples(template, 1)])
        #expect(Self.reasons(items).isEmpty)
        let lines = Self.orders(items).flatMap(\.lines)
        try #require(lines.count == 2)
        #expect(lines[0].paidFen.amount == 35_880 && lines[0].statedRefund?.refundedFen.amount == 2990)
        #expect(lines[0].statedRefund?.refundedAt.day.description == "2022-11-05")
        #expect(lines.allSatisfy { $0.hostID == "fs-0001" && $0.originRegion != nil })
        let read = Set(file.table.columnsRead.map { file.table.columns[$0] })
        let unread = template.sheets[0].columns.map(\.header).filter { !read.contains($0) }
        #expect(unread == (template.name == "purchase-list" ? ["供应商"] : []))
    }

    @Test("a required cell that is empty is told with its line; nothing is guessed", arguments: ofOrders)
    func required(template: Template) throws {
        for column in template.sheets[0].columns where column.isRequired {
            var row = Self.examples(template, 0)
            row[column.header] = ""
            let (_, items) = try items(template, [row])
            // Who bought may be a person, and pieces are what has no unit.
            let isParked = ["采购方", "单位"].contains(column.header) || !Self.reasons(items).isEmpty
            #expect(isParked, "\(column.header)")
        }
    }

    @Test("an amount that nobody knows is unknown and not 0, where the form allows it")
    func unknownAmounts() throws {
        for template in Self.ofOrders where ["matching-event", "media-campaign"].contains(template.name) {
            var row = Self.examples(template, 1)
            row["金额（元）"] = ""
            let line = try #require(Self.orders(try items(template, [row]).items).first?.lines.first)
            #expect(line.paidOrigin == .unknown && line.grossOrigin == .unknown && line.paidFen == .zero)
            #expect(line.quantity.grams == Grams(13_500_000))
            row["金额（元）"] = "0"
            let known = try #require(Self.orders(try items(template, [row]).items).first?.lines.first)
            #expect(known.paidOrigin == .stated)
        }
    }

    @Test("rows without a number are one order a day and place; what has a number keeps it")
    func numbers() throws {
        var row = Self.examples(.salesList, 0)
        row["单号"] = ""
        var other = row
        (other["商品名称"], other["日期"]) = ("白菜", "2022/11/1")
        var later = row
        later["日期"] = "2022年11月2日"
        var same = later
        same["实付金额（元）"] = "10.00"
        let orders = Self.orders(try items(.salesList, [row, other, later, same]).items)
        #expect(orders.map(\.orderID) == ["2022-11-01/专馆/商丘3号馆", "2022-11-02/专馆/商丘3号馆"])
        #expect(orders.map { $0.lines.map(\.paidFen.amount) } == [[35_880, 35_880], [35_880, 1000]])
    }

    @Test("nobody's name stays where a person bought", arguments: ["张小满", "欧阳小满", "个人", "13900001234"])
    func persons(name: String) throws {
        for template in Self.ofOrders where ["matching-event", "media-campaign"].contains(template.name) {
            var row = Self.examples(template, 0)
            (row["单号"], row["采购方"]) = ("", name)
            let items = try items(template, [row]).items
            #expect(Self.orders(items).map(\.buyer) == [.person])
            #expect(name == "个人" || !"\(items)".contains(name))
        }
    }
}
