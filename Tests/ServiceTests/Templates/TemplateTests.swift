import Domain
import Foundation
import Reports
import Tabular
import Testing

@testable import Service

@Suite("Templates")
struct TemplateTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("each is a workbook whose sheets have their header and nothing below it", arguments: Template.all)
    func empty(template: Template) throws {
        let path = try template.write(to: folder.path, isForced: false).file
        #expect(path == "\(folder.path)/\(template.fileName)")
        let names = template.sheets.map(\.name)
        #expect(try TableFile.tables(in: path).compactMap(\.sheet) == names + ["说明"])
        for sheet in template.sheets {
            let headers = sheet.columns.map(\.header)
            let table = try TableFile(path: path, TableChoice(sheet: sheet.name))
            #expect(table.columns == headers && table.headerLine == 1)
            #expect(Set(headers).count == headers.count)
            #expect(try table.rows().nextRow() == nil)
        }
    }

    @Test("each sheet is found by its header, whichever it is among", arguments: Template.all)
    func found(template: Template) throws {
        let path = try template.write(to: folder.path, isForced: false).file
        for sheet in template.sheets {
            let table = try TableFile(path: path) { Set($0).isSuperset(of: sheet.columns.map(\.header)) }
            #expect(table.sheet == sheet.name)
        }
    }

    @Test("no sheet's required columns are all in another's header: by them it is told what a sheet is")
    func distinct() {
        let sheets = Template.all.flatMap(\.sheets)
        for one in sheets {
            let required = one.columns.filter(\.isRequired).map(\.header)
            for other in sheets where other.name != one.name {
                #expect(
                    !Set(other.columns.map(\.header)).isSuperset(of: required), "\(one.name) in \(other.name)"
                )
            }
        }
        #expect(Set(sheets.map(\.name)).count == sheets.count)
        #expect(Set(Template.all.map(\.name)).count == Template.all.count)
        #expect(Set(Template.all.map(\.fileName)).count == Template.all.count)
    }

    @Test(
        "the sheet of explanations tells of every column of every sheet, in their order",
        arguments: Template.all)
    func explained(template: Template) throws {
        let path = try template.write(to: folder.path, isForced: false).file
        let table = try TableFile(path: path, TableChoice(sheet: "说明")) { $0.contains("怎么填") }
        let rows = try table.rows()
        for sheet in template.sheets {
            for column in sheet.columns {
                let row = try #require(try rows.nextRow()?.get())
                #expect(row[0] == sheet.name && row[1] == column.header)
                #expect(row[2] == (column.isRequired ? "必填" : "") && row[3] == column.explanation)
                #expect([row[4], row[5]] == column.examples)
            }
        }
        #expect(try rows.nextRow() == nil)
    }

    @Test("each example is what its column takes, and a required column has two", arguments: Template.all)
    func examples(template: Template) throws {
        for column in template.sheets.flatMap(\.columns) {
            #expect(column.examples.count == 2, "\(column.header)")
            #expect(!column.isRequired || !column.examples.contains(""), "\(column.header)")
            for example in column.examples where !example.isEmpty {
                #expect(column.kind.takes(example), "\(column.header): \(example)")
            }
        }
    }

    @Test("each unit and each source of funds to choose from is a word that is known")
    func words() {
        var (units, funds) = (0, 0)
        for column in Template.all.flatMap(\.sheets).flatMap(\.columns) {
            switch (column.header, column.kind) {
            case ("单位", .usualWord(let words)):
                units += 1
                #expect(words.allSatisfy { Quantity.Unit(word: $0) != nil })
            case ("资金来源", .word(let words)):
                funds += 1
                #expect(words.allSatisfy { FundSource(word: $0) != nil })
            default: break
            }
        }
        #expect(units == 5 && funds == 1)
    }

    @Test("no list of orders asks for what is personal")
    func nothingPersonal() {
        let words = ["收货", "收件", "电话", "手机", "地址", "姓名", "昵称", "身份证"]
        for column in Template.all.filter({ $0.name != "roster" }).flatMap(\.sheets).flatMap(\.columns) {
            #expect(!words.contains { column.header.contains($0) }, "\(column.header)")
        }
    }

    @Test("what is there is written over only when it is asked for; a folder that isn't there is not made")
    func existing() throws {
        let path = folder.path + "/清单.xlsx"
        let first = try Template.salesList.write(to: path, isForced: false)
        #expect(first.file == path)
        let bytes = try Data(contentsOf: URL(filePath: path))

        try Data("filled in".utf8).write(to: URL(filePath: path))
        let error = try #require(throws: ServiceError.self) {
            try Template.salesList.write(to: path, isForced: false)
        }
        #expect(error.exitCode == .usage && error.notices[0].text(in: .chinese).contains("不会覆盖"))
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("filled in".utf8))
        _ = try Template.salesList.write(to: path, isForced: true)
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)

        #expect(throws: ServiceError.self) {
            try Template.salesList.write(to: folder.path + "/none/a.xlsx", isForced: true)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["清单.xlsx"])
    }

    @Test("whoever may read files of this process's may read it")
    func permissions() throws {
        let path = try Template.roster.write(to: folder.path, isForced: false).file
        let plain = folder.path + "/plain"
        #expect(FileManager.default.createFile(atPath: plain, contents: nil))
        let permissions = try [path, plain].map {
            try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
        }
        #expect(permissions[0] == permissions[1])
    }

    @Test("a name that isn't known is told with the nearest one and all there are")
    func unknown() throws {
        let error = try #require(throws: ServiceError.self) { try Template.named("salse-list") }
        let text = error.notices[0].text(in: .chinese)
        #expect(text.contains("是不是“sales-list”"))
        #expect(Template.all.allSatisfy { text.contains($0.name) })
    }

    @Test("docs/templates.md lists the columns of every sheet as they are")
    func documented() throws {
        var root = URL(filePath: #filePath)
        for _ in 1...4 { root.deleteLastPathComponent() }
        let document = try String(contentsOf: root.appending(path: "docs/templates.md"), encoding: .utf8)
        for template in Template.all {
            #expect(document.contains("`\(template.name)`") && document.contains("`\(template.fileName)`"))
            for sheet in template.sheets {
                let columns = sheet.columns.map { $0.isRequired ? "**\($0.header)**" : $0.header }
                let row = "| \(sheet.name) | \(columns.joined(separator: " · ")) |"
                #expect(document.contains(row), "\(row)")
            }
        }
    }
}

extension TemplateColumn.Kind {
    /// Whether a cell may hold this text.
    fileprivate func takes(_ text: String) -> Bool {
        switch self {
        case .text, .id: true
        case .quantity: text.wholeMatch(of: /\d+(\.\d{1,3})?/) != nil
        case .count: text.wholeMatch(of: /\d+/) != nil
        case .amount: text.wholeMatch(of: /\d+\.\d\d/) != nil
        case .day: BusinessDay(text) != nil
        case .time:
            text.wholeMatch(of: /(.+) ([01]\d|2[0-3]):[0-5]\d/).map { BusinessDay(String($0.1)) != nil }
                ?? false
        case .word(let words), .usualWord(let words): words.contains(text)
        }
    }
}
