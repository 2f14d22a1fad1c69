import Foundation
import Testing

/// Accounts without an API: their orders come as files, and nobody asks for them.
@Suite("Accounts of files")
struct FileAccountTests {
    static let export = "13-file-under-wrong-account/orders.csv"
    private static let settings = """
        store: daihuo.sqlite
        roster: roster
        accounts:
          - id: a-files
            platform: douyin
            shop: "9001"
            file: true
          - id: hall-3
            platform: hall
            shop: 商丘3号馆
            file: true

        """

    /// A bureau whose accounts are all of files.
    static func bureau() throws -> Bureau {
        let bureau = try Bureau([])
        try bureau.folder.write(settings, to: "daihuo.yaml")
        return bureau
    }

    @Test("where all accounts are of files, run credits and books what files brought, and nothing is missing")
    func run() throws {
        let bureau = try Self.bureau()
        try bureau.done("run")
        try bureau.done("import", Cases.path(Self.export), "--account", "a-files")
        #expect(try bureau.report().proof.pendingFen == 18_000)
        try bureau.employ("fs-02")
        let run = try bureau.run(["run", "--format", "json"], strict: true)
        #expect(run.status == 0, "\(run.output)\(run.complaints)")
        let report = try bureau.report()
        #expect(report.proof.pendingFen == 0 && report.net == ["fs-02": 18_000])
    }

    @Test(
        "what would read such an account says that its orders come as files, and with which command",
        arguments: [
            ["sync", "--account", "hall-3"], ["sync", "--account", "hall-3", "--dry-run"],
            ["replay", "--account", "hall-3"], ["gaps", "--account", "hall-3"],
            ["gaps", "--lateness", "--account", "hall-3"], ["authorise", "hall-3", "--code", "c"],
        ], SpokenLanguage.allCases)
    func read(arguments: [String], language: SpokenLanguage) throws {
        let bureau = try Self.bureau()
        try bureau.done("run")
        bureau.language = language
        let refused = try bureau.run(arguments)
        #expect(refused.status == 2 && refused.output.isEmpty, "\(refused.output)")
        let sentence = language.text("账号 hall-3 的订单以文件导入", "orders of account hall-3 come as files")
        #expect(refused.complaints.contains(sentence), "\(refused.complaints)")
        #expect(
            refused.complaints.contains(
                "daihuo import \(language.text("文件", "FILE")) --account hall-3"))
        #expect(language == .chinese || refused.chineseLines.isEmpty)
    }

    @Test("check says of each when a file came last and how many orders that brought, and asks nobody")
    func check() throws {
        let bureau = try Self.bureau()
        #expect(try Self.notes(bureau)["hall-3"] == "check.no_file_yet")
        try bureau.done("import", Cases.path(Self.export), "--account", "a-files")
        bureau.now = "2022-12-10T08:00:00+08:00"
        let notes = try Self.notes(bureau)
        #expect(notes["hall-3"] == "check.no_file_yet" && notes["a-files"] == "check.files_came")
        let said = try bureau.run(["check"]).output
        #expect(said.contains("a-files：最近一次收到文件是 2022-11-30（10 天前），文件带来的订单共 3 单"), "\(said)")
        #expect(try bureau.warnings().isEmpty)
    }

    /// The codes of what `check` says of the accounts; it has to end with 0.
    private static func notes(_ bureau: Bureau) throws -> [String: String] {
        let result = try bureau.done("check", "--format", "json")
        let findings = try #require(try KilledRunTests.json(result.output)["findings"] as? [[String: Any]])
        let told = findings.filter { ["a-files", "hall-3"].contains($0["place"] as? String ?? "") }
        let codes = told.compactMap { finding in
            (finding["code"] as? String).map { (finding["place"] as? String ?? "", $0) }
        }
        return Dictionary(codes) { $0 + " " + $1 }
    }

    @Test("an account that gets a key later goes on with the orders that its files brought")
    func laterAnAPI() throws {
        let bureau = try Self.bureau()
        try bureau.done("import", Cases.path(Self.export), "--account", "a-files")
        try bureau.server.serve(
            try Cases.text("13-file-under-wrong-account/orders.json"), at: "order-searchList")
        try bureau.configure([Bureau.Account(id: "a-files", platform: "douyin", shop: "9001")])
        try bureau.done("run")
        let totals = try bureau.report().totals
        #expect(totals.orders == 3 && totals.netFen == 18_000)
    }
}
