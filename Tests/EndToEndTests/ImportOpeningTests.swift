import Foundation
import Testing

/// Whatever a clerk gives to `import` is opened for what it is.
@Suite("Files as clerks have them")
struct ImportOpeningTests {
    private static let export = "13-file-under-wrong-account/orders.csv"

    /// Imports a file and answers what counts then, of these days.
    private func imported(
        _ path: String, _ options: [String] = [], days: [String] = []
    ) throws -> ReportAnswer {
        let bureau = try Bureau()
        bureau.now = "2022-12-31T08:00:00+08:00"
        try bureau.done(["import", path] + options)
        let answer = try bureau.report(days)
        #expect(answer.proof.parkedRecords == 0)
        return answer
    }

    @Test(
        "an export that Excel saved again is counted by day",
        arguments: ["orders-gbk.csv", "orders-utf8bom.csv"])
    func resaved(name: String) throws {
        let days = ["--from", "2022-11-01", "--to", "2022-12-31", "--by", "day"]
        let answer = try imported(Cases.path("01-excel-resaved-douyin/\(name)"), days: days)
        #expect(answer.net == ["2022-11-01": 5_980, "2022-11-12": 102_900, "2022-12-01": 4_550])
        #expect(answer.totals.orders == 3 && answer.totals.lines == 3 && answer.totals.paidFen == 113_430)
    }

    @Test(
        "two orders count alike whatever their file is",
        arguments: [
            "utf8.csv", "cr-only.csv", "html.xls", "nul-padded.csv", "tabs-gbk.xls", "utf16be-no-bom.csv",
            "utf16le-bom.xls", "utf16le-no-bom.csv", "xml2003.xls",
        ])
    func otherKinds(name: String) throws {
        let totals = try imported(Cases.path("24-xls-that-is-something-else/\(name)")).totals
        #expect(totals.orders == 2 && totals.paidFen == 3_550 && totals.grams == 5_000)
    }

    @Test("cells of every kind of a workbook are read, and what Excel has damaged is parked and told")
    func cellKinds() throws {
        let bureau = try Bureau()
        let file = Cases.path("34-xlsx-serials-and-cell-kinds/orders.xlsx")
        #expect(try bureau.run(["import", file]).status == 3)
        let done = try bureau.done("import", file, "--accept-damaged-ids", "--format", "json")
        #expect(done.output.contains("支付优惠"))
        let all = try bureau.report("--from", "2022-10-01", "--to", "2022-12-31")
        #expect(all.totals.orders == 6 && all.totals.paidFen == 12_370)
        #expect(all.proof.parkedRecords == 2)
        #expect(try bureau.report().totals.paidFen == 5_390)
    }

    @Test("a header below a title and an explanation is found")
    func preamble() throws {
        let folder = try TestFolder()
        try folder.write("示例店 订单导出,,\n\n# 导出时间：2022-11-10\n" + Cases.text(Self.export), to: "a.csv")
        #expect(try imported(folder.url.path + "/a.csv").totals.paidFen == 18_000)
    }

    @Test(
        "of an archive with two tables that fit one is named, after a sentence that lists them",
        arguments: SpokenLanguage.allCases)
    func twoTables(language: SpokenLanguage) throws {
        let bureau = try Bureau()
        bureau.language = language
        let both = bureau.folder.url.path + "/both.zip"
        _ = try bureau.python(
            """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[2], "w") as archive:
                for name in ["11月.csv", "十一月.csv"]: archive.write(sys.argv[3], name)
            """, [both, Cases.path(Self.export)])
        let refused = try bureau.run(["import", both])
        #expect(refused.status == 2 && refused.output.isEmpty)
        for part in ["11月.csv", "十一月.csv", "--sheet"] {
            #expect(refused.complaints.contains(part), "\(refused.complaints)")
        }
        let absent = try bureau.run(["import", both, "--sheet", "12月.csv"])
        #expect(absent.status == 2 && absent.complaints.contains("十一月.csv"), "\(absent.complaints)")
        try bureau.done("import", both, "--sheet", "十一月.csv")
        #expect(try bureau.report().totals.paidFen == 18_000)
    }

