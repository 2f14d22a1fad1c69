import ArgumentParser
import Reports
import Service

/// What was read and does not count, or not for certain, with a way out.
struct ParkedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parked", abstract: "列出待处理的记录：读不懂的、订单未到的售后、前后矛盾的、表头有差额的。",
        subcommands: [ParkedListCommand.self, ParkedDismissCommand.self],
        defaultSubcommand: ParkedListCommand.self)
}

/// The list.
struct ParkedListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出待处理的记录，最早的在前。",
        discussion: "例：daihuo parked --only kind=orphan --only account=pds-douyin")

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("只看 kind=… 或 account=…（可重复，须同时满足）", valueName: "key=value"))
    var only: [String] = []

    @Option(help: "输出格式：table、csv 或 json")
    var format = AnswerFormat.table

    func run() async throws {
        let workplace = try options.workplace()
        let report = try await workplace.pipeline(workplace.openStore()).parked(only: only)
        switch format {
        case .table: Terminal.answer(report.text(in: options.lang))
        case .csv: Terminal.answer(report.csv(in: options.lang))
        case .json: Terminal.answer(report.json)
        }
        try report.verdict(strict: options.strict).end(saying: false)
    }
}

/// A person says that a record will never be sound.
struct ParkedDismissCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "确认某些记录作废，写明原因；内容以后变了会再列出来。",
        discussion: "例：daihuo parked dismiss p12 c3 --why 平台确认这一单已作废")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "编号，如 p12、c3（见 daihuo parked 的第一列）")
    var ids: [String]

    @Option(help: ArgumentHelp("原因，会留在数据库里", valueName: "reason"))
    var why: String

    func run() async throws {
        try await options.writing("parked dismiss") { _, pipeline, _ in
            try await pipeline.dismiss(ids, why: why)
        }
        if !options.quiet {
            Terminal.answer(options.lang.text("已确认 \(ids.count) 条作废。", "\(ids.count) dismissed."))
        }
    }
}
