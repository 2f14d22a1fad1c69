import Domain
import Foundation
import Reports
import Testing

@testable import Service
@testable import Store

@Suite("Rows of daily reports")
struct SelfReportRowTests {
    /// What a file of one row comes to: its sums, or the code by which the row is parked.
    private func row(_ header: String, _ row: String) async throws -> (SelfReportSums, [String]) {
        let folder = try ReportedFolder()
        try await folder.imports(try folder.file("\(header)\n\(row)\n"), as: "daily")
        return (try await folder.sums(), try await folder.held().map { String($0.dropFirst(7)) })
    }

    @Test(
        "yuan are read by the unit of the cell or of its column, and never guessed",
        arguments: [
            ("销售额", "1200", 120_000), ("销售额", "1,200.5元", 120_050), ("销售额", "1.2万", 1_200_000),
            ("销售额", "１．２万元", 1_200_000), ("销售额（元）", "1.2万", 1_200_000), ("销售额(万元)", "1.2", 1_200_000),
            ("销售额（单位：万元）", "1.2万元", 1_200_000), ("销售金额【万元】", "0", 0), ("本日/销售额（万元）", "0.000001", 1),
            ("金额", "0", 0), ("销售额（万元）", "-", nil), ("销售额", "无", nil), ("销售额（万元）", "", nil),
        ] as [(String, String, Int64?)])
    func yuan(header: String, cell: String, fen: Int64?) async throws {
        let (sums, held) = try await row("日期,责任人,\(header)", "2022-11-01,甲村书记,\"\(cell)\"")
        #expect(held == [])
        #expect(sums.rows == 1 && sums.fen == fen ?? 0 && sums.rowsWithoutFen == (fen == nil ? 1 : 0))
    }

    @Test(
        "a weight needs a unit somewhere, but for 0",
        arguments: [
            ("重量", "13吨", 13_000_000), ("重量（吨）", "13", 13_000_000), ("重量（吨）", "13吨", 13_000_000),
            ("重量（斤）", "8千", 4_000_000), ("重量(kg)", "0.5", 500), ("重量（万斤）", "2.6", 13_000_000),
            ("重量", "0", 0), ("重量", "２斤", 1_000), ("重量（吨）", "—", nil),
        ] as [(String, String, Int64?)])
    func weight(header: String, cell: String, grams: Int64?) async throws {
        let (sums, held) = try await row("日期,责任人,\(header)", "2022-11-01,甲村书记,\"\(cell)\"")
        #expect(held == [])
        #expect(sums.grams == grams ?? 0 && sums.rowsWithoutGrams == (grams == nil ? 1 : 0))
    }

    @Test(
        "what is no exact figure in a known unit parks its whole row",
        arguments: [
            ("销售额", "约5万", "table.only_about"), ("销售额", "1-2万", "table.from_to"),
            ("销售额（万元）", "约5", "table.only_about"), ("销售额（万元）", "5000元", "table.yuan_or_wan"),
            ("销售额（万元）", "1.2万", "table.yuan_or_wan"), ("销售额", "五万", "table.no_amount"),
            ("销售额", "99999999999", "table.amount_too_large"), ("重量", "5", "table.unit_unsaid"),
            ("重量", "1.2万", "table.unit_unsaid"), ("重量", "12箱", "reported.no_weight"),
            ("重量（吨）", "5吨左右", "table.only_about"), ("重量（吨）", "5斤", "table.units_disagree"),
            ("销量", "5", "table.unit_unsaid"), ("销量（吨）,重量（斤）", "1,1", "reported.weights_disagree"),
            ("重量（吨）", "9999999", "table.amount_too_large"), ("销售额,订单数", "1,12.5", "reported.no_count"),
            ("销售额,订单数", "1,约300", "table.only_about"), ("销售额,订单数", "1,5吨", "reported.no_count"),
        ])
    func parked(header: String, cell: String, code: String) async throws {
        let (sums, held) = try await row("日期,责任人,\(header)", "2022-11-01,甲村书记,\(cell)")
        #expect(held == [code] && sums.rows == 0)
    }

