import Testing

@Suite("抖店 after-sales export")
struct DouyinAfterSaleFileTests {
    @Test("what was paid back for goods counts, not what was asked for, freight or an exchange")
    func figures() throws {
        let figures = try FileFigures("after-sales.csv", of: "douyin")

        #expect(figures.refundedFen == 5680 + 500)
        #expect(figures.orderIDs.isEmpty)
    }

    @Test("an exchange that says money was paid back is parked, and so is a word that nobody knows")
    func parked() throws {
        #expect(try FileFigures("after-sales.csv", of: "douyin").parked == ["line 6", "line 9"])
    }

    @Test("a column that no after-sale can do without is named", arguments: ["退商品金额（元）", "售后状态", "商品单号"])
    func missing(column: String) throws {
        let refusal = try FileFigures.refusal(of: "after-sales.csv", of: "douyin", without: column)
        #expect(refusal?.contains(column) == true)
    }
}
