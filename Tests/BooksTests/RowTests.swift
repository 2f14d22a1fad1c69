import Domain
import Testing

@testable import Books

@Suite("Rows that a file has of one order")
struct RowTests {
    /// Two lines with freight; a third one is free of it.
    private static let rows = [
        Order.sample([.sample("L1", freightFen: 300)], remark: "一"),
        .sample([.sample("L2", freightFen: 500)], remark: "二"), .sample([.sample("L3")], remark: "三"),
    ]

    @Test(
        "K6: freight of all rows counts, whether they stand together or apart, and once where a row comes again"
    )
    func freight() {
        var together = KeptOrder()
        together.land(Self.rows[0], Self.rows[1], Self.rows[2], by: .file)
        var apart = KeptOrder()
        for row in Self.rows + Self.rows { apart.land(row, by: .file) }
        for kept in [together, apart] {
            #expect(kept.counted?.lines.map(\.freightFen.amount) == [300, 500, 0])
            #expect(kept.amounts(of: "a").paidFen == 3000)
            #expect(kept.amounts(of: "a").lines == 3)
            kept.expectSound("K6")
        }
        #expect(together.counted == apart.counted)
    }

    @Test(
        "rows of one file give one order wherever they stand, and a roster that decides the same changes nothing"
    )
    func placesOfRows() {
        var expected = KeptOrder()
        expected.land(Self.rows[0], Self.rows[1], Self.rows[2], by: .file)
        for places in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            var kept = KeptOrder()
            kept.land(Self.rows[places[0]], Self.rows[places[1]], Self.rows[places[2]], by: .file)
            #expect(kept.counted == expected.counted, "\(places)")
            #expect(kept.standing == expected.standing, "\(places)")
            #expect(kept.credit(by: .sample) == nil, "\(places)")
        }
    }

    @Test("a row that has grown older leaves the others as they are")
    func oneRowNewer() {
        var kept = KeptOrder()
        kept.land(Self.rows[0], Self.rows[1], by: .file)
        kept.land(.sample([.sample("L2", paidFen: 700, freightFen: 500)], updated: 9), by: .file)
        #expect(kept.counted?.lines.map(\.lineID) == ["L1", "L2"])
        #expect(kept.counted?.lines.map(\.paidFen) == [Fen(1000), Fen(700)])
        #expect(kept.standing?.version.updatedAt == .november(9))
        kept.expectSound("one row")
    }

    @Test("case 26: an older file changes nothing, in whatever order files and rows come", arguments: 0..<4)
    func newerBeforeOlder(course: Int) {
        let closed = Order.sample([.sample(paidFen: 2000, closed: 9)], updated: 9)
        let open = Order.sample([.sample(paidFen: 2000)])
        var kept = KeptOrder()
        switch course {
        case 0: for row in [closed, open] { kept.land(row, by: .file) }
        case 1: for row in [open, closed] { kept.land(row, by: .file) }
        case 2: kept.land(closed, open, by: .file)
        default: kept.land(open, closed, by: .file)
        }
        #expect(kept.amounts(of: "a").paidFen == 2000)
        #expect(kept.amounts(of: "a").refundedFen == 2000)
        #expect(kept.amounts(of: "a").grams == 0)
        kept.expectSound("case 26")
        let (verdict, change) = kept.land(open, by: .file)
        #expect(verdict.outcome == .older && change == nil)
    }

    @Test(
        "an order goes by its newest row, also where that adds nothing to the others",
        arguments: [true, false])
    func newestRow(isInOrder: Bool) {
        let rows = [Order.sample(), .sample([.sample(hostID: "")], unstated: .hostID)]
        var kept = KeptOrder()
        for place in isInOrder ? [0, 1] : [1, 0] {
            kept.land(
                [rows[place]], by: .file, fetched: .november(20 + place),
                at: Origin(source: 2, page: Int64(place)))
        }
        #expect(kept.standing?.origin.page == 1)
        #expect(kept.standing?.version.fetchedAt == .november(21))
        #expect(kept.amounts(of: "a").paidFen == 1000)
        kept.expectSound("newest row")
    }

    @Test("the same update time with other content is a conflict: it is told, and the later fetch counts")
    func conflict() {
        var kept = KeptOrder()
        kept.land(.sample([.sample(paidFen: 900)]), fetched: .november(20))
        let (verdict, _) = kept.land(.sample([.sample(paidFen: 800)]), fetched: .november(21))
        #expect(verdict.conflicts.map(\.updatedAt) == [.november(6)])
        #expect(kept.amounts(of: "a").paidFen == 800)
        let (earlier, change) = kept.land(.sample([.sample(paidFen: 700)]), fetched: .november(19))
        #expect(earlier.conflicts.isEmpty && change == nil)
        kept.expectSound("conflict")
    }

    @Test("rows of one file with one time and other content are told, also where the order is new")
    func conflictInFile() {
        var kept = KeptOrder()
        let rows = [900, 800].map { Order.sample([.sample(paidFen: $0)]) }
        let (verdict, _) = kept.land(rows[0], rows[1], by: .file)
        #expect(verdict.conflicts.map(\.lineID) == ["L1"])
        #expect(kept.amounts(of: "a").paidFen == 800)
    }
}
