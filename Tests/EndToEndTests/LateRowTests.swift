import Foundation
import Testing

/// Eight ways in which a sync by the newest update time loses rows or keeps wrong ones, and what becomes of them here.
@Suite("Rows that come late")
struct LateRowTests {
    private static let silent = "14-change-without-new-update-time"
    private static let spelt = "20-four-spellings-of-one-instant"

    /// A bureau that reads the described platform, without refunds inside orders.
    private func bureau(_ edit: (String) -> String = { $0 }) throws -> Bureau {
        let bureau = try Bureau([Bureau.zone])
        let text = try Cases.text("\(Self.spelt)/t-decl.yaml")
        try bureau.describe { _ in edit(text) }
        return bureau
    }

    /// An order of 1.00 to 9.00 with its update time.
    private func order(_ yuan: Int, updatedAt: String, no: String? = nil) throws -> [String: Any] {
        var order = try #require(try Cases.records("\(Self.spelt)/orders.json").first)
        var items = try #require(order["items"] as? [[String: Any]])
        for key in ["price", "paid"] { items[0][key] = yuan * 100 }
        items[0]["line"] = "\(no ?? "L\(yuan)")-1"
        order.merge(
            [
                "no": no ?? "L\(yuan)", "paid": yuan * 100, "paid_at": "2022-11-10 10:00:00",
                "updated_at": updatedAt,
                "items": items,
            ]) { $1 }
        return order
    }

    @Test(
        "a row that becomes visible later than the newest one that was read is found by the next look back",
        arguments: [
            // Inside what two syncs overlap by, and far behind it.
            ("2022-11-29 07:55:00", "2022-11-29T09:00:00+08:00"),
            ("2022-11-29 07:15:00", "2022-11-29T09:00:00+08:00"),
            ("2022-11-29 07:00:00", "2022-11-30T03:00:00+08:00"),
        ])
    func laterRow(updatedAt: String, found: String) throws {
        let bureau = try bureau()
        let newest = try order(1, updatedAt: "2022-11-29 07:59:00")
        try bureau.server.serve([newest], at: "orders")
        bureau.now = "2022-11-29T08:00:00+08:00"
        try bureau.done("run")
        try bureau.server.serve([newest, try order(2, updatedAt: updatedAt)], at: "orders")
        bureau.now = found
        try bureau.done("run")
        #expect(try bureau.report().totals.paidFen == 300)
        #expect(
            try bureau.rows(
                """
                SELECT order_id, is_new, moved_fen, datetime(read_before_ms / 1000, 'unixepoch', '+8 hours')
                FROM late_record
                """) == "L2|1|200|2022-11-29 08:00:00")
    }

    @Test(
        "an after-sale that is of a later day but behind the newest one that was read is found by the next look back"
    )
    func laterRefund() throws {
        let bureau = try Bureau([Bureau.zone])
        let folder = "22-order-discount-over-three-lines"
        let refunds = try Cases.records("\(folder)/refunds.json")
        try bureau.server.serve(try Cases.text("\(folder)/orders.json"), at: "orders")
        try bureau.server.serve([refunds[2]], at: "refunds")
        bureau.now = "2022-11-21T08:00:00+08:00"
        try bureau.done("run")
        let first = try bureau.report().totals.refundedFen
        #expect(first > 0 && first < 2_000)
        try bureau.server.serve(refunds, at: "refunds")
        bureau.now = "2022-11-21T09:00:00+08:00"
        try bureau.done("run")
        #expect(try bureau.report().totals.refundedFen == 2_000)
        #expect(try bureau.rows("SELECT count(*) FROM late_record WHERE refund_id <> ''") == "2")
    }

    @Test("case 14: a change without a new update time is seen by a later run, or by reading the day again")
    func silentChange() throws {
        for isAsked in [false, true] {
            let bureau = try Bureau()
            let changed = try #require(try Cases.records("\(Self.silent)/orders.json").first)
            try bureau.server.serve([Self.standing(changed)], at: "order-searchList")
            bureau.now = "2022-11-08T08:00:00+08:00"
            try bureau.done("run")
            #expect(try bureau.report().totals.netFen == 9_900)

            try bureau.server.serve([changed], at: "order-searchList")
            bureau.now = "2022-11-08T09:00:00+08:00"
            try bureau.done("run")
            // The day is read again once a day, or when it is asked for.
            #expect(try bureau.report().totals.netFen == 9_900)
            if isAsked {
                try bureau.done("sync", "--from", "2022-11-03", "--to", "2022-11-03")
            } else {
                bureau.now = "2022-11-09T08:00:00+08:00"
                try bureau.done("run")
            }
            let totals = try bureau.report().totals
            #expect(totals.refundedFen == 9_900 && totals.netFen == 0 && totals.grams == 0)
            #expect(try bureau.rows("SELECT is_new, moved_fen FROM late_record") == "0|9900")
        }
    }

    /// The order of case 14 before it was closed.
    private static func standing(_ order: [String: Any]) -> [String: Any] {
        var order = order
        order["order_status"] = 3
        order["sku_order_list"] = (order["sku_order_list"] as? [[String: Any]])?.map { line in
            line.merging(["order_status": 3]) { $1 }
        }
        return order
    }

    @Test(
        "of update times without a zone, with +08:00 and with Z the later one counts, whichever text is greater"
    )
    func zones() throws {
        // By its text each is smaller than the one before it.
        let versions = [
            "2022-11-10 10:00:00", "2022-11-10T02:10:00Z", "2022-11-10T10:20:00+08:00",
            "2022-11-10T02:30:00.5Z",
        ]
        let bureau = try bureau {
            $0.replacingOccurrences(of: "updated_at: updated_at", with: "updated_at: changed_at")
        }
        for (place, changedAt) in versions.enumerated() {
            var version = try order(place + 1, updatedAt: "2022-11-10 11:00:00", no: "Z")
            version["changed_at"] = changedAt
            try bureau.server.serve([version], at: "orders")
            bureau.now = "2022-11-10T1\(2 + place):00:00+08:00"
            try bureau.done("run")
            #expect(try bureau.report().totals.paidFen == (place + 1) * 100)
        }
    }

    @Test("an older version that comes after a newer one changes nothing")
    func olderVersion() throws {
        let bureau = try bureau {
            $0.replacingOccurrences(of: "updated_at: updated_at", with: "updated_at: changed_at")
        }
        for (hour, yuan, changedAt) in [(12, 5, "2022-11-10 11:00:00"), (13, 3, "2022-11-10 10:30:00")] {
            var version = try order(yuan, updatedAt: "2022-11-10 11:00:00", no: "O")
            version["changed_at"] = changedAt
            try bureau.server.serve([version], at: "orders")
            bureau.now = "2022-11-10T\(hour):00:00+08:00"
            try bureau.done("run")
            #expect(try bureau.report().totals.paidFen == 500)
        }
    }

    @Test("what the platform lists no more stays as it was: nobody is told")
    func deleted() throws {
        let bureau = try bureau()
        try bureau.server.serve([try order(1, updatedAt: "2022-11-10 11:00:00")], at: "orders")
        bureau.now = "2022-11-10T12:00:00+08:00"
        try bureau.done("run")
        try bureau.server.serve("[]", at: "orders")
        bureau.now = "2022-11-10T14:00:00+08:00"
        try bureau.done("run")
        try bureau.done("sync", "--from", "2022-11-10", "--to", "2022-11-10")
        #expect(try bureau.report().totals.paidFen == 100)
        #expect(try bureau.warnings().isEmpty)
    }
}
