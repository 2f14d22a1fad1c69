import ArgumentParser
import Domain
import Service

/// Fetches what is new; `--from/--to` reads days again.
struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "从各平台取回新的订单和售后；--from/--to 重读某些天。")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Option(help: ArgumentHelp("只同步这个账号（可重复）", valueName: "id"))
    var account: [String] = []

    @Option(help: ArgumentHelp("重读的第一天 yyyy-mm-dd", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("重读的最后一天 yyyy-mm-dd", valueName: "day"))
    var to: String?

    @Flag(help: "只说会同步哪些账号")
    var dryRun = false

    func run() async throws {
        let days = try days()
        if dryRun {
            let accounts = try options.workplace().settings.accounts
            for account in accounts where self.account.isEmpty || self.account.contains(account.id) {
                Terminal.answer("将同步 \(account.id)（\(account.platform)），自 \(account.since) 起")
            }
            return
        }
        let report = try await options.running("sync") { workplace, pipeline, meter in
            let environment = try workplace.syncEnvironment(patience: try options.patienceLimit()) {
                meter.show(.sync($0))
            }
            return try await pipeline.sync(try workplace.accounts(account), days: days, environment) {
                meter.show($0)
            }
        }
        try report.end(options, output.format)
    }

    private func days() throws -> ClosedRange<BusinessDay>? {
        guard from != nil || to != nil else { return nil }
        guard let from, let to else { throw ServiceError(.usage, ["--from/--to：请同时给出"]) }
        let (first, last) = (try Days.day(from, "--from"), try Days.day(to, "--to"))
        guard first <= last else { throw ServiceError(.usage, ["--from/--to：--from 不能晚于 --to"]) }
        return first...last
    }
}
