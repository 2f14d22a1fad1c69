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

extension BackupReport {
    /// Prints what was done, unless nothing is to be shown.
    func end(_ options: GlobalOptions, _ format: FormatOption.Format) throws {
        switch format {
        case .text: if !options.quiet { Terminal.answer(text(in: options.lang)) }
        case .json: Terminal.answer(json)
        }
    }
}
