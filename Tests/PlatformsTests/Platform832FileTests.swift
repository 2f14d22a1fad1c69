import Domain
import Testing

@Suite("832 table")
struct Platform832FileTests {
    @Test("units are dated by the order, persons by payment; nothing of a person is kept")
    func figures() throws {
        let figures = try FileFigures("orders.csv", of: "p832")

        #expect(
            figures.paidFenByDay == [
                "2022-11-01": 1_040_000 + 90_000, "2022-11-02": 98_000, "2022-11-03": 4500 + 4500,
            ])
        #expect(figures.refundedFen == 9800)
        #expect(figures.parked == ["line 9"])
        #expect(figures.unknownWords == ["街坊", "待审核"])
    }

    @Test("buyer, supplier, source of funds and tonnes")
    func facts() throws {
        let items = try OrderFileText.items(of: Fixture(platform: "p832", path: "files/orders.csv"))
        let orders = OrderFileText.orders(items)

        #expect(orders[0].shopID == "S-4107")
        #expect(orders[0].buyer == .organisation(purchaserID: "U-4101", name: "示例大学"))
        #expect(orders[0].fundSource == .canteen)
        #expect(orders[0].lines[0].quantity == Quantity(milli: 13_000, unit: .tonne))
        #expect(orders[2].buyer == .person)
    }

    @Test("a column that no order can do without is named", arguments: ["金额", "采购人类型", "供应商编号"])
    func missing(column: String) throws {
        let refusal = try FileFigures.refusal(of: "orders.csv", of: "p832", without: column)
        #expect(refusal?.contains(column) == true)
    }
}
