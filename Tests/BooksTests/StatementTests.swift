import Domain
import Testing

@testable import Books

@Suite("What counts of what the sources of an order said")
struct StatementTests {
    private static let silent = Order.sample([.sample(hostID: "")])

    @Test("K4: the host and remark of a file stay while the API's versions have none, until it has one")
    func hostOfFile() {
        var kept = KeptOrder()
        kept.land(Self.silent)
        kept.land(.sample(remark: "村播"), by: .file)
        #expect(kept.counted?.lines.map(\.hostID) == ["host-a"])
        kept.land(.sample([.sample(hostID: "")], updated: 9))
        #expect(kept.counted?.lines.map(\.hostID) == ["host-a"])
        #expect(kept.counted?.sellerRemark == "村播")
        #expect(kept.amounts(of: "a").paidFen == 1000)
        kept.land(.sample([.sample(hostID: "host-b")], updated: 10))
        #expect(kept.amounts(of: "a") == CreditSums())
        #expect(kept.amounts(of: "b").paidFen == 1000)
        kept.expectSound("K4")
    }

    @Test(
        "an API counts before a file and a file before an ERP, whichever comes first and whichever is newer",
        arguments: [(SourceKind.api, SourceKind.file), (.api, .erp), (.file, .erp)], [true, false])
    func kinds(pair: (first: SourceKind, second: SourceKind), isFirstLast: Bool) {
        var kept = KeptOrder()
        let kinds = isFirstLast ? [pair.second, pair.first] : [pair.first, pair.second]
        for kind in kinds {
            let isFirst = kind == pair.first
            let line = OrderLine.sample(
                paidFen: isFirst ? 1000 : 2000, hostID: isFirst ? "host-a" : "host-b")
            kept.land(.sample([line], updated: isFirst ? 6 : 9, remark: isFirst ? "" : "加急"), by: kind)
        }
        #expect(kept.standing?.kind == pair.first)
        #expect(kept.amounts(of: "a").paidFen == 1000)
        #expect(kept.amounts(of: "b") == CreditSums())
        #expect(kept.counted?.sellerRemark == "加急")
        kept.expectSound("\(pair)")
    }

    @Test("K5: a column that a newer file lacks says nothing, an empty cell says that there is nothing")
    func hostColumn() {
        for (unstated, hostID) in [(OrderFields.hostID, "host-a"), ([], "")] {
            var kept = KeptOrder()
            kept.land(.sample(), by: .file)
            kept.land(.sample([.sample(hostID: "")], updated: 9, unstated: unstated), by: .file)
            #expect(kept.counted?.lines.map(\.hostID) == [hostID])
            #expect(kept.amounts(of: nil).paidFen == (hostID.isEmpty ? 1000 : 0))
            kept.expectSound("K5")
        }
    }

    @Test("K5 holds for every field that a file may lack", arguments: OrderFields.all, [true, false])
    func everyColumn(field: OrderFields, isOlderLast: Bool) {
        var empty = Order.bare(updated: 9)
        empty.unstated = field
        var kept = KeptOrder()
        for order in isOlderLast ? [empty, .full] : [.full, empty] { kept.land(order, by: .file) }
        var expected = Order.bare(updated: 9)
        // Also where it is open again.
        expected.lines[0].firstClosedAt = .november(6)
        #expect(kept.counted != expected)
        expected.put(field, from: .full)
        #expect(kept.counted == expected)
    }

    @Test(
        "a line that a newer version of an API or ERP lacks is gone, also where that has other fields",
        arguments: [OrderFields(), .category], [SourceKind.api, .erp])
    func lostLine(unstated: OrderFields, kind: SourceKind) {
        var kept = KeptOrder()
        kept.land(.sample([.sample("L1"), .sample("L2")]), by: kind)
        kept.land(.sample([.sample("L2")], updated: 9, unstated: unstated), by: kind)
        #expect(kept.counted?.lines.map(\.lineID) == ["L2"])
        #expect(kept.amounts(of: "a").paidFen == 1000)
        kept.expectSound("lost line")
    }

    @Test("what a file says beside the API is kept, and changes nothing where it adds nothing")
    func nothingAdded() throws {
        var kept = KeptOrder()
        kept.land(.sample())
        let (verdict, change) = kept.land(.sample(updated: 9), by: .file)
        #expect(verdict.outcome == .unchanged)
        #expect(try #require(change).statements?.all.count == 2)
        #expect(change?.order == nil && change?.differences == [])
        #expect(change?.added.cells == [] && change?.removed.cells == [])
        #expect(kept.land(.sample(updated: 9), by: .file).change == nil)
    }

    @Test(
        "the sum of an order counts until its items are known, and never beside them",
        arguments: [true, false])
    func wholeOrder(isSumFirst: Bool) {
        let sum = Order.sample([.sample("#0", paidFen: 3000)])
        let items = [Order.sample([.sample("L1")]), .sample([.sample("L2", paidFen: 2000)])]
        var kept = KeptOrder()
        if isSumFirst {
            kept.land(sum, by: .file)
            #expect(kept.amounts(of: "a").paidFen == 3000)
        }
        for item in items { kept.land(item, by: .file) }
        if !isSumFirst { kept.land(sum, by: .file) }
        #expect(kept.counted?.lines.map(\.lineID) == ["L1", "L2"])
        #expect(kept.amounts(of: "a").paidFen == 3000)
        kept.expectSound("#0")
    }
}
