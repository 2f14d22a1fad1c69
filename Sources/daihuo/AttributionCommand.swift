import ArgumentParser
import Domain
import Reports
import Service

/// What was sold, by whom, from where, over which channel, with the proof under it.
struct AttributionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attribution",
        abstract: Language.asked.text(
            "归属报表：谁、哪里、什么渠道，卖了多少元、多少吨；表下附核对。",
            "Attribution: who sold how many yuan and tonnes, from where, over which channel; with the proof."),
        discussion: Language.asked.text(
            """
            例：daihuo report attribution --from 2022-11-01 --to 2022-12-31 --by campaign
            　　daihuo report attribution --from 2022-11-01 --to 2022-12-31 --leg buy --only kind=university
            """,
            """
            Examples:
              daihuo report attribution --from 2022-11-01 --to 2022-12-31 --by campaign
              daihuo report attribution --from 2022-11-01 --to 2022-12-31 --leg buy --only kind=university
            """))

    @OptionGroup var options: GlobalOptions

    @Option(help: .words("第一天 yyyy-mm-dd（含）", "the first day, yyyy-mm-dd (included)", valueName: "day"))
    var from: String

    @Option(help: .words("最后一天 yyyy-mm-dd（含）", "the last day, yyyy-mm-dd (included)", valueName: "day"))
    var to: String

    @Option(help: .words("分组：\(keys)", "group by: \(keys)", valueName: "key"))
    var by = "party"

    @Option(
        help: .words(
            "只看 key=value（可重复；同一 key 的多个值任取其一）",
            "only what has key=value (may be repeated; of values of one key any counts)",
            valueName: "key=value"))
    var only: [String] = []

    @Option(
        help: .words(
            "帮助销售 sell、组织购买 buy，或每行只计一次 any", "sell: helped to sell; buy: bought; any: each line once"))
    var leg = "sell"

    @Option(
        help: .words(
            "退款计入哪天：销售日 paid、退款日 refunded；入账日 booked",
            "the day on which a refund counts: paid (of the sale), refunded (its own) or booked"))
    var dated = "paid"

    @Option(help: .words("输出格式：table、csv 或 json", "format of the output: table, csv or json"))
    var format = AnswerFormat.table

    func run() async throws {
        let workplace = try options.workplace()
        let report = try await workplace.attributionReport(question, of: workplace.openStore())
        switch format {
        case .table: Terminal.answer(report.table(in: options.lang))
        case .csv: Terminal.answer(report.csv(in: options.lang))
        case .json: Terminal.answer(report.json(in: options.lang))
        }
        // A table says it beneath its figures.
        try report.verdict(strict: options.strict).end(saying: format != .table, in: options.lang)
    }

    private static let keys = ReportKey.allCases.map(\.rawValue).joined(separator: " ")

    /// What the options ask.
    var question: AttributionQuestion {
        AttributionQuestion(from: from, to: to, by: by, only: only, leg: leg, dated: dated)
    }
}
