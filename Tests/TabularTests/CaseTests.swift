import Domain
import Foundation
import Testing

@testable import Tabular

/// The cases of files that are not what their name says.
@Suite struct CaseTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "fixtures/cases")

    private static func rows(_ path: String) throws -> (columns: [String], rows: [[String]]) {
        let file = try TableFile(
            path: folder.appending(path: path).path, headerMatching: { $0.contains("主订单编号") })
        let reading = try file.rows()
        var rows: [[String]] = []
        while let row = try reading.nextRow()?.get() { rows.append(file.columns.indices.map { row[$0] }) }
        return (file.columns, rows)
    }

    @Test(
        "the same two orders read the same from whatever calls itself a table",
        arguments: [
            "cr-only.csv", "html.xls", "nul-padded.csv", "tabs-gbk.xls", "utf16be-no-bom.csv",
            "utf16le-bom.xls",
            "utf16le-no-bom.csv", "xml2003.xls",
        ])
    func sameOrders(name: String) throws {
        let known = try Self.rows("24-xls-that-is-something-else/utf8.csv")
        let read = try Self.rows("24-xls-that-is-something-else/\(name)")

        #expect(known.rows.count == 2 && known.rows[1].contains("订单①℃"))
        #expect(read.columns == known.columns)
        #expect(read.rows == known.rows)
    }

    @Test("columns that stand three times under one name are found by their places")
    func repeatedColumns() throws {
        let file = try TableFile(
            path: Self.folder.appending(path: "40-repeated-column-groups/relay.csv").path)

        #expect(file.columns(named: "商品") == [3, 7, 11] && file.columns(named: "金额") == [6, 10, 14])
        #expect(file.columns(named: "没有") == [])
        #expect(throws: TabularError.self) { try file.column("商品") }
    }

    @Test(
        "a workbook's dates, dust, strings and formulas are what Excel shows; errors and damaged ids are refused",
        arguments: [
            (
                "orders.xlsx",
                [
                    2: "2022-12-01 5980", 3: "2022-10-31 1000", 4: "2022-11-30 2050", 5: "2022-11-01 710",
                    6: "2022-11-30 990", 7: "2022-11-14 1640",
                ], [8, 10]
            ), ("orders-1904.xlsx", [2: "2022-12-01 5980", 5: "2022-11-01 710"], []),
        ])
    func serialsAndKinds(name: String, sound: [Int: String], refused: [Int]) throws {
        let file = try TableFile(
            path: Self.folder.appending(path: "34-xlsx-serials-and-cell-kinds/\(name)").path)
        let (id, paid) = (try file.requiredColumn("主订单编号"), try file.requiredColumn("订单应付金额"))
        let (at, title) = (try file.requiredColumn("支付完成时间"), try file.requiredColumn("选购商品"))
        let rows = try file.rows()
        var (read, failed): ([Int: String], [Int]) = ([:], [])
        while let row = try rows.nextRow()?.get() {
            do {
                _ = try row.identifier(id)
                let fen = try row.fen(paid) ?? -1
                let day = Instant(milliseconds: try row.beijingTime(at) ?? 0).day
                read[row.line] = "\(day) \(fen)"
            } catch { failed.append(row.line) }
            #expect(row[title] == (row.line == 3 ? "示例粉条 2斤" : "示例红薯 5斤装"))
        }
        #expect(read == sound)
        #expect(failed == refused)
    }
}
