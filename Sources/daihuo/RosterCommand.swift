import ArgumentParser
import Reports
import Service

/// The roster by itself.
struct RosterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: Language.asked.text("名册。", "The roster."),
        subcommands: [RosterCheckCommand.self])
}

/// What is wrong with a roster, or one of its tables, before it is put in place.
struct RosterCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Language.asked.text(
            "检查名册：一个文件夹，或其中一个文件（认表头或工作表名）；一次说出所有问题。",
            "Check a roster: a folder, or one of its files (told by its header or sheets); every problem at once."
        ),
        discussion: Language.asked.text(
            "例：daihuo roster check 名册.xlsx；不需要配置文件，也不改动任何文件。",
            "Example: daihuo roster check roster.xlsx; it needs no configuration and changes no file."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: .words("文件或文件夹", "the file or folder"))
    var path: String

    func run() throws {
        let report = RosterCheck(path: path).run()
        Terminal.answer(
            output.format == .json ? report.json(in: options.lang) : report.text(in: options.lang))
        let code = report.exitCode(isStrict: options.strict)
        if code != .done { throw Ending(code: code) }
    }
}
