import ArgumentParser
import Domain
import Reports
import Service

/// Maps kept pages again, after a description or the code was mended.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: Language.asked.text(
            "用现在的描述重算保存的页，不联网；--dry-run 先按归属对象列出金额的变化。",
            "Map kept pages again as described now, without the network; --dry-run shows the effect by party first."
        ))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Option(help: .words("只重算这个账号（可重复）", "only this account (may be repeated)", valueName: "id"))
    var account: [String] = []

    @Option(
        help: .words(
            "从哪一天取回的页起 yyyy-mm-dd", "the first day of fetching, yyyy-mm-dd", valueName: "day"))
    var from: String?

    @Option(
        help: .words(
            "到哪一天取回的页止 yyyy-mm-dd", "the last day of fetching, yyyy-mm-dd", valueName: "day"))
    var to: String?

    @Flag(help: .words("只列出会有什么变化，什么也不写", "only tell what would change, and write nothing"))
    var dryRun = false

    func run() async throws {
        let days = try days()
        let report: ReplayReport
        if dryRun {
            let meter = options.meter()
            defer { meter.finish() }
            report = try await options.workplace().tryReplay(account, days: days) { meter.show($0) }
        } else {
            report = try await options.writing("replay", needs: { $0.needs(replaying: account) }) {
                workplace, pipeline, meter in
                try await workplace.replay(account, days: days, into: pipeline) { meter.show($0) }
            }
        }
        switch output.format {
        case .text: if !options.quiet { Terminal.answer(report.text(in: options.lang)) }
        case .json: Terminal.answer(report.json(in: options.lang))
        }
        if options.strict, report.hasPagesLeft { throw Ending(code: .differences) }
    }

    private func days() throws -> ClosedRange<BusinessDay>? {
        guard from != nil || to != nil else { return nil }
        let first = try from.map { try Days.day($0, "--from") } ?? BusinessDay(number: 0)
        let last = try to.map { try Days.day($0, "--to") } ?? BusinessDay(number: 60_000)
        guard first <= last else { throw ServiceError(.usage, [Notice("question.ends_before_it_begins")]) }
        return first...last
    }
}
