import Archive
import Domain
import Reports
import Synchronization
import Testing
import WrittenTables

@testable import Tabular

/// Tables in archives.
@Suite struct ArchiveTests {
    private static let orders = "订单号,金额\n1,2\n"

    private static func zip(_ files: [(name: String, text: String)], password: [UInt8]? = nil) -> WrittenZip {
        var zip = WrittenZip()
        for file in files {
            zip.add(
                Array(file.name.utf8), Array(file.text.utf8), isUTF8: true, isDeflated: true,
                password: password)
        }
        return zip
    }

    @Test(
        "the one table in an archive is read, whatever lies beside it and however its name is written",
        arguments: [true, false])
    func oneTable(isGBK: Bool) throws {
        var zip = Self.zip([("订单/", ""), ("说明.pdf", "%PDF"), ("__MACOSX/._a.csv", "x"), ("~$a.xlsx", "x")])
        let name = "订单/十一月订单①.CSV"
        zip.add(
            isGBK ? try encoded(name, "GBK") : Array(name.utf8), try encoded(Self.orders, "GB18030"),
            isUTF8: !isGBK)
        let table = try TemporaryTable(zip.bytes)

        let file = try TableFile(path: table.path)
        let row = try #require(try file.rows().nextRow()?.get())

        #expect(file.member == name && file.columns == ["订单号", "金额"])
        #expect(row[1] == "2" && row.file == "\(table.path) › \(name)")
    }

    @Test("a workbook in an archive is read as one on disk")
    func workbook() throws {
        var workbook = WrittenWorkbook()
        workbook.add("说明", rows: [["怎样填写"]])
        workbook.add("订单", rows: [["订单号", "金额"], ["1", "2"]])
        var zip = WrittenZip()
        zip.add(Array("a.xlsx".utf8), workbook.bytes(), isDeflated: true)
        let table = try TemporaryTable(zip.bytes)

        let file = try TableFile(path: table.path, headerMatching: { $0.contains("订单号") })

        #expect(file.member == "a.xlsx" && file.sheet == "订单")
        for _ in 0..<2 { #expect(try file.rows().nextRow()?.get()[1] == "2") }
        let listed = try TableFile.tables(in: table.path)
        #expect(listed.map(\.sheet) == ["说明", "订单"] && listed[1].firstLine == ["订单号", "金额"])
    }

    @Test("of several tables none is guessed: they are listed, and one can be chosen")
    func severalTables() throws {
        let table = try TemporaryTable(
            Self.zip([("a.csv", Self.orders), ("b.csv", "x,y\n3,4\n"), ("c.csv", Self.orders)]).bytes)

        let error = try #require(throws: TabularError.self) { try TableFile(path: table.path) }
        #expect(error.what.text(in: .chinese) == "有 3 个表都可能是要读的（a.csv、b.csv、c.csv）")
        #expect(try TableFile(path: table.path, headerMatching: { $0 == ["x", "y"] }).member == "b.csv")
        #expect(try TableFile(path: table.path, TableChoice(member: "c.csv")).member == "c.csv")
        let missing = try #require(throws: TabularError.self) {
            try TableFile(path: table.path, TableChoice(member: "d.csv"))
        }
        #expect(missing.what.text(in: .chinese) == "压缩包里没有“d.csv”（有：a.csv、b.csv、c.csv）")
    }

    @Test(
        "a password is asked for once, and only where there is one",
        arguments: ["secret", "密码①"], [true, false])
    func passwords(password: String, isGBK: Bool) throws {
        let bytes = isGBK ? try encoded(password, "GBK") : Array(password.utf8)
        let table = try TemporaryTable(
            Self.zip([("a.csv", Self.orders), ("说明.txt", "x")], password: bytes).bytes)
        let asked = Mutex(0)
        let choice = TableChoice(password: {
            asked.withLock { $0 += 1 }
            return password
        })

        let file = try TableFile(path: table.path, choice, headerMatching: { $0.contains("订单号") })

        #expect(try file.rows().nextRow()?.get()[1] == "2")
        #expect(asked.withLock(\.self) == 1)
        let open = try TemporaryTable(Self.zip([("a.csv", Self.orders)]).bytes)
        _ = try TableFile(path: open.path, choice)
        #expect(asked.withLock(\.self) == 1)
    }

    @Test("a missing and a wrong password are one sentence each, whatever the wrong one unpacks to")
    func wrongPasswords() throws {
        let table = try TemporaryTable(
            Self.zip([("a.csv", Self.orders)], password: Array("secret".utf8)).bytes)

        for password in [nil, ""] as [String?] {
            let error = try #require(throws: TabularError.self) {
                try TableFile(path: table.path, TableChoice(password: { password }))
            }
            #expect(error.notice.text(in: .chinese) == "\(table.path)：有密码；请给出正确的密码。")
        }
        // The last two pass the archive's own check, as one of 256 does.
        for number in [0, 1, 148, 215] {
            let error = try #require(throws: TabularError.self) {
                try TableFile(path: table.path, TableChoice(password: { "wrong\(number)" }))
            }
            #expect(error.what.text(in: .chinese) == "密码不对")
        }
    }

    @Test("an archive in an archive and one without a table are refused")
    func noTables() throws {
        var nested = WrittenZip()
        nested.add(Array("a.csv".utf8), Self.zip([("b.csv", Self.orders)]).bytes)
        for bytes in [nested.bytes, Self.zip([("a.pdf", "x")]).bytes] {
            let table = try TemporaryTable(bytes)
            let error = try #require(throws: TabularError.self) { try TableFile(path: table.path) }
            #expect(error.what.text(in: .chinese) == "是压缩包，里面没有能读的表")
        }
    }

    @Test("a file in an archive that unpacks to more than the limit is refused")
    func unpackingTooFar() throws {
        var zip = WrittenZip()
        zip.add(Array("a.csv".utf8), [UInt8](repeating: 0x78, count: 5000))
        let table = try TemporaryTable(zip.bytes)
        let archive = ZipArchive(path: table.path)
        let entry = try #require(try archive.entries().first)
        let part = try ZipPart(entry, of: archive, file: "a", bytesMax: 4999)

        let error = try #require(throws: TabularError.self) {
            _ = try ExtractedFile(part, folder: "/var/tmp", file: "a")
        }
        #expect(error.what.text(in: .chinese).contains("大得不合理"))
    }

    @Test(
        "a file of old Office is refused by what it is",
        arguments: [
            ("Workbook", "旧版 Excel 文件", "另存为 .xlsx"), ("Book", "旧版 Excel 文件", "另存为 .xlsx"),
            ("EncryptedPackage", "有密码的 Excel 文件", "去掉密码"), ("WordDocument", "旧版 Office 文件", "另存为 .xlsx"),
        ])
    func compoundFiles(stream: String, what: String, remedy: String) throws {
        for place in [512, 262_144 - 128, 262_144 * 2] {
            var bytes = [UInt8](repeating: 0, count: place)
            bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
            bytes += stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            bytes += [UInt8](repeating: 0, count: 200)
            let table = try TemporaryTable(bytes)

            let error = try #require(throws: TabularError.self) { try TableFile(path: table.path) }
            #expect(error.what.text(in: .chinese).contains(what))
            #expect(error.remedy.text(in: .chinese).contains(remedy))
        }
    }
}
