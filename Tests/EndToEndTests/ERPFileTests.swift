import Foundation
import Testing

/// The exports of an ERP: a source and never a channel, whose shops an account's `aliases` name.
@Suite("Files of an ERP")
struct ERPFileTests {
    private static let folder = "31-erp-merged-and-split-parcels"

    private static func bureau(aliases: String = "[wangdiantong:抖音示例店]") throws -> Bureau {
        let bureau = try Bureau()
        try bureau.edit("daihuo.yaml") { text in
            text.replacing("platform: douyin\n", with: "platform: douyin\n    aliases: \(aliases)\n")
                + "  - {id: erp, platform: wangdiantong, shop: 示例仓, file: true}\n"
        }
        return bureau
    }

    @Test(
        "merged and split parcels count once, with the platform's own export or without, in any order",
        arguments: [
            ["wdt-trades.csv"], ["wdt-trades.csv", "douyin-orders.csv"],
            ["douyin-orders.csv", "wdt-trades.csv"],
        ])
    func parcels(files: [String]) throws {
        let bureau = try Self.bureau()
        for file in files {
            let account = file.hasPrefix("wdt") ? "erp" : Bureau.douyin.id
            try bureau.done("import", Cases.path("\(Self.folder)/\(file)"), "--account", account)
        }
        let report = try bureau.report()
        #expect(report.totals.paidFen == 19_000)
        #expect(report.totals.orders == 3 && report.totals.lines == 5)
    }

    @Test("a shop that no account has as an alias is parked, with the name to write")
    func unnamed() throws {
        let bureau = try Self.bureau(aliases: "[wangdiantong:别的店]")
        let result = try bureau.run([
            "import", Cases.path("\(Self.folder)/wdt-trades.csv"), "--account", "erp",
        ])
        #expect(result.status == 3)
        let parked = try bureau.run(["parked"])
        #expect(parked.output.contains("抖音示例店"), "\(parked.output)")
        #expect(try bureau.rows("SELECT count(*) FROM orders") == "0")
    }
}