    @Test(
        "orders are whole numbers, as staff write them",
        arguments: [
            ("320", 320), ("１２", 12), ("\"1,200\"", 1_200), ("320单", 320), ("1.2万", 12_000), ("0", 0),
        ])
    func orders(cell: String, count: Int64) async throws {
        let (sums, held) = try await row("日期,县,销售额,订单数", "2022-11-01,鲁山县,1,\(cell)")
        #expect(held == [] && sums.orders == count)
    }

    @Test("an empty figure is not known, whoever reports is, and a county may report by itself")
    func empty() async throws {
        #expect(try await row("日期,县,责任人,销售额,重量,订单数", "2022-11-01,鲁山县,,,,").0.rowsWithoutFen == 1)
        #expect(try await row("日期,县,责任人,销售额", "2022-11-01,,,1").1 == ["reported.no_reporter"])
        #expect(try await row("日期,责任人,销售额", ",甲村书记,1").1 == ["reported.no_day"])
        #expect(try await row("日期,责任人,销售额", "2022-02-30,甲村书记,1").1 == ["table.no_day"])
    }

    @Test("what a column for units says counts for the quantity beside it, and pieces have no weight")
    func unitColumn() async throws {
        let header = "日期,责任人,商品名称,销量,单位"
        #expect(try await row(header, "2022-11-01,甲村书记,白菜,1.5,吨").0.grams == 1_500_000)
        let (pieces, _) = try await row(header, "2022-11-01,甲村书记,白菜,12,箱")
        #expect(pieces.rows == 1 && pieces.grams == 0 && pieces.rowsWithoutGrams == 1)
        #expect(try await row("日期,责任人,重量,单位", "2022-11-01,甲村书记,1.5,吨").0.grams == 1_500_000)
        #expect(try await row(header, "2022-11-01,甲村书记,白菜,12,").1 == ["table.unit_unsaid"])
    }

    @Test("a row that reports again what another one did is parked, and named with the first one's line")
    func again() async throws {
        let folder = try ReportedFolder()
        let text = """
            日期,责任人,渠道,商品名称,销售额
            2022-11-01,甲村书记,抖音,白菜,1
            2022-11-01,甲村书记,douyin,白菜,2
            2022-11-01,甲村书记,集市,白菜,4
            2022-11-01,甲村书记,集市,萝卜,8
            合计,,,,15
            """
        let read = try await folder.imports(try folder.file(text))
        #expect(try await folder.held() == ["line 3 reported.again"])
        #expect(try await folder.sums().fen == 1_300)
        #expect(read.note?.unreadable == nil, "alone it would take the first one's place")
        let total = try #require(read.note?.totals.first)
        #expect(total.stated == 1_500 && total.read == 1_300 && total.line == 6)
    }

    @Test("phone numbers and addresses are stored nowhere")
    func personal() async throws {
        let folder = try ReportedFolder()
        let text = """
            日期,填报人,手机,销售额,备注
            2022-11-01,王示例13800138000,13800138000,1,送到建设路12号
            2022-11-02,王示例13800138000,13800138000,约5万,13800138000
            """
        try await folder.imports(try folder.file(text))
        let reporters = try await folder.groups(by: .reporter).map(\.reporter)
        #expect(reporters == ["王示例***"])
        let bytes =
            try Data(contentsOf: URL(filePath: folder.store.path))
            + ((try? Data(contentsOf: URL(filePath: folder.store.path + "-wal"))) ?? Data())
        #expect(bytes.range(of: Data("13800138000".utf8)) == nil)
        #expect(bytes.range(of: Data("建设路".utf8)) == nil)
        #expect(bytes.range(of: Data("王示例".utf8)) != nil)
    }
}
