import Testing

@Suite("有赞 export")
struct YouzanFileTests {
    @Test("what was paid for each line counts, refunds so far beside it")
    func figures() throws {
        let figures = try FileFigures("items.csv", of: "youzan")

        #expect(figures.paidFenByDay == ["2022-11-01": 5500 + 2500, "2022-11-02": 4500, "2022-11-03": 3000])
        #expect(figures.refundedFen == 1000 + 4500)
        #expect(figures.closedFen == 4500)
        #expect(figures.orderIDs.count == 5)
    }

    @Test("the same goods twice in an order are two lines")
    func lines() throws {
        #expect(try FileFigures("items.csv", of: "youzan").lineIDs.count == 7)
    }

    @Test("an export by orders has one line for each, what was paid without freight")
    func orders() throws {
        let figures = try FileFigures("orders.csv", of: "youzan")

        #expect(figures.paidFenByDay == ["2022-11-01": 8000, "2022-11-02": 4500, "2022-11-03": 0])
        #expect(figures.freightFen == 1600)
        #expect(figures.closedFen == 4500)
        #expect(figures.parked.isEmpty)
    }

    @Test("a state that nobody knows is parked")
    func parked() throws {
        let figures = try FileFigures("items.csv", of: "youzan")

        #expect(figures.parked == ["line 9"])
        #expect(Set(figures.unknownWords) == ["等待奇迹"])
    }

    @Test("a column that no line can do without is named", arguments: ["买家付款时间", "商品实际成交金额", "商品数量"])
    func missing(column: String) throws {
        let refusal = try FileFigures.refusal(of: "items.csv", of: "youzan", without: column)
        #expect(refusal?.contains(column) == true)
    }
}
