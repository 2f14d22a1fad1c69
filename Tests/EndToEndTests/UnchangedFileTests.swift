import Foundation
import Testing

/// A file that was read wholly is not gone through again, unless something could come of it.
@Suite("Files that were imported before")
struct UnchangedFileTests {
    /// Imports a file and says whether its rows were passed over.
    private func isPassedOver(_ bureau: Bureau, _ name: String, _ options: String...) throws -> Bool {
        let result = try bureau.run(["import", name, "--format", "json"] + options)
        #expect([0, 3].contains(result.status), "\(result.complaints)")
        return try Bureau.note(result.output)["unchanged_since"] is String
    }

    private func bureau(_ edit: (inout EditedExport) -> Void = { _ in }) throws -> Bureau {
        let other = Bureau.Account(id: "b-douyin", platform: "douyin", shop: "9002")
        let bureau = try Bureau([Bureau.douyin, other])
        var export = try EditedExport()
        edit(&export)
        try bureau.folder.write(export.text, to: "orders.csv")
        return bureau
    }

    private let own = "--account=a-douyin"

    @Test(
        "the same file once more is told as unchanged since then, and changes nothing",
        arguments: SpokenLanguage.allCases)
    func unchanged(language: SpokenLanguage) throws {
        let bureau = try bureau()
        bureau.language = language
        #expect(try !isPassedOver(bureau, "orders.csv", own))
        let before = try bureau.everything()
        #expect(try isPassedOver(bureau, "orders.csv", own))
        let said = try DaihuoProcess.run(
            ["--now", bureau.now, "--lang", language.rawValue, "import", "orders.csv", own],
            in: bureau.folder.url)
        #expect(said.output.contains(language.text("同一个文件", "the same file as")), "\(said.output)")
        #expect(try bureau.everything() == before)
    }

    @Test("other bytes, another name, another completeness and another account are gone through")
    func other() throws {
        let bureau = try bureau()
        #expect(try !isPassedOver(bureau, "orders.csv", own))
        var export = try EditedExport()
        try bureau.folder.write(export.text, to: "same.csv")
        #expect(try !isPassedOver(bureau, "same.csv", own))
        #expect(try isPassedOver(bureau, "same.csv", own))
        #expect(try !isPassedOver(bureau, "orders.csv", own, "--not-complete"))
        #expect(try isPassedOver(bureau, "orders.csv", own, "--not-complete"))
        // What it told of its days was taken back.
        #expect(try !isPassedOver(bureau, "orders.csv", own))
        export.addOrders(1)
        try bureau.folder.write(export.text, to: "orders.csv")
        #expect(try !isPassedOver(bureau, "orders.csv", own))
        #expect(try !isPassedOver(bureau, "orders.csv", "--account=b-douyin", "--confirm-shop"))
    }

    @Test("what it parked, what another file changed, and what was parked since have it gone through")
    func since() throws {
        let parking = try bureau { $0[0, "订单状态"] = "新状态" }
        for _ in 0..<2 { #expect(try !isPassedOver(parking, "orders.csv", own)) }

        let bureau = try bureau()
        #expect(try !isPassedOver(bureau, "orders.csv", own))
        var changed = try EditedExport()
        changed[0, "订单应付金额"] = "55.00"
        try bureau.folder.write(changed.text, to: "changed.csv")
        #expect(try !isPassedOver(bureau, "changed.csv", own))
        #expect(try bureau.report().totals.paidFen == 18_500)
        // Fetched later with the same update time it counts again.
        #expect(try !isPassedOver(bureau, "orders.csv", own))
        #expect(try bureau.report().totals.paidFen == 18_000)
        #expect(try !isPassedOver(bureau, "changed.csv", own))
        #expect(try bureau.report().totals.paidFen == 18_500)
        changed[1, "订单状态"] = "新状态"
        try bureau.folder.write(changed.text, to: "parked.csv")
        #expect(try !isPassedOver(bureau, "parked.csv", own))
        #expect(try bureau.report().proof.parkedRecords == 1)
        #expect(try !isPassedOver(bureau, "changed.csv", own))
        #expect(try bureau.report().proof.parkedRecords == 0)
    }

    @Test("a program that was built anew goes through it")
    func anotherProgram() throws {
        let bureau = try bureau()
        #expect(try !isPassedOver(bureau, "orders.csv", own))
        try bureau.change(
            "UPDATE page SET cursor = replace(cursor, 'end ', 'end 1') WHERE cursor LIKE 'end %'")
        #expect(try !isPassedOver(bureau, "orders.csv", own))
    }
}
