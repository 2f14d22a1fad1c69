import Testing

@Suite("聚水潭 export")
struct JushuitanFileTests {
    @Test("parents that were merged or split are passed over, their children count by the platform's numbers")
    func figures() throws {
        let figures = try FileFigures("orders.csv", of: "jushuitan")

        #expect(figures.paidFenByDay == ["2022-11-01": 3000 + 2500 + 3500, "2022-11-02": 6000 + 4000 + 1990])
        #expect(figures.orderIDs.count == 5)
        #expect(figures.lineIDs.count == 7)
    }

    @Test("a line in a second parcel and a state that nobody knows are parked")
    func parked() throws {
        #expect(try FileFigures("orders.csv", of: "jushuitan").parked == ["line 15", "line 16"])
    }

    @Test("a column that no line can do without is named", arguments: ["买家实付", "付款日期", "线上子订单编号"])
    func missing(column: String) throws {
        let refusal = try FileFigures.refusal(of: "orders.csv", of: "jushuitan", without: column)
        #expect(refusal?.contains(column) == true)
    }
}
