import Foundation
import Testing

/// What was read and does not count: listed with its age, explained, and settled by a record or a person.
@Suite("daihuo parked")
struct HeldTests {
    private func records(_ bureau: Bureau, _ arguments: String...) throws -> [[String: Any]] {
        let result = try bureau.run(["parked", "--format", "json"] + arguments)
        #expect(result.status == 0, "\(result.complaints)")
        return try #require(try KilledRunTests.json(result.output)["records"] as? [[String: Any]])
    }

    @Test(
        "case 08: eight rows that cannot be read are eight, and none when the mended file has come",
        arguments: SpokenLanguage.allCases)
    func malformedRows(language: SpokenLanguage) throws {
        let bureau = try Bureau()
        bureau.language = language
        let folder = "08-malformed-rows-counted"
        #expect(try bureau.run(["import", Cases.path("\(folder)/broken.csv")], strict: true).status == 1)
        let held = try records(bureau)
        #expect(held.count == 8)
        #expect(Set(held.compactMap { $0["place"] as? String }).count == 8)
        #expect(held.allSatisfy { ($0["place"] as? String)?.hasPrefix("broken.csv line ") == true })
        #expect(try bureau.report().totals.paidFen == 12_000)
        #expect(try bureau.report().proof.parkedRecords == 8)
        let number = try #require(held.first?["order"] as? String)
        #expect(try bureau.done("explain", number).output.contains(language.text("搁置", "parked")))

        try bureau.done("import", Cases.path("\(folder)/mended.csv"))
        #expect(try records(bureau).isEmpty)
        #expect(try bureau.report().totals.paidFen == 20_000)
        #expect(try bureau.report().totals.orders == 20)
    }

    @Test(
        "case 23: words that the description does not know are told, with records and yuan; --strict sees them"
    )
    func unknownWords() throws {
        let bureau = try Bureau([Bureau.zone])
        let folder = "23-unknown-refund-word"
        try bureau.describe { _ in (try? Cases.text("\(folder)/t-decl.yaml")) ?? "" }
        try bureau.server.serve(try Cases.text("\(folder)/orders.json"), at: "orders")
        try bureau.server.serve(try Cases.text("\(folder)/refunds.json"), at: "refunds")
        let run = try bureau.run(["run"], strict: true)
        #expect(run.status == 1, "\(run.output)\(run.complaints)")
        let held = try records(bureau, "--only", "kind=unknown_word")
        #expect(held.map { $0["reason"] as? String } == ["退款成功（原路退回）"])
        #expect(held.map { $0["place"] as? String } == ["refund.status"])
        #expect(held.map { $0["amount_fen"] as? Int } == [5_000])
        #expect(
            try bureau.run(
                ["report", "attribution", "--from", "2022-11-01", "--to", "2022-11-30"], strict: true
            ).status == 1)

