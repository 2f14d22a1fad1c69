import ArgumentParser
import Reports
import Service

/// Puts a backup in the place of the store.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: Language.asked.text(
            "用备份恢复数据库；原来的保留在旁边，备份之后的数据由下一次 run 重新读取。",
            "Put a backup in the store's place; the store is kept beside it, and the next run reads what came since."
        ))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: .words("备份文件", "the backup", valueName: "file"))
    var file: String

    @Flag(help: .words("只说备份里有什么", "only tell what the backup holds"))
    var dryRun = false

    func run() async throws {
        let meter = options.meter()
        defer { meter.finish() }
        let report = try await options.workplace().restore(
            from: file, patience: try options.patienceLimit(), isDryRun: dryRun
        ) { meter.say($0) }
        try report.end(options, output.format)
    }
}
