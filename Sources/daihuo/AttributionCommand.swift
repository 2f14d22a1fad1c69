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
    var format = AnswerFormat.table

    func run() async throws {
        let workplace = try options.workplace()
        let pipeline = workplace.pipeline(try workplace.openStore())
        let report = try await pipeline.attributionReport(pipeline.scope(of: question))
        switch format {
        case .table: Terminal.answer(report.table(in: options.lang))
        case .csv: Terminal.answer(report.csv(in: options.lang))
        case .json: Terminal.answer(report.json)
        }
        // A table says it beneath its figures.
        try report.verdict(strict: options.strict).end(saying: format != .table)
    }

    /// What the options ask.
    var question: AttributionQuestion {
        AttributionQuestion(from: from, to: to, by: by, only: only, leg: leg, dated: dated)
    }
}
