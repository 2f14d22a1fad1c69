import Domain
import Reports
import Testing
import WrittenTables

@testable import Tabular

/// What a workbook's cells say.
@Suite struct WorkbookTests {
    @Test(
        "a workbook reads the same with every kind of string, with and without places and prefixes",
        arguments: WrittenWorkbook.Strings.allCases, ["", "x:"])
    func everyKind(strings: WrittenWorkbook.Strings, prefix: String) throws {
        for hasPlaces in [true, false] {
            var workbook = WrittenWorkbook(strings, prefix: prefix, hasPlaces: hasPlaces)
            workbook.add(
                "订单",
                rows: [
                    ["订单编号", "标题", "金额"], ["3515313100000001", "湘西腊肉，\"精选\" <a&b>", "12.30"],
                    hasPlaces ? nil : ["", "", ""], ["2", "第一行\r\n第二行, 𠮷㐀; _x000D_ 完", ""], ["3"],
                ])

            let read = try TemporaryTable(workbook.bytes()).read()

            #expect(read.columns == ["订单编号", "标题", "金额"])
            #expect(read.errors.isEmpty)
            #expect(
                read.rows == [
                    ReadRow(line: 2, cells: ["3515313100000001", "湘西腊肉，\"精选\" <a&b>", "12.30"]),
                    ReadRow(line: 4, cells: ["2", "第一行\r\n第二行, 𠮷㐀; _x000D_ 完", ""]),
                    ReadRow(line: 5, cells: ["3", "", ""]),
                ])
        }
    }

    @Test(
        "a number is the decimal that Excel shows of it",
        arguments: [
            ("7.1000000000000005", "7.1"), ("59.800000000000004", "59.8"), ("16.4", "16.4"), ("0", "0"),
            ("-13.5", "-13.5"), ("1029.0000000000002", "1029"), ("1.64E1", "16.4"), ("1E-3", "0.001"),
            ("1.2E+5", "120000"), ("-1.4210854715202004E-14", "-0.000000000000014210854715202"),
            ("1E-30", "0"), ("0.30000000000000004", "0.3"), ("99999999999999.995", "100000000000000"),
            ("999999999999999.96", "1000000000000000"), ("7034000000000100000", "7034000000000100000"),
            ("7.034E+18", "7.034E+18"), ("123456789012345678", "123456789012345678"), ("00.50", "00.50"),
            ("1e400", "1e400"), ("abc", "abc"), ("1.", "1."), ("9007199254740993", "9007199254740993"),
        ])
    func numbers(written: String, decimal: String) {
        var bytes = Array("前".utf8) + Array(written.utf8)

        SheetNumber.normalise(&bytes, from: 3)

        #expect(String(decoding: bytes, as: UTF8.self) == "前\(decimal)")
    }

    @Test(
        "a date is what its format makes of a number, to the second",
        arguments: [
            (1, "44895.9999999998", "2022-12-01 00:00:00"), (1, "44865.836805555555", "2022-10-31 20:05:00"),
            (1, "44895.000682870371", "2022-11-30 00:00:59"), (1, "44866", "2022-11-01 00:00:00"),
            (2, "44866", "2022-11-01"), (2, "44866.5", "2022-11-01 12:00:00"),
            (4, "0.33680555555555558", "08:05:00"),
            (4, "44866.5", "2022-11-01 12:00:00"), (1, "1", "1900-01-01 00:00:00"),
            (1, "59", "1900-02-28 00:00:00"),
            (1, "60", "60"), (1, "61", "1900-03-01 00:00:00"), (1, "0", "0"), (1, "-1", "-1"),
            (1, "2958465.9999884", "9999-12-31 23:59:59"), (1, "2958466", "2958466"),
            (1, "4.4866E4", "2022-11-01 00:00:00"),
            (0, "44866.5", "44866.5"), (3, "44866.5", "44866.5"), (9, "44866", "44866"),
        ])
    func dates(style: Int, number: String, text: String) throws {
        #expect(try Self.cells("<c r=\"A2\" s=\"\(style)\"><v>\(number)</v></c>") == [text])
    }

    @Test("a workbook of old Macs counts its days from 1904, also where they are bare numbers")
    func since1904() throws {
        var workbook = WrittenWorkbook(is1904: true)
        workbook.add(
            "订单",
            xml: "<row r=\"1\">\(Self.header)</row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>43404</v></c>"
                + "<c r=\"B2\"><v>43404.5</v></c></row>")
        let table = try TemporaryTable(workbook.bytes())
        let row = try #require(try TableFile(path: table.path).rows().nextRow()?.get())

        #expect(row[0] == "2022-11-01 00:00:00")
        #expect(try row.beijingTime(1) == Cell.beijingTime("2022-11-01 12:00:00"))
    }

    @Test(
        "a number format is a date where it shows parts of one",
        arguments: [
            ("General", .number), ("0.00", .number), ("#,##0.00\"元\"", .number), ("0.00E+00", .number),
            ("[Red]-0.00;\"day\"0", .number), ("yyyy\\-mm\\-dd\\ hh:mm:ss", .instant), ("m/d/yy", .day),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\"", .day), ("h:mm", .clock), ("上午/下午h\"时\"mm\"分\"", .clock),
            ("mm:ss.0", .clock),
            ("[h]:mm:ss", .number), ("yyyy/m/d h:mm;@", .instant), ("[DBNum1][$-804]m\"月\"d\"日\"", .day),
            ("@", .number),
            ("G/通用格式", .number), ("mmm", .day), ("0\\d", .number),
        ] as [(String, NumberFormat)])
    func formats(code: String, format: NumberFormat) {
        #expect(NumberFormat(code: code) == format)
    }

    @Test(
        "booleans, errors, formulas and dates as text are told apart",
        arguments: [
            ("<c r=\"A2\" t=\"b\"><v>1</v></c>", "TRUE"), ("<c r=\"A2\" t=\"b\"><v>0</v></c>", "FALSE"),
            ("<c r=\"A2\" t=\"e\"><v>#N/A</v></c>", "#N/A"),
            ("<c r=\"A2\"><f>F7*2</f><v>16.4</v></c>", "16.4"),
            ("<c r=\"A2\"><f>F7*2</f></c>", "#N/A"),
            ("<c r=\"A2\" t=\"d\"><v>2022-11-01T20:05:00</v></c>", "2022-11-01 20:05:00"),
            ("<c r=\"A2\" t=\"str\"><f>A1</f><v>a</v></c>", "a"),
            ("<c r=\"A2\"/><c r=\"B2\"><v>1</v></c>", ""),
            ("<c r=\"B2\"><v>1</v></c>", ""), ("<c r=\"A2\" t=\"b\"/>", ""),
            ("<c r=\"A2\" t=\"s\"><v></v></c>", ""),
            ("<c r=\"A2\" t=\"str\"><f>A1</f><v></v></c>", ""),
            ("<c r=\"A2\" t=\"inlineStr\"><is><t> a </t></is></c>", "a"),
        ])
    func otherCells(cell: String, text: String) throws {
        #expect(try Self.cells(cell).first == text)
    }

    @Test("an id that is a number is refused where a number can't hold it, one that is text never is")
    func identifiers() throws {
        let values: [(String, Bool)] = [
            ("<c r=\"A2\"><v>7034000000000100000</v></c>", false),
            ("<c r=\"A2\"><v>7.034E+18</v></c>", false),
            ("<c r=\"A2\"><v>6920458012345678848</v></c>", false),
            ("<c r=\"A2\"><v>692045801234567</v></c>", true),
            ("<c r=\"A2\"><v>2226100079123456</v></c>", true),
            ("<c r=\"A2\"><v>2226100079123450</v></c>", false),
            ("<c r=\"A2\" t=\"str\"><v>7034000000000100000</v></c>", true),
            ("<c r=\"A2\" t=\"str\"><v>7.034E+18</v></c>", false),
            ("<c r=\"A2\" t=\"e\"><v>#REF!</v></c>", false),
        ]
        for (cell, isSound) in values {
            let row = try Self.row(cell)
            #expect(((try? row.identifier(0)) != nil) == isSound, "\(cell)")
        }
    }

    @Test(
        "an amount that is a number loses the dust of binary fractions, and nothing else",
        arguments: [
            ("7.1000000000000005", 710), ("53.899999999999636", 5390), ("-1.4210854715202004E-14", 0),
            ("16.4", 1640),
            ("12.345", nil), ("33.333333333333336", nil), ("1E+16", nil), ("100000000000.01", nil),
        ] as [(String, Int64?)])
    func amounts(number: String, fen: Int64?) throws {
        let row = try Self.row("<c r=\"A2\" s=\"3\"><v>\(number)</v></c>")

        #expect((try? row.fen(0)).flatMap(\.self) == fen)
    }

    @Test("a bare number of days is a time and a day, whole or not")
    func bareDays() throws {
        let row = try Self.row("<c r=\"A2\"><v>44866</v></c><c r=\"B2\"><v>44866.836805555555</v></c>")

        #expect(try row.beijingTime(0) == Cell.beijingTime("2022-11-01 00:00:00"))
        #expect(try row.beijingTime(1) == Cell.beijingTime("2022-11-01 20:05:00"))
        #expect(try row.day(0) == BusinessDay("2022-11-01"))
    }

    static let header = "<c r=\"A1\" t=\"str\"><v>一</v></c><c r=\"B1\" t=\"str\"><v>二</v></c>"

    static func row(_ cells: String) throws -> TableRow {
        let second = cells.contains("\"B2\"") ? "" : "<c r=\"B2\"><v>1</v></c>"
        var workbook = WrittenWorkbook()
        workbook.add("订单", xml: "<row r=\"1\">\(header)</row><row r=\"2\">\(cells)\(second)</row>")
        let table = try TemporaryTable(workbook.bytes())
        return try #require(try TableFile(path: table.path).rows().nextRow()).get()
    }

    static func cells(_ cells: String) throws -> [String] { [try row(cells)[0]] }
}
