import Attribution
import Domain
import Foundation
import Reports
import Testing

@testable import Service

/// Rosters as staff keep them: workbooks, Chinese headers, what Excel makes of a CSV.
@Suite
struct RosterWorkbookTests {
    private static let fixtures = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "fixtures")

    private static func path(_ name: String) -> String { fixtures.appending(path: name).path }

    private static let parties = "party,name,kind,region,organisation\na,甲,venue,,\n"
    private static let tenures = "party,region,role,from,to\na,,member,2022-11-01,\n"

    @Test(
        "one workbook with a sheet for each table, in Chinese and with Excel's dates, states the same roster")
    func workbook() throws {
        let csv = try RosterFiles.load(
            folder: Self.path("roster/sound"), catalogue: Self.path("roster/sound/catalogue.csv"))
        let workbook = Self.path("roster/workbook/roster.xlsx")
        let files = try RosterFiles.load(folder: Self.path("roster/workbook"), catalogue: workbook)
        #expect(files.roster.facts == csv.roster.facts)
        #expect(files.roster.facts.sessions.count == 3 && files.roster.facts.catalogue.count == 2)
        #expect(files.tables["tenures"] == RosterPlace(path: workbook, sheet: "任期"))
        let unused = files.unused.map {
            $0.notice.text(in: .chinese).replacing(workbook, with: "").prefix { $0 != "；" }
        }
        #expect(
            unused == [
                " › 责任主体“单位”列：填了，但还没有用到", " › 责任主体 第 3 行：不读取这些列：备注",
                " › 直播场次“责任主体”列：填了，但还没有用到", " › 直播场次“份额”列：填了，但还没有用到",
                "“供货方”列：填了，但还没有用到", " › 目标：填了，但还没有用到，不读取",
            ])
    }

    @Test(
        "a table is told by its name and read by its bytes", arguments: ["csv", "xlsx", "xls", "txt", "tsv"])
    func endings(ending: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.parties, to: "parties.\(ending)")
        let wide =
            Data([0xFF, 0xFE])
            + Data(
                Self.tenures.replacing(",", with: "\t").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        try wide.write(to: URL(filePath: "\(folder.path)/tenures.\(ending)"))
        let files = try RosterFiles.load(folder: folder.path)
        #expect(files.roster.facts.parties.count == 1 && files.roster.facts.tenures.count == 1)
        #expect(RosterFolder.fileNames.contains("parties.\(ending)"), "it is watched")
    }

    @Test("a table that lies in two places is refused with both, and nothing else is wrong because of it")
    func twice() throws {
        let folder = try TemporaryFolder()
        for name in ["parties.csv", "parties.xlsx"] { try folder.write(Self.parties, to: name) }
        try folder.write(Self.tenures, to: "tenures.csv")
        #expect(try sentences(folder) == ["parties.csv：和 parties.xlsx 是同一张表，不知道以哪一个为准；请只留一个，把其余的移走。"])

        let both = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: Self.path("roster/workbook/roster.xlsx"), toPath: both.path + "/roster.xlsx")
        try both.write(Self.tenures, to: "tenures.csv")
        #expect(
            try sentences(both) == ["tenures.csv：和 roster.xlsx › 任期 是同一张表，不知道以哪一个为准；请只留一个，把其余的移走。"])
    }

    @Test("a workbook that can't be read is told once, and none of its tables is missing besides")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        try Data([0xD0, 0xCF, 0x11, 0xE0]).write(to: URL(filePath: folder.path + "/roster.xlsx"))
        try folder.write(Self.tenures, to: "tenures.csv")
        let said = try sentences(folder)
        #expect(said.count == 1 && said[0].hasPrefix("roster.xlsx："), "\(said)")
    }

    @Test("a column under two of its names is refused, a missing one is told in the words of the header")
    func columns() throws {
        let folder = try TemporaryFolder()
        try folder.write("编号,party,姓名,类别,单位\na,a,甲,场馆,\n", to: "parties.csv")
        #expect(
            try sentences(folder) == [
                "parties.csv 第 1 行：表头里 “编号”、“party” 说的是同一列，不知道该读哪一个；请删去多出来的列。",
                "parties.csv 第 1 行：表头缺少“地区”列；请在表头补上这一列，没有内容也要有列名。",
            ])
    }

    @Test(
        "an unknown word is answered with the nearest one and those of the header's language, and never shown if it may be a name"
    )
    func unknownWord() throws {
        let folder = try TemporaryFolder()
        try folder.write("编号,姓名,类别,地区,单位\na,甲,第一书计,,\nb,乙,某人,,\n", to: "parties.csv")
        let said = try sentences(folder)
        #expect(said[0].hasPrefix("parties.csv 第 2 行“类别”列：没有这种主体类型，也许是“第一书记”；请改为 第一书记、驻村工作队、"))
        #expect(said[1].hasPrefix("parties.csv 第 3 行“类别”列：没有这种主体类型；请改为"))
    }

    @Test("equal mistakes are told once, with their number and their first lines")
    func toldOnce() throws {
        let folder = try TemporaryFolder()
        let rows = (1...300).map { "p\($0),名,secretary,,\n" }.joined()
        try folder.write(
            "party,name,kind,region,organisation\n\(rows)q,名,venue,4,\nr,名,venue,4,\n", to: "parties.csv")
        let error = try #require(throws: RosterError.self) { try RosterFiles.load(folder: folder.path) }
        #expect(error.problems.map(\.line) == [2, 302])
        let said = try sentences(folder).map { String($0.prefix { $0 != "；" }) }
        #expect(
            said == [
                "parties.csv 第 2 行“kind”列：没有这种主体类型（secretary）（共 300 行，如第 2、3、4 行）",
                "parties.csv 第 302 行“region”列：不是 6 位或 12 位的行政区划代码（4）（共 2 行：第 302、303 行）",
            ])
        #expect(error.problems[0].notice.text(in: .english).contains("(on 300 lines, such as 2, 3, 4)"))
    }

    @Test("ids that Excel damaged are refused with their lines, those that it kept are read")
    func damagedIDs() throws {
        let error = try #require(throws: RosterError.self) {
            try RosterFiles.load(folder: Self.path("roster/damaged"))
        }
        let said = error.problems.map {
            $0.notice.text(in: .chinese).replacing(Self.path("roster/damaged") + "/", with: "").prefix {
                $0 != "；"
            }
        }
        #expect(
            said == [
                "parties.csv 第 2 行“region”列：编号被 Excel 变成了科学计数法，末尾的数字已丢失",
                "identities.xlsx 第 2 行“value”列：编号被 Excel 变成了科学计数法，末尾的数字已丢失（共 3 行：第 2、3、5 行）",
                "identities.xlsx 第 4 行“value”列：是 Excel 的错误值，或没有算出结果的公式",
            ])
    }

    @Test("a roster that a Chinese Excel saved again is read; a host id that it made 7E+11 is refused")
    func resaved() throws {
        let files = try RosterFiles.load(folder: Self.path("cases/16-roster-resaved-by-excel"))
        let day = BusinessDay("2021-01-01")
        #expect(files.roster.facts.parties.map(\.name) == ["甲村书记"])
        #expect(files.roster.facts.tenures.map(\.span) == [DaySpan(from: day)])
        #expect(files.roster.facts.identities.map(\.value) == ["700000000001"])

        let folder = try TemporaryFolder()
        let resaved = Self.path("cases/16-roster-resaved-by-excel")
        for name in ["parties.csv", "tenures.csv"] {
            try FileManager.default.copyItem(atPath: "\(resaved)/\(name)", toPath: "\(folder.path)/\(name)")
        }
        let identities = try String(contentsOfFile: "\(resaved)/identities.csv", encoding: .utf8)
        try folder.write(identities.replacing("700000000001", with: "7E+11"), to: "identities.csv")
        let said = try sentences(folder)
        #expect(said.count == 1 && said[0].hasPrefix("identities.csv 第 2 行“value”列：编号被 Excel 变成了科学计数法"))
    }

    /// What is wrong with a roster, without the path of its folder.
    private func sentences(_ folder: TemporaryFolder) throws -> [String] {
        let error = try #require(throws: RosterError.self) { try RosterFiles.load(folder: folder.path) }
        return error.sentences.map { $0.replacing(folder.path + "/", with: "") }
    }
}
