import Testing

@Suite("京东 export")
struct JDFileTests {
    @Test("what an order paid is spread over its lines, a free one gets nothing")
    func figures() throws {
        let figures = try FileFigures("orders.csv", of: "jd")

        #expect(figures.paidFenByDay == ["2022-11-01": 7380, "2022-11-02": 2990, "2022-11-03": 2990])
        #expect(figures.freightFen == 600)
        #expect(figures.closedFen == 2990)
        #expect(figures.lineIDs.count == 7)
    }

    @Test("a state that nobody knows and a number that Excel damaged are parked")
    func parked() throws {
        #expect(try FileFigures("orders.csv", of: "jd").parked == ["line 9", "line 10"])
    }

    @Test("a column that no order can do without is named", arguments: ["应付金额", "运费金额", "付款确认时间"])
    func missing(column: String) throws {
        let refusal = try FileFigures.refusal(of: "orders.csv", of: "jd", without: column)
        #expect(refusal?.contains(column) == true)
    }
}