    @Test("a password is read from where it is kept, and never from the command line")
    func password() throws {
        let file = DaihuoProcess.root.appendingPathComponent("fixtures/files/orders-password.zip").path
        let bureau = try Bureau()
        try bureau.folder.write("示例密码2022\n", to: "word", mode: 0o600)
        let attempts: [([String], String?, Int32, String)] = [
            ([], nil, 2, "--password"), (["--password", "示例密码2022"], nil, 2, "env:"),
            (["--password", "env:WORD"], nil, 2, "WORD"),
            (["--password", "env:WORD"], "不对", 2, "密码不对"),
            (["--password", "env:WORD"], "示例密码2022", 0, ""), (["--password", "file:word"], nil, 0, ""),
        ]
        for (options, word, status, says) in attempts {
            let result = try bureau.run(
                ["import", file] + options, environment: word.map { ["WORD": $0] } ?? [:])
            #expect(result.status == status, "\(options): \(result.complaints)")
            #expect(says.isEmpty || result.complaints.contains(says), "\(options): \(result.complaints)")
            #expect(!result.complaints.contains("示例密码2022"))
        }
        #expect(try bureau.report().totals.paidFen == 18_000)
    }

    @Test("of a workbook the sheet that fits is read, its hidden rows and columns too, and that is said")
    func hidden() throws {
        let bureau = try Bureau()
        let export = try EditedExport()
        let book = bureau.folder.url.path + "/导出.xlsx"
        try bureau.folder.write(export.text, to: "orders.csv")
        _ = try bureau.python(Self.workbook, [book, bureau.folder.url.path + "/orders.csv"])
        let note = try Bureau.note(bureau.done("import", book, "--format", "json").output)
        let found = try #require(note["recognised"] as? [String: Any])
        #expect(found["kind"] as? String == "workbook" && found["sheet"] as? String == "订单")
        #expect(found["hidden_columns"] as? [String] == [export.header[2]])
        #expect(note["hidden_rows"] as? Int == 1 && note["rows"] as? Int == 3)
        #expect(try bureau.report().totals.paidFen == 18_000)
    }

    /// Writes a workbook of two sheets, 说明 and 订单, from a table: its third column and its second row are hidden.
    private static let workbook = """
        import csv, sys, zipfile
        from xml.sax.saxutils import escape
        main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        package = "http://schemas.openxmlformats.org/package/2006"
        def sheet(rows, cols=""):
            lines = "".join(
                f'<row r="{n}"{hidden}>' + "".join(f'<c t="inlineStr"><is><t>{escape(c)}</t></is></c>' for c in cells)
                + "</row>" for n, (cells, hidden) in enumerate(rows, 1))
            return f"<worksheet {main}>{cols}<sheetData>{lines}</sheetData></worksheet>"
        rows = list(csv.reader(open(sys.argv[3], encoding="utf-8")))
        orders = [(cells, ' hidden="1"' if n == 1 else "") for n, cells in enumerate(rows)]
        names = ["说明", "订单"]
        with zipfile.ZipFile(sys.argv[2], "w") as book:
            book.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"/>')
            book.writestr("_rels/.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
                f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
            book.writestr("xl/workbook.xml", f'<workbook {main} xmlns:r="{office}"><sheets>' + "".join(
                f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(names, 1))
                + "</sheets></workbook>")
            book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships">' + "".join(
                f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in (1, 2))
                + "</Relationships>")
            book.writestr("xl/worksheets/sheet1.xml", sheet([(["导出说明"], ""), (["请勿外传"], "")]))
            book.writestr("xl/worksheets/sheet2.xml", sheet(orders, '<cols><col min="3" max="3" hidden="1"/></cols>'))
        """
}
