import ArgumentParser
import Domain
import Reports
import Service

/// Fetches what is new; `--from/--to` reads days again.
struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: Language.asked.text(
            "从各平台取回新的订单和售后；--from/--to 重读某些天。",
            "Fetch new orders and after-sales from the platforms; --from/--to reads days again."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Option(help: .words("只同步这个账号（可重复）", "only this account (may be repeated)", valueName: "id"))
    var account: [String] = []

    @Option(help: .words("重读的第一天 yyyy-mm-dd", "the first day to read again, yyyy-mm-dd", valueName: "day"))
    var from: String?

    @Option(help: .words("重读的最后一天 yyyy-mm-dd", "the last day to read again, yyyy-mm-dd", valueName: "day"))
    var to: String?

    @Flag(help: .words("只说会同步哪些账号", "only tell which accounts would be synced"))
    var dryRun = false

    func run() async throws {
        if dryRun {
            let workplace = try options.workplace()
            let days = try days(at: workplace.now())
            _ = try workplace.accounts(account)
            for account in workplace.settings.readAccounts
            where self.account.isEmpty || self.account.contains(account.id) {
                let notice =
                    days.map {
                        Notice(
                            "sync.would_read_days", account.id, account.platform, $0.lowerBound, $0.upperBound
                        )
                    } ?? Notice("sync.would_read", account.id, account.platform, account.since)
                Terminal.answer(notice.text(in: options.lang))
            }
            return
        }
        let report = try await options.running("sync", needs: { $0.needs(reading: account) }) {
            workplace, pipeline, meter in
            let days = try days(at: workplace.now())
            let environment = try workplace.syncEnvironment(patience: try options.patienceLimit()) {
                meter.show($0)
            }
            return try await pipeline.sync(try workplace.accounts(account), days: days, environment) {
                meter.show($0)
            }
        }
        try report.end(options, output.format)
    }

    private func days(at now: Instant) throws -> ClosedRange<BusinessDay>? {
        guard from != nil || to != nil else { return nil }
        guard let from, let to else { throw ServiceError(.usage, [Notice("question.half_a_span")]) }
        let (first, last) = (try Days.day(from, "--from"), try Days.day(to, "--to"))
        guard first <= last else { throw ServiceError(.usage, [Notice("question.ends_before_it_begins")]) }
        // It may be asked for ahead of time; that nothing was read is not to look like that there is nothing.
        if first > now.day {
            Terminal.complain(Notice("question.day_to_come", "--from", first, now.day).text(in: options.lang))
        }
        return first...last
    }
}
