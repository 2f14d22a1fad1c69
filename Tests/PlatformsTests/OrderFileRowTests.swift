import Domain
import Platforms
import Reports
import SeededRandomness
import Tabular
import Testing

@Suite("Order files: a row is a statement")
struct OrderFileRowTests {
    /// What the format never has.
    private static let never: OrderFields = [
        .headerPaid, .buyer, .fundSource, .skuID, .roomID, .originRegion, .category,
    ]
    /// The columns that state a field; it is unstated where all are missing.
    private static let columns: [(field: OrderFields, names: [String])] = [
        (.buyerPlace, ["省", "市", "区"]), (.sellerRemark, ["商家备注"]),
        (.productID, ["商品ID"]), (.title, ["选购商品", "商品名称"]), (.spec, ["商品规格"]),
        (.gross, ["商品单价", "商品金额"]), (.hostID, ["达人ID"]),
    ]
    /// What is worked out from several columns; it is unstated where one is missing.
    private static let inputs: [(field: OrderFields, names: [String])] = [
        ([.paid, .sale], ["支付方式", "订单类型"])
    ]

    @Test("Each sound row is an order with one line, in whatever order the rows stand")
    func rows() throws {
        let cells = try OrderFileText.cells(of: "variant-a")
        let known = OrderFileText.orders(try OrderFileText.items(of: cells))
        #expect(known.count == cells.count - 1 && known.allSatisfy { $0.lines.count == 1 })
        for _ in 0..<50 {
            var random = SeededRandom()
            let places = (0..<12).map { _ in random.next(in: 0...(known.count - 1)) }

            let read = OrderFileText.orders(
                try OrderFileText.items(of: cells.prefix(1) + places.map { cells[$0 + 1] }))

            #expect(read == places.map { known[$0] }, "seed \(random.seed)")
        }
    }

    @Test("A row has its own update time, so that a newer one may stand before an older one")
    func updateTimes() throws {
        let items = try OrderFileText.items(of: Fixture(platform: "douyin", path: "files/newer-first.csv"))
        let rows = OrderFileText.orders(items).filter { $0.orderID == "7026000000000010011" }

        #expect(rows.map(\.status) == ["已关闭", "待发货"])
        #expect(rows.map(\.updatedAt.description) == ["2022-11-09 09:00:00", "2022-11-01 20:00:00"])
        #expect(rows.map { $0.lines[0].closedAt != nil } == [true, false])
    }

    @Test("Freight of a row is its line's")
    func freight() throws {
        let items = try OrderFileText.items(of: Fixture(platform: "douyin", path: "files/apart.csv"))
        let rows = OrderFileText.orders(items)

        #expect(rows.map { $0.lines[0].freightFen } == [Fen(500), .zero, Fen(300), .zero])
        #expect(rows.allSatisfy { $0.freightFen == .zero })
        #expect(rows.map { $0.lines[0].paidFen } == [Fen(5680), Fen(5980), Fen(4990), Fen(5980)])
    }

    @Test("A parked row tells its order and its line, which is not the sound line beside it")
    func parked() throws {
        let items = try OrderFileText.items(of: Fixture(platform: "douyin", path: "files/apart.csv"))
        let parked = OrderFileText.parked(items)

        #expect(parked.map(\.orderID) == ["6900000000005060010"])
        #expect(parked.map(\.lineID) == ["6900000000005060012"])
        #expect(
            OrderFileText.orders(items).last.map { [$0.orderID, $0.lines[0].lineID] }
                == ["6900000000005060010", "6900000000005060011"])
    }

    @Test("A number that cannot be read is not told of a parked row, the other is")
    func damagedNumbers() throws {
        let items = try OrderFileText.items(of: Fixture(platform: "douyin", path: "files/damaged.csv"))
        let parked = OrderFileText.parked(items).prefix(2)

        #expect(parked.map(\.orderID) == ["", "6900000000005010010"])
        #expect(parked.map(\.lineID) == ["6900000000005010011", ""])
    }

    @Test("An absent column says nothing, whichever columns are absent")
    func absentColumns() throws {
        let cells = try OrderFileText.cells(of: "variant-a")
        for _ in 0..<100 {
            var random = SeededRandom()
            let optional = (Self.columns + Self.inputs).flatMap(\.names)
            let absent = Set(optional.filter { _ in random.next(in: 0...1) == 0 })
            let kept = cells[0].indices.filter { !absent.contains(cells[0][$0]) }
            let rows = cells.map { row in kept.map { row[$0] } }
            let header = Set(rows[0])
            let missing = Self.columns.filter { header.isDisjoint(with: $0.names) }
            let incomplete = Self.inputs.filter { !header.isSuperset(of: $0.names) }
            let expected = (missing + incomplete).reduce(Self.never) { $0.union($1.field) }

            let orders = OrderFileText.orders(try OrderFileText.items(of: rows))

            #expect(orders.count == cells.count - 1, "seed \(random.seed)")
            #expect(orders.allSatisfy { $0.unstated == expected }, "seed \(random.seed)")
        }
    }

    @Test(
        "A file without a column that decides whether and how much was paid is refused, and says which",
        arguments: ["订单状态", "支付完成时间", "运费", "订单应付金额"])
    func decidingColumns(name: String) throws {
        let cells = try OrderFileText.cells(of: "variant-a")
        let kept = cells[0].indices.filter { cells[0][$0] != name }
        let error = #expect(throws: TabularError.self) {
            try OrderFileText.items(of: cells.map { row in kept.map { row[$0] } })
        }
        #expect(error?.notice.text(in: .chinese).contains("“\(name)”") == true)
    }

    @Test("An empty cell says that there is nothing, unlike an absent column")
    func emptyCells() throws {
        let cells = try OrderFileText.cells(of: "variant-a")
        let amounts = ["运费", "支付优惠", "商家优惠", "平台优惠", "达人优惠"]
        let names = Self.columns.flatMap(\.names) + amounts
        let emptied = cells.enumerated().map { place, row in
            row.indices.map { place > 0 && names.contains(cells[0][$0]) ? "" : row[$0] }
        }

        let orders = OrderFileText.orders(try OrderFileText.items(of: emptied))

        #expect(orders.count == cells.count - 1)
        #expect(orders.allSatisfy { $0.unstated == Self.never })
        #expect(
            orders.allSatisfy {
                $0.sellerRemark.isEmpty && $0.buyerPlace == Place() && $0.lines[0].hostID.isEmpty
                    && $0.lines[0].productID.isEmpty && $0.lines[0].subsidies == Subsidies()
            })
    }
}
