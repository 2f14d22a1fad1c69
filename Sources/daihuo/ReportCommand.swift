import ArgumentParser

/// The reports.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "出报表。", subcommands: [AttributionCommand.self])
}
