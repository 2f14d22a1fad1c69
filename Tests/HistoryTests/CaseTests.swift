import Domain
import Testing

@Suite("The naive books give the answers that were worked out by hand")
struct CaseTests {
    @Test("K2, K3: what was decided by another roster is decided anew by the one that comes back")
    func rosterComesBack() {
        var books = NaiveBooks(Samples.roster)
        books.land(Samples.page([Samples.order(id: "o-1", [Samples.line()])]), isStale: false)
        books.replaceRoster(by: RosterFacts())
        books.land(Samples.page([Samples.order(id: "o-2", [Samples.line()])]), isStale: false)
        #expect(books.answer().rows.map(\.sums.paidFen) == [1000])
        #expect(books.answer().unassigned.paidFen == 1000)
        books.replaceRoster(by: Samples.roster)
        books.attribute()
        #expect(books.answer().rows.map(\.sums.paidFen) == [2000])
    }

    @Test("K4: the host that a file gave stays when the API touches the order without one")
    func hostOfFile() {
        var books = NaiveBooks(Samples.roster)
        books.land(Samples.page([Samples.order([Samples.line(hostID: "")])]), isStale: false)
        books.importRows(Samples.file([Samples.order([Samples.line()])]))
        #expect(books.answer().rows.map(\.key) == ["p-1"])
        let shipped = Samples.order(updatedAt: "2022-11-07 13:00", [Samples.line(hostID: "")])
        books.land(Samples.page([shipped]), isStale: false)
        #expect(books.answer().rows.map(\.key) == ["p-1"])
    }

    @Test(
        "K5: a column that a newer file lacks says nothing; one that is empty does", arguments: [true, false])
    func missingColumn(isMissing: Bool) {
        var books = NaiveBooks(Samples.roster)
        books.importRows(Samples.file([Samples.order([Samples.line()])]))
        let newer = Samples.order(
            updatedAt: "2022-11-07 13:00", [Samples.line(hostID: "")], unstated: isMissing ? .hostID : [])
        books.importRows(Samples.file([newer]))
        #expect(books.answer().rows.map(\.key) == (isMissing ? ["p-1"] : []))
        #expect(books.answer().totals.paidFen == 1000)
    }

    @Test("K6: freight of all rows of an order counts, wherever they stand")
    func freightOfRows() {
        var books = NaiveBooks(Samples.roster)
        let rows = [
            Samples.order([Samples.line("L1", freightFen: 300)]), Samples.order(id: "o-2", [Samples.line()]),
            Samples.order([Samples.line("L2", freightFen: 500)]),
        ]
        books.importRows(Samples.file(rows))
        #expect(books.freightFen(channel: .douyin, shopID: "4463798", orderID: "o-1") == 800)
        #expect(books.answer().totals.paidFen == 3000)
    }

    @Test("K7: a stated refund of 5.00 that becomes 0 takes back on its day; nothing stated says nothing")
    func statedRefund() {
        var books = NaiveBooks(Samples.roster)
        for (day, fen) in [(6, 500), (7, nil), (8, 0)] as [(Int, Int64?)] {
            let at = "2022-11-0\(day) 13:00"
            let stated = fen.map { StatedRefund(refundedFen: Fen($0), refundedAt: Samples.at(at)) }
            let order = Samples.order(updatedAt: at, [Samples.line(stated: stated)])
            books.land(Samples.page([order]), isStale: false)
            #expect(books.answer().totals.refundedFen == (day == 8 ? 0 : 500))
        }
        let days = books.answer(by: .day, dated: .refunded).rows
        #expect(days.map(\.key) == ["2022-11-05", "2022-11-06", "2022-11-08"])
        #expect(days.map(\.sums.refundedFen) == [0, 500, -500])
    }

    @Test("K11: a campaign is the sale's, whatever day its refund and its booking have")
    func campaign() {
        var books = NaiveBooks(Samples.roster)
        let refund = Samples.refund("L1", fen: 300, on: "2022-11-20")
        books.land(Samples.page([Samples.order([Samples.line()])], [refund]), isStale: false)
        books.post(bookedAt: Samples.at("2022-12-21 08:00"))
        let refunded = books.answer(by: .campaign, dated: .refunded).rows
        let booked = books.answer(from: "2022-12-01", to: "2022-12-31", by: .campaign, dated: .booked).rows
        for rows in [refunded, booked] {
            #expect(rows.map(\.key) == ["c-1"])
            #expect(rows.map(\.sums.paidFen) == [1000])
            #expect(rows.map(\.sums.refundedFen) == [300])
        }
    }

