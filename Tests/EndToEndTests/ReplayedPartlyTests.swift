import Foundation
import Testing

/// What a replay leaves alone, and what a clock that is ahead does not remove.
@Suite("daihuo replay of a part of what is kept")
struct ReplayedPartlyTests {
    /// Orders and their refunds, each stated once more a day later under the same update time, with other amounts.
    private static func statedTwice() throws -> Bureau {
        let bureau = try ReplayTests.wronglySynced(
            (0..<40).map { ReplayTests.order($0, due: 1_000, paid: 900) })
        bureau.now = "2022-12-01T08:00:00+08:00"
        try bureau.server.serve((0..<40).map { ReplayTests.order($0, due: 2_000, paid: 1_900) }, at: "orders")
        try bureau.server.serve(
            (0..<40).filter { $0 % 7 == 0 }.map { ReplayTests.refund($0, amount: 500) }, at: "refunds")
        try bureau.done("sync", "--from", "2022-11-01", "--to", "2022-11-30")
        #expect(try bureau.report().totals.paidFen == 40 * 2_000)
        return bureau
    }

    @Test(
        "no order or after-sale goes back to an earlier page because the later one is not replayed",
        arguments: [false, true])
    func later(isDamaged: Bool) throws {
        let bureau = try Self.statedTwice()
        let before = try bureau.report().totals
        try bureau.describe { $0 }
        if isDamaged {
            let kept = bureau.folder.url.appendingPathComponent(
                "daihuo.sqlite.pages/z-zone/2022-12-01.pages")
            try Data([0x28, 0xb5, 0x2f, 0xfd]).write(to: kept)
        }
        let part = isDamaged ? [] : ["--to", "2022-11-30"]
        for arguments in [["--dry-run"] + part, part] {
            let result = try bureau.run(["replay", "--format", "json"] + arguments)
            let done = try KilledRunTests.json(result.output)
            #expect((done["parties"] as? [Any])?.isEmpty == true, "\(done)")
            #expect(try bureau.report().totals == before)
        }
        // It is read again from the platform, by the mended description.
        try bureau.done("run")
        #expect(try bureau.report().totals.paidFen == 40 * 1_900)
        #expect(try bureau.report().totals.refundedFen == 6 * 500)
        #expect(try bureau.warnings().isEmpty)
    }

    @Test("where the later page is replayed too, what it says counts")
    func both() throws {
        let bureau = try Self.statedTwice()
        try bureau.describe { $0 }
        let done = try KilledRunTests.json(try bureau.done("replay", "--format", "json").output)
        #expect((done["parties"] as? [Any])?.count == 1)
        #expect(try bureau.report().totals.paidFen == 40 * 1_900)
        #expect(try bureau.report().totals.refundedFen == 6 * 500)
    }

    @Test("a clock that is a month ahead of the platform's removes no page")
    func clockAhead() throws {
        let bureau = try Bureau([Bureau.zone])
        try bureau.server.serve([ReplayTests.order(1, due: 1_000, paid: 900)], at: "orders")
        try bureau.server.tell(clock: bureau.now)
        try bureau.done("run")
        func files() throws -> [String] {
            let folder = bureau.folder.url.appendingPathComponent("daihuo.sqlite.pages/z-zone")
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        }
        let real = bureau.now
        for wrong in ["2023-01-15T08:00:00+08:00", "2023-01-17T08:00:00+08:00"] {
            bureau.now = wrong
            for verb in ["sync", "run"] { #expect(try bureau.run([verb]).status == 0) }
            #expect(try files().first == "2022-11-30.pages")
        }
        bureau.now = real
        try bureau.done("run")
        #expect(try files().first == "2022-11-30.pages")
        // Once the platform says so, too, it is old.
        bureau.now = "2023-01-18T08:00:00+08:00"
        try bureau.server.tell(clock: bureau.now)
        try bureau.done("run")
        #expect(try files().first != "2022-11-30.pages")
    }
}
