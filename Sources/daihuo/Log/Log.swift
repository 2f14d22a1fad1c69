import ArgumentParser
import Domain
import Logging
import Reports
import Service

/// The log of this process: what stages do and alarms tell, as lines on standard error.
struct Log: Sendable {
    private let logger: Logger
    private let language: Language

    /// A log; `write` is handed whole lines.
    init(
        level: LogLevel = .info, format: LogFormat = .text, language: Language,
        now: @escaping @Sendable () -> Instant, write: @escaping @Sendable (String) -> Void
    ) {
        self.language = language
        logger = Logger(label: "daihuo") { _ in
            LineLogHandler(level: level.ofLogger, format: format, now: now, write: write)
        }
    }

    /// A line of a key word and what stands beside it: `log.line(.info, "round", ["accounts": 20, "orders": 0])`.
    func line(_ level: LogLevel, _ message: String, _ fields: Logger.Metadata = [:]) {
        logger.log(level: level.ofLogger, Logger.Message(stringLiteral: message), metadata: fields)
    }

    /// A sentence that a person is to read, with its code for machines.
    func say(_ level: LogLevel, _ message: String, _ notice: Notice, _ fields: Logger.Metadata = [:]) {
        var fields = fields
        fields["code"] = .string(notice.code)
        fields["text"] = .string(notice.text(in: language))
        line(level, message, fields)
    }

    /// What a stage does: windows, retries and batches, not single pages.
    func take(_ event: StageProgress) {
        switch event {
        case .window(let account, let feed, let from, let to, let number, let count):
            line(
                .info, "sync",
                [
                    "account": .string(account), "feed": .string(feed), "window": "\(number)/\(count)",
                    "from": .string(from.iso), "to": .string(to.iso),
                ])
        case .retrying(let account, let advice, let delay):
            let milliseconds = Int64(delay / .milliseconds(1))
            say(
                .warning, "retry", advice,
                ["account": .string(account), "delay_ms": .stringConvertible(milliseconds)])
        case .notice(let account, let what): say(.notice, "notice", what, ["account": .string(account)])
        case .posted(let entries, let batch):
            line(
                .info, "posted", ["batch": .stringConvertible(batch), "entries": .stringConvertible(entries)])
        case .attributed(let orders): line(.info, "attributed", ["orders": .stringConvertible(orders)])
        case .landed, .page, .request: break
        }
    }

    /// An alarm, as it is raised, told again, or over.
    func take(_ alarm: Alarm) {
        var fields: Logger.Metadata = [
            "alarm": .string(alarm.subject.kind.rawValue), "since": .string(alarm.since.iso),
            "state": .string(alarm.state.rawValue),
        ]
        if let account = alarm.subject.account { fields["account"] = .string(account) }
        say(LogLevel(rawValue: alarm.level.rawValue) ?? .error, "alarm", alarm.what, fields)
    }
}

/// `--log text|json`: how a line is written.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// `--log-level`: what is less grave is not written.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    case debug, info, notice, warning, error

    fileprivate var ofLogger: Logger.Level { Logger.Level(rawValue: rawValue) ?? .info }
}
