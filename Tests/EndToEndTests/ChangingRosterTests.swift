import ChildProcesses
import Foundation
import Glibc
import Testing

/// Whatever was decided by another roster than the present one is named, found and decided again (K2, K3).
@Suite("A roster that changes and comes back")
struct ChangingRosterTests {
    private static let orders = "13-file-under-wrong-account/orders.json"
    private static let export = "26-newer-row-before-older/right-order.csv"

    @Test(
        "what landed under another roster is named by check and credited anew when the first one is back",
        arguments: ["sync", "import"], ["run", "attribute"])
    func comesBack(landing: String, again: String) throws {
        let bureau = try Bureau()
        let orders = try Cases.records(Self.orders)
        try bureau.server.serve(Array(orders.prefix(2)), at: "order-searchList")
        bureau.now = "2022-11-04T08:00:00+08:00"
        try bureau.done("run")
        #expect(try bureau.report().net == ["fs-01": 11_000])
        #expect(try bureau.warnings().isEmpty)

        try bureau.employ("fs-02")
        bureau.now = "2022-11-30T08:00:00+08:00"
        try expectDecidedOtherwise(2, bureau)
        let (net, count): (Int64, Int)
        if landing == "sync" {
            try bureau.server.serve(orders, at: "order-searchList")
            try bureau.done("sync")
            (net, count) = (7_000, 1)
        } else {
            try bureau.done("import", Cases.path(Self.export))
            (net, count) = (1_550, 2)
        }
        #expect(try bureau.report().net == ["fs-01": 11_000, "fs-02": net])
        try expectDecidedOtherwise(2, bureau)

        try bureau.employ("fs-01")
        try expectDecidedOtherwise(count, bureau)
        try bureau.done(again)
        #expect(try bureau.report().net == ["fs-01": 11_000 + net])
        #expect(try bureau.report().coverage.rosterIsNewer == false)
        #expect(try bureau.warnings().isEmpty)
        // What was credited anew, and is not booked yet, is open; and so is a day that nobody has asked for.
        try bureau.done("run")
        #expect(try bureau.run(["check"], strict: true).status == 0)
    }

    @Test("an attribute that was killed half-way leaves nothing behind when the first roster is back")
    func killedHalfWay() throws {
        let bureau = try Bureau()
        let count = 10_000
        try bureau.folder.write(try Self.export(orders: count), to: "orders.csv")
        try bureau.done("import", "orders.csv")
        #expect(try bureau.report().net == ["fs-01": Int64(count) * 1_550])

        // Where it was too quick to be met half-way, it is tried with the other roster.
        var (killed, before, decided) = ("fs-01", "fs-02", 0)
        for _ in 0..<5 where decided == 0 {
            (killed, before) = (before, killed)
            try bureau.employ(killed)
            decided = try decidedWhenKilled(bureau, for: killed, of: count)
        }
        try #require(decided > 0, "attribute was never met half-way")
        let net = [killed: Int64(decided) * 1_550, before: Int64(count - decided) * 1_550]
        #expect(try bureau.report().net == net)
        try expectDecidedOtherwise(count - decided, bureau)

        try bureau.employ(before)
        try expectDecidedOtherwise(decided, bureau)
        try bureau.done("attribute")
        #expect(try bureau.report().net == [before: Int64(count) * 1_550])
        #expect(try bureau.warnings().isEmpty)
    }

    @Test("a sync that waited for its account credits by the roster that is there when it gets it")
    func waitedForLock() throws {
        let bureau = try Bureau()
        try bureau.server.serve(try Cases.text(Self.orders), at: "order-searchList")
        let leases = bureau.folder.url.appendingPathComponent("daihuo.sqlite.leases")
        try FileManager.default.createDirectory(at: leases, withIntermediateDirectories: true)
        let lock = open(
            leases.appendingPathComponent("account-a-douyin").path, O_RDWR | O_CREAT | O_CLOEXEC,
            0o644)
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let sync = try bureau.start(["sync"], name: "sync")
        let deadline = Date(timeIntervalSinceNow: 30)
        while try !bureau.said("sync").contains("等待中"), sync.isRunning, Date() < deadline { usleep(10_000) }
        #expect(try bureau.said("sync").contains("等待中"))
        try bureau.employ("fs-02")
        close(lock)
        sync.waitUntilExit()

        let said = try bureau.said("sync")
        #expect(sync.terminationStatus == 0, "\(said)")
        #expect(try bureau.report().net == ["fs-02": 18_000])
        #expect(try bureau.report().coverage.rosterIsNewer == false)
        #expect(try bureau.warnings().isEmpty)
    }

    /// `check` and reports say that so many orders were decided by another roster.
    private func expectDecidedOtherwise(_ count: Int, _ bureau: Bureau) throws {
        #expect(try bureau.warnings() == ["有 \(count) 个订单的归属是按另一版名册定的"])
        #expect(try bureau.run(["check"], strict: true).status == 1)
        #expect(try bureau.report().coverage.rosterIsNewer)
    }

    /// Kills `attribute` when some orders are decided anew and some are not; how many are, 0 where it was too late.
    private func decidedWhenKilled(_ bureau: Bureau, for party: String, of count: Int) throws -> Int {
        let attribute = try bureau.start(["attribute"], name: "attribute")
        while try !bureau.said("attribute").contains("attributed orders="), attribute.isRunning {
            usleep(500)
        }
        Glibc.kill(attribute.processIdentifier, SIGKILL)
        attribute.waitUntilExit()
        let rows = try bureau.rows(
            "SELECT count(DISTINCT order_id) FROM v_credit WHERE party = '\(party)'")
        let decided = Int(rows) ?? 0
        return decided < count ? decided : 0
    }

    /// An export of so many orders of 15.50 each.
    private static func export(orders count: Int) throws -> String {
        let lines = try Cases.text(export).split(whereSeparator: \.isNewline)
        guard let header = lines.first, let row = lines.first(where: { $0.contains("15.50") }) else {
            throw CocoaError(.fileReadCorruptFile)
        }
        let rows = (0..<count).map { number in
            row.replacingOccurrences(of: "702600000000002001", with: "7026\(10_000_000_000_000 + number)")
        }
        return ([String(header)] + rows).joined(separator: "\n") + "\n"
    }
}
