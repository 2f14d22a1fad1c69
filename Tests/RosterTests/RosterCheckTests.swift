import Domain
import Foundation
import Reports
import Testing

@testable import Service

/// `daihuo roster check`: a folder, a workbook, or one table.
@Suite
struct RosterCheckTests {
    private static let roster = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "fixtures/roster").path

    private func run(_ text: String, as name: String) throws -> CheckReport {
        let folder = try TemporaryFolder()
        try folder.write(text, to: name)
        return RosterCheck(path: "\(folder.path)/\(name)").run()
    }

    private func said(_ report: CheckReport, _ severity: CheckReport.Severity) -> [String] {
        report.findings.filter { $0.severity == severity }.map { $0.what.text(in: .chinese) }
    }

    @Test(
        "a sound folder, and a sound workbook with its catalogue, are told as such",
        arguments: ["sound", "workbook", "workbook/roster.xlsx"])
    func sound(name: String) {
        let report = RosterCheck(path: "\(Self.roster)/\(name)").run()
        #expect(said(report, .ok).count == 1 && said(report, .error).isEmpty, "\(report)")
        #expect(report.exitCode(isStrict: false) == .done)
        // From 2023 on both secretaries are in office, and hold one host id.
        #expect(
            said(report, .warning) == ["同一个身份（host 70000000001）同时属于 2 个主体（fs-1、fs-2），销售归属不到任何一个"])
        if name.hasSuffix("xlsx") {
            #expect(
                report.findings[0].names == [
                    "campaigns", "catalogue", "identities", "parties", "sessions", "targets", "tenures",
                ])
        }
    }

    @Test("of a folder every problem is told that a run would refuse")
    func broken() throws {
        let report = RosterCheck(path: "\(Self.roster)/broken").run()
        let error = try #require(throws: RosterError.self) {
            try RosterFiles.load(folder: "\(Self.roster)/broken")
        }
        #expect(said(report, .error) == error.sentences && error.sentences.count > 20)
        #expect(report.exitCode(isStrict: false) == .usage)
    }

    @Test(
        "one table is told by its header, whatever its name, and its problems with it",
        arguments: [
            ("编号,平台,身份类型,身份值,起,止\na,抖音,达人,7E+11,,\n", "identities", "科学计数法"),
            ("供货方,名称,地区,带动户数,带动人数,起,止\ns,某社,411422,-3,,,\n", "suppliers", "不是 0 到"),
            ("party,leg,from,to,fen,grams\na,卖,,,1,1\n", "targets", "没有这种方向"),
            ("编号,姓名,类别,地区\na,甲,企业,\n", "parties", "表头缺少“单位”列"),
        ])
    func oneTable(text: String, name: String, problem: String) throws {
        let report = try run(text, as: "新建文件.txt")
        #expect(report.findings.first?.names == [name])
        #expect(said(report, .error).count == 1 && said(report, .error)[0].contains(problem), "\(report)")
        #expect(report.exitCode(isStrict: false) == .usage)
    }

    @Test("what is no table of the roster, or not there, is refused")
    func unknown() throws {
        #expect(said(try run("a,b,c\n1,2,3\n", as: "x.csv"), .error)[0].contains("认不出是名册的哪一张表"))
        let missing = RosterCheck(path: "/nowhere/parties.csv").run()
        #expect(said(missing, .error) == ["/nowhere/parties.csv：文件不存在；请检查路径和文件名。"])
        #expect(missing.exitCode(isStrict: false) == .usage)
    }

    @Test("what leaves lines to nobody is told of a roster of which all tables are there, not of one table")
    func doubts() throws {
        let folder = try TemporaryFolder()
        try folder.write("party,name,kind,region,organisation\na,甲,第一书记,,\n", to: "parties.csv")
        for path in [folder.path, folder.path + "/parties.csv"] {
            let report = RosterCheck(path: path).run()
            #expect(
                report.findings.map(\.what.code).contains("check.without_tenure") == (path == folder.path))
        }
    }
}
