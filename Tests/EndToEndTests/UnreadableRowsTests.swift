import Foundation
import Testing

/// The small file of rows that could not be read: mended, it is imported like any other.
@Suite("Rows to mend")
struct UnreadableRowsTests {
    private static let phone = "13812345678"
    private static let person = "王示例"

    /// Two rows of seven with a fault, and personal data in each.
    private static func export() throws -> EditedExport {
        var export = try EditedExport()
        export.addOrders(4)
        for row in export.rows.indices {
            export[row, "收件人"] = person
            export[row, "收件人手机号"] = phone
            export[row, "商家备注"] = "急 \(phone)"
        }
        export[0, "订单状态"] = "新状态"
        export[1, "订单应付金额"] = "六十元"
        return export
    }

    @Test("what is mended in it lands, its ids whole, and what was parked is settled")
    func mended() throws {
        let bureau = try Bureau()
        try bureau.folder.write(try Self.export().text, to: "orders.csv")
        try bureau.done("import", "orders.csv")
        #expect(try bureau.report().proof.parkedRecords == 2)
        try bureau.edit("orders.unreadable.csv") {
            $0.replacingOccurrences(of: "新状态", with: "已完成").replacingOccurrences(of: "六十元", with: "60.00")
        }
        try bureau.done("import", "orders.unreadable.csv", "--not-complete")
        let answer = try bureau.report()
        #expect(answer.proof.parkedRecords == 0 && answer.totals.orders == 7)
        #expect(answer.totals.paidFen == 18_000 + 4 * 7_000)
        let expected = try Bureau()
        var sound = try Self.export()
        sound[0, "订单状态"] = "已完成"
        sound[1, "订单应付金额"] = "60.00"
        try expected.folder.write(sound.text, to: "orders.csv")
        try expected.done("import", "orders.csv")
        #expect(try expected.report().rows == answer.rows && expected.report().totals == answer.totals)
    }

    @Test("nothing personal is written to it, and nobody else may read it")
    func personal() throws {
        let bureau = try Bureau()
        try bureau.folder.write(try Self.export().text, to: "orders.csv")
        try bureau.done("import", "orders.csv", "--unreadable", "mend.csv")
        let path = bureau.folder.url.appendingPathComponent("mend.csv").path
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF] + Array("主订单编号,".utf8)))
        #expect(text.contains("原因") && text.contains("六十元"))
        #expect(!text.contains(Self.phone) && !text.contains(Self.person) && !text.contains("收件人"))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let two = try bureau.run(["import", "orders.csv", "orders.csv", "--unreadable", "mend.csv"])
        #expect(two.status == 2)
    }

    @Test("a file that is half mended is not written over")
    func keptMending() throws {
        let bureau = try Bureau()
        try bureau.folder.write(try Self.export().text, to: "orders.csv")
        try bureau.done("import", "orders.csv")
        try bureau.done("import", "orders.csv")
        try bureau.edit("orders.unreadable.csv") { $0.replacingOccurrences(of: "新状态", with: "已完成") }
        let name = "orders.unreadable.csv"
        let half = try String(contentsOf: bureau.folder.url.appendingPathComponent(name), encoding: .utf8)
        let again = try bureau.done("import", "orders.csv", "--format", "json")
        let written = try Bureau.note(again.output)["unreadable_file"] as? String
        #expect(written?.hasSuffix("orders.unreadable-2.csv") == true)
        #expect(
            try String(contentsOf: bureau.folder.url.appendingPathComponent(name), encoding: .utf8) == half)
    }

    @Test("a row whose cells do not fit its header is not in it, and what is left is said")
    func misfit() throws {
        let bureau = try Bureau()
        let text = try Self.export().text
        let lines = text.split(separator: "\n").map(String.init)
        let wide = lines[3].replacingOccurrences(of: "示例红薯", with: "示例红薯,\(Self.person)")
        try bureau.folder.write((lines + [wide]).joined(separator: "\n") + "\n", to: "orders.csv")
        let said = try DaihuoProcess.run(
            ["--now", bureau.now, "import", "orders.csv"], in: bureau.folder.url)
        #expect(said.output.contains("另 1 行没有写进去"), "\(said.output)")
        let path = bureau.folder.url.appendingPathComponent("orders.unreadable.csv").path
        let rows = try String(contentsOfFile: path, encoding: .utf8)
        #expect(!rows.contains(Self.person) && rows.split(separator: "\r\n").count == 3)
    }

    @Test("a damaged id stays damaged in it: nothing lands by it")
    func damagedID() throws {
        var export = try EditedExport()
        export[0, "主订单编号"] = "7013000000000000000"
        let bureau = try Bureau()
        try bureau.folder.write(export.text, to: "orders.csv")
        #expect(try bureau.run(["import", "orders.csv"]).status == 3)
        let again = try bureau.run(["import", "orders.unreadable.csv", "--not-complete"])
        #expect(again.status == 3 && again.complaints.contains("Excel"), "\(again.complaints)")
        #expect(try bureau.report().totals.orders == 2)
    }
}
