import Foundation
import Testing

/// From what is held to a store in which nothing is open, in either language, with the exit code of every step.
@Suite("From what is held to nothing held")
struct JourneyTests {
    private typealias Order = Bureau.ExplainedOrder
    private static let report = ["report", "attribution", "--from", "2022-11-01", "--to", "2022-11-30"]

    /// Runs a verb, which has to end so and to say this.
    private func expect(
        _ bureau: Bureau, _ arguments: [String], _ status: Int32, says part: String = "",
        _ place: SourceLocation = #_sourceLocation
    ) throws {
        let result = try bureau.run(arguments)
        let said = result.output + result.complaints
        #expect(result.status == status, "\(arguments): \(said)", sourceLocation: place)
        #expect(part.isEmpty || said.contains(part), "\(arguments): \(said)", sourceLocation: place)
        // The roster, the goods and the columns of exports are Chinese; everything else is daihuo's own.
        let quotes = ["report", "explain", "import"].contains(arguments[0])
        #expect(
            bureau.language == .chinese || quotes || result.chineseLines.isEmpty, "\(arguments): \(said)",
            sourceLocation: place)
    }

    @Test(
        "what is held is listed, explained and settled: by a person, by a file, by the roster",
        arguments: SpokenLanguage.allCases)
    func settled(language: SpokenLanguage) throws {
        let bureau = try Bureau.explained()
        bureau.language = language
        try expect(bureau, ["parked"], 0, says: language.text("订单未到 1", "orphan 1"))
        try expect(bureau, ["parked", "--strict"], 1, says: "p1")
        try expect(
            bureau, ["explain", Order.parked.number], 0,
            says: language.text("金额是负数", "the amount is negative"))
        try expect(bureau, ["explain", Order.orphan.number], 0, says: language.text("订单未到", "orphan"))
        try expect(
            bureau, ["explain", "70290000000000010010"], 2, says: language.text("没有读到过", "never read"))

        // A person settles what will never be sound, once.
        try expect(bureau, ["parked", "dismiss", "p1"], 2, says: "--why")
        try expect(bureau, ["parked", "dismiss", "p1", "--why", "void"], 0)
        try expect(
            bureau, ["parked", "dismiss", "p1", "--why", "void"], 2,
            says: language.text("没有这个编号", "nothing with this id"))
        try expect(
            bureau, ["parked", "--only", "kind=parked", "--strict"], 0,
            says: language.text("没有待处理", "Nothing is held"))

        // A file brings the order that the orphan waits for.
        try expect(bureau, ["parked", "--only", "kind=orphan", "--strict"], 1)
        try expect(bureau, ["import", "absent.csv"], 2, says: "absent.csv")
        try bureau.edit("orders.csv") { $0.replacingOccurrences(of: "7022", with: "7023") }
        try expect(
            bureau, ["import", "orders.csv", "--dry-run"], 0,
            says: language.text("什么也没有写", "nothing was written"))
        try expect(bureau, ["parked", "--strict"], 1)
        // Whose it is waits to be booked: --strict tells.
        try expect(bureau, ["import", "orders.csv", "--strict"], 1)
        try expect(bureau, ["parked", "--strict"], 0, says: language.text("没有待处理", "Nothing is held"))
        try expect(bureau, ["explain", Order.orphan.number], 0, says: "14100000000000002")

        // Pending, and of nobody: the first is posted, the second the roster settles.
        try expect(bureau, Self.report + ["--strict"], 1)
        try expect(bureau, ["post"], 0)
        try expect(bureau, Self.report + ["--strict"], 1, says: language.text("同时属于多个主体", "ambiguous"))
        try bureau.edit("roster/identities.csv") {
            $0.replacingOccurrences(of: "fs-02,douyin,host,700000000003,,\n", with: "")
        }
        try expect(bureau, ["run", "--strict"], 0)
        try expect(bureau, Self.report + ["--strict"], 0)
        try expect(bureau, ["check", "--strict"], 0)
        #expect(try bureau.report().net == ["fs-01": 9_890 + 4_000 + 1_800])
    }

    @Test(
        "a platform away, a damaged store and settings that cannot be used end with 3, 4 and 2",
        arguments: SpokenLanguage.allCases)
    func broken(language: SpokenLanguage) throws {
        let bureau = try Bureau.explained()
        bureau.language = language
        try expect(bureau, ["check"], 0)
        try bureau.edit("daihuo.yaml") {
            $0.replacingOccurrences(of: bureau.server.baseURL, with: "http://127.0.0.1:9")
        }
        try expect(bureau, ["check", "--patience", "1s"], 3)
        try expect(bureau, ["run", "--patience", "1s"], 3, says: "a-douyin")
        // Whoever only asks needs no platform.
        for question in [["parked"], ["explain", Order.closed.number], Self.report] {
            try expect(bureau, question, 0)
        }

        try bureau.change("UPDATE daily SET paid_fen = paid_fen + 1")
        let part = language.text("表 daily 的 paid_fen", "table daily, column paid_fen")
        try expect(bureau, ["check", "--patience", "1s"], 4, says: part)
        try expect(bureau, Self.report, 4)

        try bureau.folder.write("store: [", to: "daihuo.yaml")
        for verb in [
            ["check"], ["run"], ["parked"], ["explain", Order.closed.number], ["import", "orders.csv"],
            Self.report,
        ] {
            try expect(bureau, verb, 2, says: "daihuo.yaml")
        }
    }
}
