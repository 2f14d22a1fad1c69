import ArgumentParser
import Domain
import Foundation
import Reports
import Service

/// The options that every verb has; they may stand before the verb too.
struct GlobalOptions: ParsableArguments {
    private static let usualConfig = "daihuo.yaml"

    @Option(help: .words("配置文件", "the configuration"))
    var config = usualConfig

    @Option(
        help: .words(
            "把时钟设为此刻，仅供本机演练：2022-12-30T00:00:00+08:00，或 file:文件（文件里写时刻，可随时改）",
            "set the clock, for rehearsals on this machine only: 2022-12-30T00:00:00+08:00, or file:PATH of a file that holds it "
                + "and may change",
            valueName: "instant"))
    var now: String?

    @Option(help: .words("输出语言：zh 或 en", "language of the output: zh or en"))
    var lang: Language = .chinese

    @Flag(help: .words("不显示进度和结果（错误仍会说）", "show neither progress nor results (errors are still told)"))
    var quiet = false

    @Option(
        help: .words(
            "一页重试多久才算失败：60s、5m", "how long a page is tried before it counts as failed: 60s, 5m",
            valueName: "duration"))
    var patience = "60s"

    @Flag(
        help: .words(
            "有缺口、差异、搁置记录或未归属时以 1 退出",
            "end with 1 where there are gaps, differences, parked records or unassigned lines"))
    var strict = false

    @Option(
        help: .words(
            "进度写成日志行，不画进度条：text 或 json", "progress as lines of a log, without a bar: text or json",
            valueName: "format"))
    var log: LogFormat?

    @Option(
        help: .words(
            "日志从哪一级写起：debug、info、notice、warning 或 error",
            "how grave a line of the log is at least: debug, info, notice, warning or error",
            valueName: "level"))
    var logLevel = LogLevel.info

    /// The names that take a value.
    private static let valued: Set<String> = [
        "--config", "--now", "--lang", "--patience", "--log", "--log-level",
    ]

    /// The configuration that these arguments name, where it is not the one that is found without; also of a command line
    /// that cannot be understood.
    static func otherConfig(in arguments: [String]) -> String? {
        let words = arguments.flatMap { argument in
            argument.hasPrefix("--config=") ? ["--config", String(argument.dropFirst(9))] : [argument]
        }
        let config = words.lastIndex(of: "--config").flatMap { words[($0 + 1)...].first }
        return config == usualConfig ? nil : config
    }

    /// Moves options that stand before the verb behind it, where the verb's parser finds them.
    static func behindVerb(_ arguments: [String]) -> [String] {
        var rest = withoutLanguageOfHelp(arguments)[...]
        var moved: [String] = []
        while let option = rest.first, option.hasPrefix("--"), option != "--help", option != "--version" {
            moved.append(rest.removeFirst())
            if valued.contains(option), !rest.isEmpty { moved.append(rest.removeFirst()) }
        }
        let verbs = Daihuo.configuration.subcommands.map { $0.configuration.commandName }
        // A word that is no verb is complained of itself, not because of what stands around it.
        guard let verb = rest.first, verbs.contains(verb) else { return rest.isEmpty ? moved : Array(rest) }
        // Of an option that stands twice the later counts.
        let place = rest.firstIndex { $0.hasPrefix("-") } ?? rest.endIndex
        return rest[..<place] + moved + rest[place...]
    }

    /// Help comes in the language asked for by itself, and not all that has help has the option.
    private static func withoutLanguageOfHelp(_ arguments: [String]) -> [String] {
        var rest = arguments
        if let place = rest.firstIndex(of: "--lang") {
            rest.removeSubrange(place..<min(place + 2, rest.endIndex))
        } else if let place = rest.firstIndex(where: { $0.hasPrefix("--lang=") }) {
            rest.remove(at: place)
        }
        let isForHelp = rest.isEmpty || rest[0] == "help" || rest.contains("--help") || rest.contains("-h")
        return isForHelp ? rest : arguments
    }

    /// Configuration, roster and secrets, ready to use.
    func workplace() throws -> Workplace {
        try Workplace(
            config: config, environment: ProcessInfo.processInfo.environment, time: try time())
    }

    /// The time of `--now`, else that of the wall.
    func time() throws -> TimeSource {
        try now.map { now throws(ServiceError) in try TimeSource(rehearsing: now) } ?? .wall
    }

    /// How long an account is retried.
    func patienceLimit() throws -> Duration {
        guard let limit = Duration(setting: patience) else {
            throw ServiceError(.usage, [Notice("question.no_duration", patience)])
        }
        return limit
    }

    /// The bar or the log.
    func meter() -> ProgressMeter {
        ProgressMeter(
            log: log == nil && Terminal.isInteractive ? nil : logOfProcess(), isQuiet: quiet, language: lang
        ) {
            Terminal.note($0)
        }
    }

    /// The log on standard error; of whoever asked for quiet, errors alone.
    func logOfProcess() -> Log {
        let time = (try? time()) ?? .wall
        return Log(
            level: quiet ? .error : logLevel, format: log ?? .text, language: lang, now: time.now,
            write: { Terminal.note($0) })
    }

    /// Does something that writes, with what it needs to itself.
    func writing<Answer>(
        _ verb: String, needs: (Workplace) -> Workplace.Needs,
        _ body: (Workplace, Pipeline, ProgressMeter) async throws -> Answer
    ) async throws -> Answer {
        let workplace = try workplace()
        let meter = meter()
        for warning in workplace.files.warnings where !quiet { meter.say(warning.notice) }
        let writing = try await workplace.openForWriting(
            verb: verb, patience: try patienceLimit(), waiting: { meter.say($0) }, needs: needs)
        defer {
            meter.finish()
            withExtendedLifetime(writing.leases) {}
        }
        return try await ServiceError.wrapping {
            try await body(writing.workplace, writing.workplace.pipeline(writing.store), meter)
        }
    }

    /// Does one of the stages, and tells up to when accounts are read behind it; with `--strict` what is still open, too.
    func running(
        _ verb: String, needs: (Workplace) -> Workplace.Needs,
        _ body: (Workplace, Pipeline, ProgressMeter) async throws -> RunReport
    ) async throws -> RunReport {
        try await writing(verb, needs: needs) { workplace, pipeline, meter in
            var report = try await body(workplace, pipeline, meter)
            report.isClockFixed = now != nil
            if strict { report.open = try await pipeline.openCounts() }
            report.reading = try await workplace.coverage(pipeline.store)
            workplace.noteTokens(in: &report)
            return report
        }
    }
}

/// How an answer is written.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
}

/// `--format text|json` of verbs that tell what they did.
struct FormatOption: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: .words("输出格式：text 或 json", "format of the output: text or json"))
    var format = Format.text
}

extension RunReport {
    /// Prints what was done and ends with the exit code that it deserves.
    func end(_ options: GlobalOptions, _ format: FormatOption.Format) throws {
        switch format {
        case .text: if !options.quiet { Terminal.answer(text(in: options.lang)) }
        case .json: Terminal.answer(json(in: options.lang))
        }
        try verdict(strict: options.strict).end(saying: options.quiet || format == .json, in: options.lang)
    }
}

extension Verdict {
    /// Ends the process by the verdict, after its complaints, where the answer has not said them.
    func end(saying isSaid: Bool, in language: Language) throws {
        if isSaid { for complaint in complaints { Terminal.complain(complaint.text(in: language)) } }
        if exitCode != .done { throw Ending(code: exitCode) }
    }
}
