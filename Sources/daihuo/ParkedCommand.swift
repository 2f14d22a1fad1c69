import ArgumentParser
import Domain
import Reports
import Service

/// What was read and does not count, or not for certain, with a way out.
struct ParkedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parked",
        abstract: Language.asked.text(
            "列出待处理的记录：读不懂的、订单未到的售后、前后矛盾的、表头有差额的。",
            "List what is held: parked records, orphans, conflicts, header gaps and unknown words."),
        subcommands: [ParkedListCommand.self, ParkedDismissCommand.self],
        defaultSubcommand: ParkedListCommand.self)
}

/// The list.
struct ParkedListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Language.asked.text("列出待处理的记录，最早的在前。", "List what is held, the oldest first."),
        discussion: Language.asked.text(
            "例：daihuo parked --only kind=orphan --only account=pds-douyin",
            "Example: daihuo parked --only kind=orphan --only account=pds-douyin"))

    @OptionGroup var options: GlobalOptions

    @Option(
        help: .words(
            "只看 kind=… 或 account=…（可重复，须同时满足）",
            "only what has kind=KIND or account=ID (may be repeated; all must hold)", valueName: "key=value"))
    var only: [String] = []

    @Option(help: .words("输出格式：table、csv 或 json", "format of the output: table, csv or json"))
    var format = AnswerFormat.table

    func run() async throws {
        let workplace = try options.workplace()
        let report = try await workplace.pipeline(workplace.openStore()).parked(only: only)
        switch format {
        case .table: Terminal.answer(report.text(in: options.lang))
        case .csv: Terminal.answer(report.csv(in: options.lang))
        case .json: Terminal.answer(report.json(in: options.lang))
        }
        try report.verdict(strict: options.strict).end(saying: false, in: options.lang)
    }
}

/// A person says that a record will never be sound.
struct ParkedDismissCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss",
        abstract: Language.asked.text(
            "确认某些记录作废，写明原因；内容以后变了会再列出来。",
            "Dismiss records that will never be sound, with a reason; what changes later is listed again."),
        discussion: Language.asked.text(
            "例：daihuo parked dismiss p12 c3 --why 平台确认这一单已作废",
            "Example: daihuo parked dismiss p12 c3 --why \"the platform says that this order is void\""))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(
        help: .words(
            "编号，如 p12、c3（见 daihuo parked 的第一列）", "ids, such as p12 or c3 (first column of `daihuo parked`)"))
    var ids: [String]

    @Option(help: .words("原因，会留在数据库里", "the reason, which is kept in the store", valueName: "reason"))
    var why: String

    func run() async throws {
        let report = try await options.writing("parked dismiss", needs: { _ in .init() }) { _, pipeline, _ in
            try await pipeline.dismiss(ids, why: why)
        }
        switch output.format {
        case .text: if !options.quiet { Terminal.answer(report.text(in: options.lang)) }
        case .json: Terminal.answer(report.json)
        }
    }
}
