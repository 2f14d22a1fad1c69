import ArgumentParser
import Reports

/// The reports.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: Language.asked.text("出报表。", "The reports."),
        subcommands: [AttributionCommand.self, SelfReportsCommand.self])
}