    @Test(
        "K12: a closed line weighs nothing, also where nothing was paid for it",
        arguments: [0, 1000] as [Int64])
    func closedLine(paidFen: Int64) {
        var books = NaiveBooks(Samples.roster)
        books.land(Samples.page([Samples.order([Samples.line(paidFen: paidFen)])]), isStale: false)
        #expect(books.answer().totals.grams == 2500)
        let line = Samples.line(paidFen: paidFen, closedAt: "2022-11-06 10:00")
        books.land(Samples.page([Samples.order(updatedAt: "2022-11-06 10:00", [line])]), isStale: false)
        #expect(books.answer().totals.grams == 0)
        #expect(books.answer().totals.refundedFen == paidFen)
    }

    @Test(
        "K13: a closed order that is touched again was refunded when it was closed", arguments: [true, false])
    func closedAndTouched(isInOrder: Bool) {
        var books = NaiveBooks(Samples.roster)
        let versions = ["2022-11-06 10:00", "2022-11-20 10:00"].map { at in
            Samples.order(updatedAt: at, [Samples.line(closedAt: at)])
        }
        for order in isInOrder ? versions : versions.reversed() {
            books.land(Samples.page([order]), isStale: false)
        }
        let days = books.answer(by: .day, dated: .refunded).rows
        #expect(days.map(\.key) == ["2022-11-05", "2022-11-06"])
        #expect(days.map(\.sums.refundedFen) == [0, 1000])
        #expect(days.map(\.sums.grams) == [2500, -2500])
    }

    @Test("K17: a parked row stays until its own line comes, whatever becomes of the row beside it")
    func parkedSibling() {
        var books = NaiveBooks(Samples.roster)
        let parked = ParkedRecord(
            path: "line 3", reason: Notice("record.id_empty"), orderID: "o-1", lineID: "L2", body: "")
        books.importRows(Samples.file([Samples.order([Samples.line("L1")])], parked: [parked]))
        books.importRows(
            Samples.file([Samples.order(updatedAt: "2022-11-07 13:00", [Samples.line("L1")])]))
        #expect(books.answer().proof.parkedRecords == 1)
        books.importRows(Samples.file([Samples.order([Samples.line("L2")])]))
        #expect(books.answer().proof.parkedRecords == 0)
    }

    @Test("Case 22: an order whose refunds add up to all that was paid weighs nothing on any line")
    func discountOverLines() {
        var books = NaiveBooks(Samples.roster)
        let lines = zip(["L1", "L2", "L3"], [667, 667, 666]).map { Samples.line($0, paidFen: $1) }
        let refunds = zip(["L1", "L2", "L3"], [666, 667, 667]).map { lineID, fen in
            Samples.refund(lineID, fen: fen, on: "2022-11-1\(lineID.suffix(1))")
        }
        books.land(Samples.page([Samples.order(lines)], refunds), isStale: false)
        let totals = books.answer().totals
        #expect(totals.paidFen == 2000)
        #expect(totals.refundedFen == 2000)
        #expect(totals.grams == 0)
        // The first line is a fen short: it lost its weight with the order's last refund.
        let days = books.answer(by: .day, dated: .refunded).rows
        #expect(days.map(\.key) == ["2022-11-05", "2022-11-11", "2022-11-12", "2022-11-13"])
        #expect(days.map(\.sums.grams) == [7500, 0, -2500, -5000])
    }

    @Test("Case 26: an older file changes nothing, in whatever order files and rows come", arguments: 0..<4)
    func newerBeforeOlder(course: Int) {
        var books = NaiveBooks(Samples.roster)
        let closed = Samples.order(
            updatedAt: "2022-11-09 10:00", [Samples.line(paidFen: 2000, closedAt: "2022-11-09 10:00")])
        let other = Samples.order(id: "o-2", [Samples.line(paidFen: 1550)])
        let open = Samples.order([Samples.line(paidFen: 2000)])
        let files = [
            [[closed, other], [open, other]], [[open, other], [closed, other]], [[closed, open, other]],
            [[open, other, closed]],
        ]
        for rows in files[course] { books.importRows(Samples.file(rows)) }
        let totals = books.answer().totals
        #expect(totals.orders == 2)
        #expect(totals.paidFen == 3550)
        #expect(totals.refundedFen == 2000)
        #expect(totals.grams == 2500)
    }
}
