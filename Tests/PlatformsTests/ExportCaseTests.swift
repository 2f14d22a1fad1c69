import Domain
import Foundation
import Platforms
import Reports
import Tabular
import Testing

/// Exports that Excel, WPS or a back end has turned into something else, with known answers.
@Suite("Edges: exports")
struct ExportCaseTests {
    /// What a file states: yuan by day, and the lines that are parked.
    private static func read(_ path: String) throws -> (fenByDay: [String: Int64], parked: [String]) {
        let format = try #require(PlatformList.orderFiles.first { $0.name == "douyin-orders" })
        let file = try TableFile(
            path: Fixture.root.appendingPathComponent("cases/\(path)").path, headerMatching: format.matches)
        var reader = try OrderFileReader(file, as: format, shopID: Fixture.access.shopID)
        var (fenByDay, parked): ([String: Int64], [String]) = ([:], [])
        while let item = try reader.next() {
            switch item {
            case .records(let records):
                let order = try #require(records.order)
                let day = try #require(order.paidAt).day.description
                fenByDay[day, default: 0] += order.lines.reduce(0) { $0 + $1.paidFen.amount }
            case .parked(let record): parked.append("\(record.path): \(record.reason.text(in: .chinese))")
            }
        }
        return (fenByDay, parked)
    }

    @Test(
        "an export that Excel saved again is read whole", arguments: ["orders-gbk.csv", "orders-utf8bom.csv"])
    func resaved(name: String) throws {
        let read = try Self.read("01-excel-resaved-douyin/\(name)")

        #expect(read.parked.isEmpty)
        #expect(read.fenByDay == ["2022-11-01": 5980, "2022-11-12": 102_900, "2022-12-01": 4550])
    }

    @Test(
        "two orders are the same two whatever their file is",
        arguments: [
            "utf8.csv", "cr-only.csv", "html.xls", "nul-padded.csv", "tabs-gbk.xls", "utf16be-no-bom.csv",
            "utf16le-bom.xls", "utf16le-no-bom.csv", "xml2003.xls",
        ])
    func otherKinds(name: String) throws {
        let read = try Self.read("24-xls-that-is-something-else/\(name)")

        #expect(read.parked.isEmpty)
        #expect(read.fenByDay == ["2022-11-01": 2000, "2022-11-02": 1550])
    }
}
