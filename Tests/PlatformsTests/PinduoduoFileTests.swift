import Testing

@Suite("拼多多 export")
struct PinduoduoFileTests {
    @Test("what the buyer paid counts without freight, on the day of the deal")
    func figures() throws {
        let figures = try FileFigures("orders.csv", of: "pinduoduo")

        #expect(
            figures.paidFenByDay == [
                "2022-11-01": 5380 + 2990, "2022-11-02": 1550 + 2000, "2022-11-03": 4500,
            ])
        #expect(figures.freightFen == 500 + 600)
        #expect(figures.closedFen == 2000 + 4500)
        #expect(figures.orderIDs.count == 6)
    }

    @Test("an order whose time is blank is parked: its number tells the day of the order, not of the payment")
    func blankTime() throws {
        #expect(try FileFigures("orders.csv", of: "pinduoduo").parked == ["line 8", "line 9"])
    }

    @Test("of columns that a merchant chose 支付时间 dates, and a state that nobody knows is told")
    func chosenColumns() throws {
        let figures = try FileFigures("chosen-columns.csv", of: "pinduoduo")

        #expect(figures.paidFenByDay == ["2022-11-01": 3000 + 3000])
        #expect(figures.closedFen == 3000)
        #expect(figures.parked == ["line 5"])
        #expect(figures.unknownWords == ["拼团中"])
    }

    @Test("a column that no order can do without is named", arguments: ["用户实付金额(元)", "邮费(元)", "订单状态", "订单号"])
    func missing(column: String) throws {
        let refusal = try FileFigures.refusal(of: "orders.csv", of: "pinduoduo", without: column)
        #expect(refusal?.contains(column) == true)
    }
}
