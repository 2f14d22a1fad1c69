import Compression
import Foundation
import Testing

/// Pages that are kept and mapped again: a mapping bug is undone for the days that have passed, without the network.
@Suite("daihuo replay")
struct ReplayTests {
    private static let folder = "22-order-discount-over-three-lines"
    /// The bug: the amount of the order is read from what was asked for, not from what was paid.
    private static let bug = (right: "      paid: paid\n", wrong: "      paid: due\n")

    static func order(_ number: Int, due: Int, paid: Int, status: String = "PAID") -> [String: Any] {
        let at = String(format: "2022-11-%02d 10:00:00", number % 20 + 1)
        return [
            "no": "X\(number)", "shop": "Z1", "status": status, "paid_at": at, "updated_at": at, "due": due,
            "paid": paid, "buyer": "华小满", "phone": "13900001234", "address": "青云路18号花溪里3栋502室",
            "items": [
                ["line": "1", "title": "大米", "num": 2, "price": due, "receiver": "华小满 13900001234"]
            ],
        ]
    }

    static func refund(_ number: Int, amount: Int) -> [String: Any] {
        let at = String(format: "2022-11-%02d 18:00:00", number % 20 + 1)
        return [
            "id": "R\(number)", "order": "X\(number)", "line": "1", "shop": "Z1", "status": "退款成功",
            "amount": amount, "updated_at": at, "reason": "不想要了，电话13900001234",
        ]
    }

    /// A bureau that was synced with the bug, and the edit that mends it.
    static func wronglySynced(_ orders: [[String: Any]]? = nil) throws -> Bureau {
        let bureau = try Bureau([Bureau.zone])
        try bureau.server.serve(
            orders ?? (0..<230).map { order($0, due: 1_000 + $0, paid: 900 + $0) }, at: "orders")
        try bureau.server.serve(
            (0..<230).filter { $0 % 7 == 0 }.map { refund($0, amount: 90) }, at: "refunds")
        try bureau.describe(wrong)
        try bureau.done("run")
        return bureau
    }

    /// The bug; what was paid is kept all the same.
    private static func wrong(_ text: String) -> String {
        text.replacingOccurrences(of: bug.right, with: bug.wrong)
            .replacingOccurrences(
                of: "      records: data.list\n    order:\n",
                with: "      records: data.list\n    keep: [paid]\n    order:\n")
    }

    static func replay(_ bureau: Bureau, _ arguments: String...) throws -> [String: Any] {
        let result = try bureau.done(["replay", "--format", "json"] + arguments)
        return try KilledRunTests.json(result.output)
    }

    private static func parties(_ answer: [String: Any]) throws -> [[String: AnyHashable]] {
        try #require(answer["parties"] as? [[String: AnyHashable]])
    }

    private static func account(_ answer: [String: Any]) throws -> [String: Any] {
        try #require((answer["accounts"] as? [[String: Any]])?.first)
    }

    @Test(
        "a mapping bug is mended from kept pages; the dry run shows the sums of the run after it, and writes nothing"
    )
    func mended() throws {
        let bureau = try Self.wronglySynced()
        let before = try bureau.report("--by", "party")
        try bureau.describe { $0 }
        let everything = try bureau.everything()

        let tried = try Self.replay(bureau, "--dry-run")
        #expect(try bureau.everything() == everything)
        let names = try FileManager.default.contentsOfDirectory(atPath: bureau.folder.url.path)
        #expect(!names.contains { $0.contains(".replay-") }, "\(names)")

        // No network: nobody answers any more.
        try bureau.server.serveAsWritten("[", at: "orders")
        let done = try Self.replay(bureau)
        #expect(try Self.parties(done) == Self.parties(tried))
        #expect(tried["dry_run"] as? Bool == true && done["dry_run"] as? Bool == false)
        let party = try #require(try Self.parties(done).first)
        #expect(party["party"] == AnyHashable("fs-01"))
        #expect(party["paid_fen_difference"] == AnyHashable(-100 * 230))
        #expect(party["paid_fen_before"] == AnyHashable(Int(before.totals.paidFen)))
        #expect(try Self.account(done)["changed_orders"] as? Int == 230)
        #expect((try Self.account(done)["pages_left"] as? [Any])?.isEmpty == true)

        // The report, and what is booked, are those of a store that had never had the bug.
        try bureau.done("post")
        let after = try bureau.report("--by", "party")
        #expect(party["paid_fen_after"] == AnyHashable(Int(after.totals.paidFen)))
        let fresh = try Bureau([Bureau.zone])
        try fresh.server.serve(
            (0..<230).map { Self.order($0, due: 1_000 + $0, paid: 900 + $0) }, at: "orders")
        try fresh.server.serve(
            (0..<230).filter { $0 % 7 == 0 }.map { Self.refund($0, amount: 90) }, at: "refunds")
        try fresh.done("run")
        let expected = try fresh.report("--by", "party")
        #expect(after.totals == expected.totals && after.proof == expected.proof)
        #expect(try bureau.rows("SELECT count(*) FROM v_conflict") == "0")

        // Once more: nothing changes.
        let again = try Self.replay(bureau)
        #expect(try Self.parties(again).isEmpty && Self.account(again)["changed_orders"] as? Int == 0)
        #expect(try bureau.report("--by", "party").totals == after.totals)
    }

