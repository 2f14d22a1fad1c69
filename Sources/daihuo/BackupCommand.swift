import ArgumentParser
import Reports
import Service

/// Writes a copy of the store while others go on working with it.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: Language.asked.text(
            "备份数据库到一个文件；不必停下同步。密钥和名册不在其中，请另外保存。",
            "Copy the store to a file, while a sync goes on; secrets and roster are not in it, keep them elsewhere."
        ))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: .words("写到哪个文件；不能已经存在", "the file to write; it must not be there yet", valueName: "file"))
    var file: String

    func run() async throws {
        try options.workplace().backUp(to: file).end(options, output.format)
    }
}

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

extension BackupReport {
    fileprivate func end(_ options: GlobalOptions, _ format: FormatOption.Format) throws {
        switch format {
        case .text: if !options.quiet { Terminal.answer(text(in: options.lang)) }
        case .json: Terminal.answer(json)
        }
    }
}
