import Domain
import Logging
import Reports
import Service

extension Log {
    /// What the schedule does: a reading is one line, whether it brought anything or not.
    func take(_ event: ServeEvent) {
        switch event {
        case .started(let accounts): line(.info, "started", ["accounts": .stringConvertible(accounts)])
        case .progress(let progress): takeWhile(progress)
        case .read(let account, let took): take(account, took)
        case .held(let account, _): line(.info, "held", ["account": .string(account)])
        case .left(let account): line(.info, "left", ["account": .string(account)])
        case .failed(let account, let error, _):
            for notice in error.notices { say(.error, "failed", notice, ["account": .string(account)]) }
        case .settled(let report): if let report { take(report) }
        case .notSettled(let error): for notice in error.notices { say(.error, "not_settled", notice) }
        case .filed(let file): take(file)
        case .inboxFailed(let error): for notice in error.notices { say(.error, "inbox", notice) }
        case .configuration(.taken): line(.notice, "configuration", ["state": "taken"])
        case .configuration(.broken(let notices)):
            for notice in notices { say(.error, "configuration", notice, ["state": "last_good"]) }
        case .stopping(let running): line(.info, "stopping", ["running": .stringConvertible(running)])
        case .stopped: line(.info, "stopped")
        case .wentRound: break
        }
    }

    /// While an account is read only what a person has to know is told; its line tells the rest.
    private func takeWhile(_ progress: StageProgress) {
        switch progress {
        case .retrying, .notice: take(progress)
        case .window, .page, .request, .landed, .attributed, .posted: break
        }
    }

    private func take(_ account: RunReport.Account, _ took: Duration) {
        for failure in account.failures { say(.warning, "failed", failure, ["account": .string(account.id)]) }
        let counts: [(String, Int64)] = [
            ("windows", account.windows), ("pages", account.pages), ("new", account.newOrders),
            ("changed", account.changedOrders), ("refunds", account.refunds),
            ("parked", account.parkedRecords),
            ("unknown_words", account.unknownWords), ("failures", Int64(account.failures.count)),
            ("took_ms", Int64(took / .milliseconds(1))),
        ]
        var fields = Logger.Metadata(uniqueKeysWithValues: counts.map { ($0, .stringConvertible($1)) })
        fields["account"] = .string(account.id)
        line(account.failures.isEmpty ? .info : .warning, "read", fields)
    }

    /// A file of the inbox is one line; of one that is held the line says why.
    private func take(_ file: InboxReport.File) {
        var fields: Logger.Metadata = [
            "file": .string(file.name), "outcome": .string(file.outcome.rawValue),
            "moved_to": .string(file.movedTo ?? ""),
        ]
        if let account = file.account { fields["account"] = .string(account) }
        if let read = file.read {
            fields["new"] = .stringConvertible(read.newOrders)
            fields["changed"] = .stringConvertible(read.changedOrders)
            fields["parked"] = .stringConvertible(read.parkedRecords)
        }
        guard file.outcome == .held, let why = file.why.first else { return line(.info, "filed", fields) }
        say(.warning, "filed", why, fields)
    }

    private func take(_ report: RunReport) {
        var fields: Logger.Metadata = [:]
        if let attribution = report.attribution {
            fields["credited_lines"] = .stringConvertible(attribution.creditedLines)
        }
        if let posting = report.posting {
            fields["entries"] = .stringConvertible(posting.entries)
            if let last = posting.lastBatch { fields["last_batch"] = .stringConvertible(last) }
            fields["hash"] = .string(posting.hash)
        }
        line(.info, "settled", fields)
    }
}
