import ArgumentParser
import Domain
import Reports
import Service

/// What people say was sold, as daily reports told it.
struct SelfReportsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "self-reports",
        abstract: Language.asked.text(
            "日报汇总：填报方自己说卖了多少元、多少吨；只用来核对，不计入销售。",
            "Daily reports: how many yuan and tonnes people say were sold; to be checked, and no sales."),
        discussion: Language.asked.text(
            """
            例：daihuo report self-reports --from 2022-11-01 --to 2022-11-30
            　　daihuo report self-reports --from 2022-11-01 --to 2022-11-30 --by day --format csv
            """,
            """
            Examples:
              daihuo report self-reports --from 2022-11-01 --to 2022-11-30
              daihuo report self-reports --from 2022-11-01 --to 2022-11-30 --by day --format csv
            """))

    @OptionGroup var options: GlobalOptions

    @Option(help: .words("第一天 yyyy-mm-dd（含）", "the first day, yyyy-mm-dd (included)", valueName: "day"))
    var from: String

    @Option(help: .words("最后一天 yyyy-mm-dd（含）", "the last day, yyyy-mm-dd (included)", valueName: "day"))
    var to: String

    @Option(help: .words("分组：reporter（填报方）或 day（日）", "group by: reporter or day", valueName: "key"))
    var by = "reporter"

    @Option(help: .words("输出格式：table、csv 或 json", "format of the output: table, csv or json"))
    var format = AnswerFormat.table

    func run() async throws {
        let workplace = try options.workplace()
        let report = try await workplace.pipeline(workplace.openStore()).selfReports(
            from: from, to: to, by: by)
        switch format {
        case .table: Terminal.answer(report.table(in: options.lang))
        case .csv: Terminal.answer(report.csv(in: options.lang))
        case .json: Terminal.answer(report.json)
        }
        try report.verdict(strict: options.strict).end(saying: format != .table, in: options.lang)
    }
}
