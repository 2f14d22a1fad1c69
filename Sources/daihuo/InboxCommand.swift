import ArgumentParser
import Domain
import Reports
import Service

/// What lies in the inbox, once.
struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: Language.asked.text(
            "导入收件夹（daihuo.yaml 的 inbox）里的文件，再移到其中的 done/ 或 held/，旁边附说明。",
            "Import what lies in the inbox (`inbox` of daihuo.yaml), then move it to its done/ or held/ with a note beside it."
        ),
        discussion: Language.asked.text(
            "放进以账号编号命名的子文件夹，就是那个账号的文件；其他的按表头识别。serve 每分钟自己做一次。",
            "A file in a sub-folder that is called like an account is that account's; of others the header tells. `serve` does it "
                + "each minute by itself."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Flag(help: .words("只说会怎样导入", "only tell what would be imported"))
    var dryRun = false

    func run() async throws {
        let workplace = try options.workplace()
        if dryRun { return try workplace.planInbox(in: options.lang).end(options, output.format) }
        let meter = options.meter()
        defer { meter.finish() }
        let report = try await workplace.importInbox(
            patience: try options.patienceLimit(), language: options.lang, waiting: { meter.say($0) },
            progress: { meter.show($0) })
        meter.finish()
        try report.end(options, output.format)
    }
}

extension InboxReport {
    /// Prints what became of the files, and ends with 3 where one is held.
    fileprivate func end(_ options: GlobalOptions, _ format: FormatOption.Format) throws {
        switch format {
        case .text: if isDryRun || !options.quiet { Terminal.answer(text(in: options.lang)) }
        case .json: Terminal.answer(json(in: options.lang))
        }
        if !isDryRun { try verdict().end(saying: options.quiet || format == .json, in: options.lang) }
    }
}
