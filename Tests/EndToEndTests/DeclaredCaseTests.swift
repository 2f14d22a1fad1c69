import Foundation
import Testing

/// Orders and refunds of a declared platform, from its pages to the figures.
@Suite("A declared platform's orders and refunds")
struct DeclaredCaseTests {
    private static let folder = "22-order-discount-over-three-lines"

    @Test(
        "an order whose discount does not divide is wholly refunded: nothing is left, neither fen nor grams")
    func discountOverLines() throws {
        let bureau = try Bureau([Bureau.zone])
        try bureau.server.serve(try Cases.text("\(Self.folder)/orders.json"), at: "orders")
        bureau.now = "2022-11-16T08:00:00+08:00"
        try bureau.done("run")
        #expect(try bureau.report().totals.paidFen == 2_000)
        #expect(try bureau.report().totals.grams == 7_500)
        #expect(
            try bureau.rows("SELECT paid_fen FROM v_line ORDER BY line_id")
                == ["667", "667", "666"].joined(
                    separator: "\n"))

        try bureau.server.serve(try Cases.text("\(Self.folder)/refunds.json"), at: "refunds")
        bureau.now = "2022-11-30T08:00:00+08:00"
        try bureau.done("run")
        let answer = try bureau.report()
        #expect(answer.totals.lines == 3 && answer.totals.paidFen == 2_000)
        #expect(answer.totals.refundedFen == 2_000 && answer.totals.netFen == 0 && answer.totals.grams == 0)
        #expect(answer.proof.journalNetFen == 0 && answer.proof.pendingFen == 0)
        #expect(try bureau.done("explain", "F1").output.contains("RF3"))
        #expect(try bureau.warnings().isEmpty)
    }

    @Test("a campaign is the sale's, whatever days its refund and its booking have")
    func campaign() throws {
        let bureau = try Bureau([Bureau.zone])
        var order = try #require(try Cases.records("\(Self.folder)/orders.json").first)
        order["paid_at"] = "2022-11-05 10:00:00"
        order["updated_at"] = "2022-11-05 10:00:00"
        order["paid"] = 1_000
        order["items"] = (order["items"] as? [[String: Any]]).map { Array($0.prefix(1)) }
        var refund = try #require(try Cases.records("\(Self.folder)/refunds.json").first)
        refund["amount"] = 300
        try bureau.server.serve([order], at: "orders")
        try bureau.server.serve([refund], at: "refunds")
        bureau.now = "2022-12-21T08:00:00+08:00"
        try bureau.done("run")

        let byCampaign = ["--by", "campaign", "--from", "2022-11-01", "--to", "2022-12-31"]
        for dated in ["paid", "refunded", "booked"] {
            let answer = try bureau.report(byCampaign + ["--dated", dated])
            #expect(answer.rows.map(\.key) == ["c-1"], "\(dated)")
            #expect(answer.rows.map(\.netFen) == [700] && answer.rows.map(\.refundedFen) == [300], "\(dated)")
        }
        // Each by its own day: the sale in the campaign's days, the refund on the 20th, all booked in December.
        let sold = try bureau.report(
            ["--by", "campaign", "--from", "2022-11-05", "--to", "2022-11-08", "--dated", "refunded"])
        #expect(sold.net == ["c-1": 1_000])
        let refunded = try bureau.report(
            ["--by", "campaign", "--from", "2022-11-20", "--to", "2022-11-20", "--dated", "refunded"])
        #expect(refunded.net == ["c-1": -300])
        let booked = try bureau.report(
            ["--by", "campaign", "--from", "2022-12-01", "--to", "2022-12-31", "--dated", "booked"])
        #expect(booked.net == ["c-1": 700])
    }
}
