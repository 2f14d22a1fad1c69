import ArgumentParser
import Domain
import Reports
import Service

/// What was sold, by whom, from where, over which channel, with the proof under it.
struct AttributionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attribution", abstract: "归属报表：谁、哪里、什么渠道，卖了多少元、多少吨；表下附核对。",
        discussion: """
            例：daihuo report attribution --from 2022-11-01 --to 2022-12-31 --by campaign
            　　daihuo report attribution --from 2022-11-01 --to 2022-12-31 --leg buy --only kind=university
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("第一天 yyyy-mm-dd（含）", valueName: "day"))
    var from: String

    @Option(help: ArgumentHelp("最后一天 yyyy-mm-dd（含）", valueName: "day"))
    var to: String

    @Option(
        help: ArgumentHelp(
            "分组：\(ReportKey.allCases.map(\.rawValue).joined(separator: " "))", valueName: "key"))
    var by = "party"

    @Option(help: ArgumentHelp("只看 key=value（可重复；同一 key 的多个值任取其一）", valueName: "key=value"))
    var only: [String] = []

    @Option(help: "帮助销售 sell、组织购买 buy，或每行只计一次 any")
    var leg = "sell"

    @Option(help: "退款计入哪天：销售日 paid、退款日 refunded；入账日 booked")
    var dated = "paid"

    @Option(help: "输出格式：table、csv 或 json")
    var format = "table"

    func run() async throws {
        guard let format = AnswerFormat(rawValue: format) else {
            throw ServiceError(.usage, ["--format \(format)：还不支持；可用 table、csv、json"])
        }
        let scope = try scope()
        let workplace = try options.workplace()
        try await ServiceError.wrapping {
            let report = try await workplace.pipeline(workplace.openStore()).attributionReport(scope)
            switch format {
            case .table: Terminal.answer(report.table(in: options.lang))
            case .csv: Terminal.answer(report.csv(in: options.lang))
            case .json: Terminal.answer(report.json)
            }
            try end(report)
        }
    }

    /// The question that the options ask.
    ///
    /// Throws where a key, value or day is unknown.
    func scope() throws -> ReportScope {
        guard let first = try Days.day(from, "--from"), let last = try Days.day(to, "--to"), first <= last
        else {
            throw ServiceError(.usage, ["--from/--to：--from 不能晚于 --to"])
        }
        guard let leg = ReportLeg.allCases.first(where: { $0.key == leg }) else {
            throw ServiceError(.usage, ["--leg \(leg)：只能是 sell、buy 或 any"])
        }
        guard let dated = ReportScope.Dating(rawValue: dated) else {
            throw ServiceError(.usage, ["--dated \(dated)：只能是 paid、refunded 或 booked"])
        }
        if dated == .booked, leg == .any {
            throw ServiceError(.usage, ["--dated booked：账簿按两个方向分别入账，请用 --leg sell 或 --leg buy"])
        }
        return ReportScope(
            from: first, to: last, leg: leg, by: try ReportFilter.key(by, "--by"),
            only: try only.map(ReportFilter.filter),
            dated: dated)
    }

    private func end(_ report: AttributionReport) throws {
        var code = Service.ExitCode.done
        if report.proof.unexplainedFen != 0 {
            Terminal.complain("核对有未解释的差额 \(Fen(report.proof.unexplainedFen)) 元；请运行 daihuo check 并报告此问题")
            code = code.or(.store)
        }
        if report.coverage.rosterIsNewer, format != AnswerFormat.table.rawValue {
            Terminal.complain("名册已更改，部分归属仍按旧名册；请先运行 daihuo attribute")
        }
        let isClean =
            report.unassigned.lines == 0 && report.proof.parkedRecords == 0 && report.proof.headerGapFen == 0
            && report.proof.pendingFen == 0 && !report.coverage.rosterIsNewer
        if options.strict, !isClean { code = code.or(.differences) }
        if code != .done { throw Ending(code: code) }
    }
}

/// `--by` and `--only` in words of the contract.
enum ReportFilter {
    /// A grouping key.
    static func key(_ text: String, _ option: String) throws -> ReportKey {
        guard let key = ReportKey(rawValue: text) else {
            let known = ReportKey.allCases.map(\.rawValue).joined(separator: " ")
            throw ServiceError(.usage, ["\(option) \(text)：没有这个分组；可用：\(known)"])
        }
        return key
    }

    /// `key=value`.
    static func filter(_ text: String) throws -> ReportScope.Filter {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw ServiceError(.usage, ["--only \(text)：请写成 key=value，如 kind=university"])
        }
        let key = try key(String(parts[0]), "--only")
        let value = String(parts[1])
        guard value.isEmpty || isKnown(value, key) else {
            throw ServiceError(.usage, ["--only \(text)：\(key.rawValue) 没有这样的值"])
        }
        return ReportScope.Filter(key: key, value: value)
    }

    private static func isKnown(_ value: String, _ key: ReportKey) -> Bool {
        switch key {
        case .kind: PartyKind(rawValue: value) != nil
        case .channel: Channel(key: value) != nil
        case .day: BusinessDay(value) != nil
        case .county, .region, .partyCounty, .buyerCounty: Region(value) != nil
        case .party, .shop, .source, .category, .session, .campaign: true
        }
    }
}
