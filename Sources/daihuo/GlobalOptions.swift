import ArgumentParser
import Domain
import Foundation
import Reports
import Service

/// The options that every verb has; they may stand before the verb too.
struct GlobalOptions: ParsableArguments {
    @Option(help: "配置文件")
    var config = "daihuo.yaml"

    @Option(help: ArgumentHelp("把时钟设为此刻，仅供本机演练：2022-12-30T00:00:00+08:00", valueName: "instant"))
    var now: String?

    @Option(help: "输出语言：zh 或 en")
    var lang: Language = .chinese

    @Flag(help: "不显示进度（错误仍会说）")
    var quiet = false

    @Option(help: ArgumentHelp("一页重试多久才算失败：60s、5m", valueName: "duration"))
    var patience = "60s"

    @Flag(help: "有差异、搁置记录或未归属时以 1 退出")
    var strict = false

    /// The names that take a value.
    private static let valued: Set<String> = ["--config", "--now", "--lang", "--patience"]

    /// Moves options that stand before the verb behind it, where the verb's parser finds them.
    static func behindVerb(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var moved: [String] = []
        while let option = rest.first, option.hasPrefix("--"), option != "--help", option != "--version" {
            moved.append(rest.removeFirst())
            if valued.contains(option), !rest.isEmpty { moved.append(rest.removeFirst()) }
        }
        let verbs = Daihuo.configuration.subcommands.map { $0.configuration.commandName }
        // A word that is no verb is complained of itself, not because of what stands around it.
        guard let verb = rest.first, verbs.contains(verb) else { return rest.isEmpty ? moved : Array(rest) }
        return Array(rest) + moved
    }

    /// Configuration, roster and secrets, ready to use.
    func workplace() throws -> Workplace {
        try Workplace(
            config: config, environment: ProcessInfo.processInfo.environment, fixedNow: try fixedNow())
    }

    /// The instant of `--now`.
    func fixedNow() throws -> Instant? {
        guard let now else { return nil }
        guard let instant = Instant(iso: now) else {
            throw ServiceError(.usage, ["--now \(now)：看不懂；请写成 2022-12-30T00:00:00+08:00"])
        }
        return instant
    }

    /// How long an account is retried.
    func patienceLimit() throws -> Duration {
        guard let limit = Duration(setting: patience) else {
            throw ServiceError(.usage, ["--patience \(patience)：看不懂；请写成 60s、5m 或 1h"])
        }
        return limit
    }

    /// The bar or the log.
    func meter() -> ProgressMeter {
        ProgressMeter(isTerminal: Terminal.isInteractive, isQuiet: quiet, language: lang) {
            Terminal.note($0)
        }
    }

    /// Does something that writes, with the store to itself.
    func writing<Answer>(
        _ verb: String, _ body: (Workplace, Pipeline, ProgressMeter) async throws -> Answer
    ) async throws -> Answer {
        let workplace = try workplace()
        let meter = meter()
        for warning in workplace.files.warnings where !quiet { meter.say(warning.text) }
        let writing = try await workplace.openForWriting(
            verb: verb, patience: try patienceLimit(), waiting: { meter.say($0) })
        defer {
            meter.finish()
            withExtendedLifetime(writing.lock) {}
        }
        return try await ServiceError.wrapping {
            try await body(writing.workplace, writing.workplace.pipeline(writing.store), meter)
        }
    }

    /// Does one of the stages; with `--strict` it tells, too, what is still open behind it.
    func running(
        _ verb: String, _ body: (Workplace, Pipeline, ProgressMeter) async throws -> RunReport
    ) async throws -> RunReport {
        try await writing(verb) { workplace, pipeline, meter in
            var report = try await body(workplace, pipeline, meter)
            if strict { report.open = try await pipeline.openCounts() }
            return report
        }
    }
}

extension Language: ExpressibleByArgument {}

/// How an answer is written.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
}

/// `--format text|json` of verbs that tell what they did.
struct FormatOption: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "输出格式：text 或 json")
    var format = Format.text
}

extension RunReport {
    /// Prints what was done and ends with the exit code that it deserves.
    func end(_ options: GlobalOptions, _ format: FormatOption.Format) throws {
        switch format {
        case .text: if !options.quiet { Terminal.answer(text(in: options.lang)) }
        case .json: Terminal.answer(json)
        }
        try verdict(strict: options.strict).end(saying: options.quiet || format == .json)
    }
}

extension Verdict {
    /// Ends the process by the verdict, after its complaints, where the answer has not said them.
    func end(saying isSaid: Bool) throws {
        if isSaid { for complaint in complaints { Terminal.complain(complaint) } }
        if exitCode != .done { throw Ending(code: exitCode) }
    }
}