    @Test("what was replayed wholly is not read again from the platform; what was not is")
    func provenWindows() throws {
        for isTorn in [false, true] {
            let bureau = try Self.wronglySynced()
            if isTorn {
                let kept = bureau.folder.url.appendingPathComponent(
                    "daihuo.sqlite.pages/z-zone/2022-11-30.pages")
                let bytes = try Data(contentsOf: kept)
                try bytes.prefix(bytes.count / 2).write(to: kept)
            }
            try bureau.describe { $0 }
            let done = try Self.replay(bureau)
            #expect((try Self.account(done)["windows_read"] as? Int ?? 0) > 0)
            let spans = try bureau.rows("SELECT from_ms, to_ms FROM read_span ORDER BY feed, from_ms")
            let first = try #require(ISO8601DateFormatter().date(from: "2022-11-01T00:00:00+08:00"))
            let isWhole = spans.contains("\(Int(first.timeIntervalSince1970) * 1000)")
            #expect(isTorn || isWhole, "\(spans)")
            let run = try KilledRunTests.json(try bureau.done("run", "--format", "json").output)
            let account = try #require((run["accounts"] as? [[String: Any]])?.first)
            let changed = account["changed_orders"] as? Int ?? 0
            #expect(isTorn ? changed > 0 : changed == 0)
            #expect(try bureau.report().totals.paidFen == Int64((0..<230).reduce(0) { $0 + 900 + $1 }))
            #expect(try bureau.warnings().isEmpty)
        }
    }

    @Test("a window of which a later page was not replayed is read again")
    func later() throws {
        let bureau = try Self.wronglySynced()
        bureau.now = "2022-12-02T08:00:00+08:00"
        // It comes late into time that was read before.
        let orders = (0..<230).map { Self.order($0, due: 1_000 + $0, paid: 900 + $0) }
        try bureau.server.serve(orders + [Self.order(500, due: 70, paid: 60)], at: "orders")
        try bureau.done("sync", "--from", "2022-11-01", "--to", "2022-11-29")
        try bureau.describe { $0 }
        let first = try Self.replay(bureau, "--to", "2022-11-30")
        #expect(try Self.account(first)["windows_read"] as? Int ?? 0 < 3, "\(first)")
        try bureau.done("run")
        let wanted = (0..<230).reduce(60) { $0 + 900 + $1 }
        #expect(try bureau.report().totals.paidFen == Int64(wanted))
        #expect(try bureau.warnings().isEmpty)
    }