        // Put into the map, the word is known: all is read again, and the list is empty.
        try bureau.describe { _ in
            ((try? Cases.text("\(folder)/t-decl.yaml")) ?? "").replacingOccurrences(
                of: "退款成功: succeeded", with: "退款成功: succeeded, 退款成功（原路退回）: succeeded")
        }
        try bureau.done("run")
        #expect(try records(bureau, "--only", "kind=unknown_word").isEmpty)
    }

    @Test("an after-sale without its order is listed and explained, until the order has come")
    func orphan() throws {
        let bureau = try Bureau([Bureau.zone])
        let folder = "22-order-discount-over-three-lines"
        try bureau.server.serve(try Cases.text("\(folder)/refunds.json"), at: "refunds")
        try bureau.done("run")
        let held = try records(bureau, "--only", "kind=orphan", "--only", "account=z-zone")
        #expect(held.count == 3)
        #expect(held.compactMap { $0["amount_fen"] as? Int }.reduce(0, +) == 2_000)
        let order = try #require(held.first?["order"] as? String)
        #expect(try bureau.done("explain", order).output.contains("订单未到"))
        #expect(try bureau.done("explain", order, "--lang", "en").output.contains("orphan"))

        try bureau.server.serve(try Cases.text("\(folder)/orders.json"), at: "orders")
        try bureau.done("sync", "--from", "2022-11-01", "--to", "2022-11-30")
        #expect(try records(bureau).isEmpty)
    }

    @Test(
        "with --strict, check and explain end with 1 as long as anything of the store or of the order is held"
    )
    func strict() throws {
        let bureau = try Bureau()
        let folder = "08-malformed-rows-counted"
        func strictly(_ arguments: String...) throws -> DaihuoProcess.Result {
            try bureau.run(arguments, strict: true)
        }
        _ = try bureau.run(["import", Cases.path("\(folder)/broken.csv")])
        let parked = try #require(try records(bureau).compactMap { $0["order"] as? String }.first)
        let sound = try bureau.rows("SELECT min(order_id) FROM v_order")
        #expect(try bureau.done("check").output.contains("搁置的记录 8 条"))
        // What is not booked is open, too.
        #expect(try strictly("explain", sound).status == 1)
        try bureau.done("post")
        #expect(try strictly("explain", sound).status == 0)
        #expect(try strictly("explain", parked).status == 1 && strictly("check").status == 1)
        try bureau.done("explain", parked)

        try bureau.done("import", Cases.path("\(folder)/mended.csv"))
        #expect(try strictly("check").status == 1 && strictly("explain", parked).status == 1)
        try bureau.done("post")
        let check = try strictly("check")
        #expect(check.status == 0, "\(check.output)")
        #expect(try strictly("explain", parked).status == 0)

        // A host of nobody: first decided otherwise than now, then unassigned.
        try bureau.folder.write("party,platform,kind,value,from,to\n", to: "roster/identities.csv")
        #expect(try strictly("explain", sound).status == 1)
        try bureau.done("attribute")
        try bureau.done("post")
        #expect(try strictly("explain", sound).status == 1)
        let unassigned = try strictly("check")
        #expect(unassigned.status == 1 && unassigned.output.contains("未归属的子订单 20 行"))
        #expect(!unassigned.output.contains("未入账"))
    }

    @Test("check names each kind of thing that is held with its number, and where it is listed")
    func kinds() throws {
        let bureau = try Bureau.english()
        try bureau.done("run")
        let check = try bureau.run(["check", "--lang", "en"], strict: true)
        #expect(check.status == 1)
        for line in [
            "orphans: 1", "daihuo parked --only kind=orphan", "records with an unknown word: 1",
            "daihuo parked --only kind=unknown_word",
        ] {
            #expect(check.output.contains(line), "\(check.output)")
        }
    }

    @Test("a person dismisses what will never be sound, with a reason; nothing is dismissed by a slip")
    func dismissed() throws {
        let bureau = try Bureau()
        _ = try bureau.run(["import", Cases.path("08-malformed-rows-counted/broken.csv")])
        let ids = try records(bureau).compactMap { $0["id"] as? String }
        for arguments in [[ids[0], "p999"], ["x1"], [ids[0], ""]] {
            let refused = try bureau.run(["parked", "dismiss"] + arguments + ["--why", "平台已作废"])
            #expect(refused.status == 2, "\(arguments): \(refused.complaints)")
        }
        #expect(try bureau.run(["parked", "dismiss", ids[0], "--why", " "]).status == 2)
        #expect(try records(bureau).count == 8)
        try bureau.done("parked", "dismiss", ids[0], ids[1], "--why", "平台已作废")
        #expect(try records(bureau).count == 6)
        #expect(try bureau.report().proof.parkedRecords == 6)
        // The same file again says the same.
        _ = try bureau.run(["import", Cases.path("08-malformed-rows-counted/broken.csv")])
        #expect(try records(bureau).count == 6)
        #expect(
            try bureau.rows("SELECT DISTINCT dismissed_why FROM v_parked WHERE dismissed_why NOT NULL")
                == "平台已作废")
    }

    @Test("a condition that is none is refused", arguments: ["kind=lost", "age=3", "orphan"])
    func conditions(only: String) throws {
        let bureau = try Bureau()
        try bureau.done("import", Cases.path("13-file-under-wrong-account/orders.csv"))
        let refused = try bureau.run(["parked", "--only", only])
        #expect(refused.status == 2 && refused.complaints.contains(only))
        #expect(try bureau.done("parked").output == "没有待处理的记录。\n")
        #expect(try bureau.done("parked", "--lang", "en").output == "Nothing is held.\n")
    }
}
