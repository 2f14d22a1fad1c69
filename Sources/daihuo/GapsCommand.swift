import ArgumentParser
import Domain
import Foundation
import Reports
import Service

/// What was read of every account, what was not, and how late changes come.
struct GapsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: Language.asked.text(
            "缺口：每个账号哪些天读到了、没有记录、从未读过、失败了、平台不再提供，怎么补。",
            "Gaps: which days of each account were read, are empty, were never asked for, failed or are out of reach."
        ),
        discussion: Language.asked.text(
            """
            例：daihuo gaps
            　　daihuo gaps --account pds-douyin --from 2022-11-01 --to 2022-11-30 --format html --out gaps.html
            　　daihuo gaps --lateness --limit 50
            """,
            """
            Examples:
              daihuo gaps
              daihuo gaps --account pds-douyin --from 2022-11-01 --to 2022-11-30 --format html --out gaps.html
              daihuo gaps --lateness --limit 50
            """))

    /// How the answer is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, csv, html
    }

    @OptionGroup var options: GlobalOptions

    @Option(help: .words("只看这个账号（可重复）", "only this account (may be repeated)", valueName: "id"))
    var account: [String] = []

    @Option(
        help: .words(
            "第一天 yyyy-mm-dd；不写从各账号的 since 起",
            "the first day, yyyy-mm-dd; from `since` of each account if left out",
            valueName: "day"))
    var from: String?

    @Option(
        help: .words(
            "最后一天 yyyy-mm-dd（含）；不写到现在为止", "the last day (included); up to now if left out", valueName: "day"))
    var to: String?

    @Option(
        help: .words(
            "逐格列出：一格是一天 day 或一小时 hour（最多 31 天）；不写时只列缺口",
            "list cell by cell, a day or an hour (of at most 31 days): day, hour; only gaps if left out"))
    var by: GapsReport.Step?

    @Flag(
        help: .words(
            "改看迟到：各平台的变动来得多晚，look_back 该写多少",
            "instead: how late changes come, and what to write as look_back"))
    var lateness = false

    @Option(
        help: .words(
            "每天预期漏计不超过多少元（配合 --lateness，默认 100）",
            "with --lateness: the expected missed yuan a day that are put up with (100 if left out)",
            valueName: "yuan"))
    var limit: String?

    @Option(help: .words("输出格式：table、json、csv 或 html", "format of the output: table, json, csv or html"))
    var format = Format.table

    @Option(help: .words("写到这个文件，不显示", "write to this file instead of showing it", valueName: "file"))
    var out: String?

    func run() async throws {
        let workplace = try options.workplace()
        if lateness { return try await tellLateness(workplace) }
        if limit != nil { throw ServiceError(.usage, [Notice("gaps.limit_of_lateness")]) }
        let question = GapsQuestion(accounts: account, from: from, to: to, step: by)
        let report = try await workplace.gaps(workplace.openStore(), question)
        switch format {
        case .table: try answer(report.text(in: options.lang))
        case .json: try answer(report.json(in: options.lang))
        case .csv: try answer(report.csv(in: options.lang))
        case .html: try answer(report.html(in: options.lang))
        }
        try report.verdict(strict: options.strict).end(saying: false, in: options.lang)
    }

    private func tellLateness(_ workplace: Workplace) async throws {
        let others = [
            from.map { _ in "--from" }, to.map { _ in "--to" }, by.map { _ in "--by" },
            [.table, .json].contains(format) ? nil : "--format \(format.rawValue)",
        ].compactMap(\.self)
        guard others.isEmpty else {
            throw ServiceError(.usage, others.map { Notice("gaps.not_of_lateness", $0) })
        }
        let report = try await workplace.lateness(workplace.openStore(), of: account, limitYuan: limit)
        try answer(format == .json ? report.json : report.text(in: options.lang))
    }

    private func answer(_ text: String) throws {
        guard let out else { return Terminal.answer(text) }
        do {
            try text.write(toFile: out, atomically: true, encoding: .utf8)
        } catch {
            throw ServiceError(.usage, [Notice("init.not_written", out)])
        }
    }
}

extension GapsReport.Step: ExpressibleByArgument {}