    @Test("a key that was not kept is not taken for one that is missing: its pages are left to the platform")
    func keyNotKept() throws {
        let bureau = try Bureau([Bureau.zone])
        try bureau.server.serve((0..<20).map { Self.order($0, due: 100, paid: 90) }, at: "orders")
        try bureau.describe { $0.replacingOccurrences(of: Self.bug.right, with: Self.bug.wrong) }
        try bureau.done("run")
        try bureau.describe { $0 }
        let done = try Self.replay(bureau)
        let left = try #require(try Self.account(done)["pages_left"] as? [[String: Any]])
        #expect(
            left.count == 1 && (left[0]["reason"] as? String)?.contains("data.list.paid") == true, "\(left)")
        #expect(done["parked_records_after"] as? Int == 0)
        #expect(try Self.parties(done).isEmpty)
        #expect(try bureau.run(["replay"], strict: true).status == 1)
        try bureau.done("run")
        #expect(try bureau.report().totals.paidFen == 1_800)
    }

    @Test("a record that was parked, and is understood now, leaves the list without the network")
    func parked() throws {
        let bureau = try Bureau([Bureau.zone])
        try bureau.server.serve(
            [Self.order(1, due: 100, paid: 90), Self.order(2, due: 50, paid: 40, status: "SHIPPED")],
            at: "orders")
        try bureau.describe { $0.replacingOccurrences(of: "default: sale_if_dated", with: "default: park") }
        try bureau.done("run")
        #expect(try bureau.report().proof.parkedRecords == 1)
        try bureau.describe {
            $0.replacingOccurrences(of: "default: sale_if_dated", with: "default: park")
                .replacingOccurrences(of: "{PAID: sale,", with: "{PAID: sale, SHIPPED: sale,")
        }
        let done = try Self.replay(bureau)
        #expect(done["parked_records_before"] as? Int == 1 && done["parked_records_after"] as? Int == 0)
        #expect(try bureau.report().proof.parkedRecords == 0)
        #expect(try bureau.report().totals.paidFen == 130)
    }

    @Test("of every platform, what is mapped again as it was changes nothing, and leaves out nothing")
    func everyPlatform() throws {
        let platforms = try SimulatedPlatforms(scale: "0.003")
        let now = ["--now", SimulatedPlatforms.now]
        #expect(try platforms.run(["run"] + now).status == 0)
        let before = try platforms.reports()
        for arguments in [["replay", "--dry-run"], ["replay"]] {
            let result = try platforms.run(arguments + ["--format", "json"] + now)
            #expect(result.status == 0, "\(result.complaints)")
            let answer = try KilledRunTests.json(result.output)
            let accounts = try #require(answer["accounts"] as? [[String: Any]])
            #expect(accounts.count == 15)
            for account in accounts {
                for figure in ["new_orders", "changed_orders", "parked_records", "records_left_out"] {
                    #expect(account[figure] as? Int == 0, "\(account)")
                }
                #expect(account["pages"] as? Int ?? 0 > 0)
            }
            #expect(try Self.parties(answer).isEmpty)
        }
        #expect(try platforms.reports() == before)
    }

    @Test("nothing personal is in the kept pages, the store or what is said, and all that is kept is private")
    func personal() throws {
        let bureau = try Self.wronglySynced()
        let said = try ["replay --dry-run", "replay", "run"].map { verb in
            let arguments = ["--now", bureau.now] + verb.split(separator: " ").map(String.init)
            let result = try DaihuoProcess.run(arguments, in: bureau.folder.url)
            return result.output + result.complaints
        }
        let pages = try Self.keptPages(bureau)
        #expect(pages.contains("大米") && pages.contains("X229"))
        for word in ["华小满", "139000", "花溪里", "青云路", "不想要"] {
            #expect(!pages.contains(word) && !said.joined().contains(word), "\(word)")
            #expect(try !bureau.everything().contains(word), "\(word)")
        }
    }

    @Test(
        "pages are kept for as long as is said, or never; what is none of both is refused",
        arguments: SpokenLanguage.allCases)
    func retention(language: SpokenLanguage) throws {
        let bureau = try Self.wronglySynced()
        bureau.language = language
        func files() throws -> [String] {
            let folder = bureau.folder.url.appendingPathComponent("daihuo.sqlite.pages/z-zone")
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        }
        #expect(try files() == ["2022-11-30.pages"])
        bureau.now = "2022-12-02T08:00:00+08:00"
        try bureau.done("run")
        #expect(try files() == ["2022-11-30.pages", "2022-12-02.pages"])
        try bureau.edit("daihuo.yaml") { $0 + "raw_pages: {days: 1}\n" }
        try bureau.done("run")
        #expect(try files() == ["2022-12-02.pages"])
        try bureau.edit("daihuo.yaml") { $0.replacingOccurrences(of: "{days: 1}", with: "never") }
        try bureau.done("run")
        #expect(try files().isEmpty)
        #expect(try bureau.done("replay", "--format", "json").output.contains("\"pages\": 0"))
        for wrong in ["{days: 0}", "{weeks: 2}", "always", "[30]"] {
            try bureau.edit("daihuo.yaml") {
                $0.replacingOccurrences(
                    of: "raw_pages: .*", with: "raw_pages: \(wrong)", options: .regularExpression)
            }
            let refused = try bureau.run(["run"])
            #expect(refused.status == 2 && refused.complaints.contains("raw_pages"), "\(refused.complaints)")
        }
    }

    /// All that stands in the files of kept pages.
    private static func keptPages(_ bureau: Bureau) throws -> String {
        let folder = bureau.folder.url.appendingPathComponent("daihuo.sqlite.pages").path
        var text = ""
        for name in FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        where name.hasSuffix(".pages") {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
            var place = 0
            while let frame = ZstdFrame.next(in: bytes, from: place) {
                let content = try #require(ZstdFrame.content(bytes[frame], bytesMax: 1 << 26))
                text += String(decoding: content, as: UTF8.self)
                place = frame.upperBound
            }
            #expect(place == bytes.count)
        }
        return text
    }
}
