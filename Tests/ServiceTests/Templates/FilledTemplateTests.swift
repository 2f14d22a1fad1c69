import Domain
import Foundation
import Platforms
import Reports
import Tabular
import Testing

@testable import Service

/// A template with rows as Excel keeps what is typed: days and amounts are numbers.
@Suite("Templates that are filled in")
struct FilledTemplateTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let shops = NamedShops([
        "商丘3号馆": [.init(channel: .hall, shopID: "商丘3号馆", platform: "hall")]
    ])

    private static let row = [
        "单号": "007", "日期": "2022-11-01", "场所类型": "专馆", "场所名称": "商丘3号馆", "商品名称": "面粉", "规格": "散称",
        "数量": "13.5",
        "单位": "公斤", "单价（元）": "5.20", "实付金额（元）": "70.20", "退款金额（元）": "0.29", "退款日期": "2022-12-31",
    ]

    private func order(_ row: [String: String]) throws -> Order {
        let path = "\(folder.path)/\(UUID().uuidString).xlsx"
        try Data(try Template.salesList.filled(with: [row])).write(to: URL(fileURLWithPath: path))
        let file = try OpenedFile(path, named: nil, FileChoice())
        #expect(file.format.name == "sales-list")
        var reader = try OrderFileReader(file.table, as: file.format, shopID: "商丘3号馆", shops: Self.shops)
        guard case .records(let records) = try reader.next(), let order = records.order else {
            throw CocoaError(.fileReadCorruptFile)
        }
        #expect(try reader.next() == nil)
        return order
    }

    @Test("days and amounts that are typed are read to the day and the fen, ids keep their digits")
    func typed() throws {
        let order = try order(Self.row)
        let line = try #require(order.lines.first)
        #expect(order.orderID == "007" && order.createdAt?.day.description == "2022-11-01")
        #expect(line.quantity == Quantity(milli: 13_500, unit: .kilogram))
        #expect(line.grossFen == Fen(7020) && line.paidFen == Fen(7020))
        #expect(line.statedRefund?.refundedFen == Fen(29))
        #expect(line.statedRefund?.refundedAt.day.description == "2022-12-31")
    }

    @Test(
        "each number of fen is read as it was written",
        arguments: [1, 7, 29, 57, 101, 1999, 33_333, 123_456_789])
    func fen(amount: Int64) throws {
        var row = Self.row.filter { !$0.key.hasPrefix("退款") && $0.key != "单价（元）" }
        row["实付金额（元）"] = Fen(amount).description
        #expect(try order(row).lines.first?.paidFen == Fen(amount))
    }

    @Test("what is written under no header of the form is refused")
    func strange() throws {
        #expect(throws: ServiceError.self) { try Template.salesList.filled(with: [["备住": "x"]]) }
    }

    @Test("without rows it is the empty form, byte by byte", arguments: Template.all)
    func empty(template: Template) throws {
        let path = try template.write(to: folder.path, isForced: false).file
        #expect(try template.filled(with: []) == Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    }
}
