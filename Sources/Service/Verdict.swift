package import Domain
package import Reports

/// How a verb ends by what it has to say: the exit code, and the sentences that are said beside the answer.
package struct Verdict: Sendable {
    package private(set) var exitCode = ExitCode.done
    /// Said even where the answer itself is not shown, or is read by a program.
    package private(set) var complaints: [Notice] = []

    /// All is well.
    package init() {}

    fileprivate mutating func add(_ code: ExitCode, _ complaint: Notice? = nil) {
        exitCode = exitCode.or(code)
        if let complaint { complaints.append(complaint) }
    }
}

extension AttributionReport {
    /// 4 where the proof leaves something unexplained; with `strict` 1 where anything in it is still open.
    package func verdict(strict: Bool) -> Verdict {
        var verdict = Verdict()
        if proof.unexplainedFen != 0 {
            verdict.add(.store, Notice("report.unexplained", proof.unexplained))
        }
        if !coverage.reading.isComplete, let notice = coverage.reading.notice { verdict.add(.done, notice) }
        if coverage.rosterIsNewer {
            verdict.add(.done, Notice("report.roster_is_newer"))
        }
        let isOpen =
            unassigned.lines != 0 || proof.parkedRecords != 0 || proof.headerGapFen != 0
            || proof.orphanRefundFen != 0 || proof.pendingEntries != 0 || coverage.rosterIsNewer
            || coverage.conflicts + coverage.unknownWords != 0 || !coverage.reading.isComplete
        if strict, isOpen { verdict.add(.differences) }
        return verdict
    }
}

extension RunReport {
    /// 3 where a source failed; with `strict` 1 where anything of the store is still open, whenever it was read.
    package func verdict(strict: Bool) -> Verdict {
        var verdict = Verdict()
        for failure in accounts.flatMap(\.failures) { verdict.add(.source, failure) }
        if !reading.isComplete, let notice = reading.notice {
            verdict.add(strict ? .differences : .done, notice)
        }
        if strict, !open.isNothing {
            verdict.add(.differences, Notice("run.still_open", open.notices))
        }
        return verdict
    }
}

extension InboxReport {
    /// 3 where a file is held, or could not be moved: the others went on.
    package func verdict() -> Verdict {
        var verdict = Verdict()
        let held = files.filter { $0.outcome == .held }
        if !held.isEmpty { verdict.add(.source, Notice("inbox.held", held.count, "held/")) }
        for why in files.filter({ $0.outcome == .stuck }).flatMap(\.why) { verdict.add(.source, why) }
        return verdict
    }
}

extension ParkedReport {
    /// With `strict` 1 where anything is held.
    package func verdict(strict: Bool) -> Verdict {
        var verdict = Verdict()
        if strict, !records.isEmpty { verdict.add(.differences) }
        return verdict
    }
}

extension SelfReportsReport {
    /// With `strict` 1 where a row of a daily report could not be read.
    package func verdict(strict: Bool) -> Verdict {
        var verdict = Verdict()
        if strict, parkedRows != 0 { verdict.add(.differences) }
        return verdict
    }
}

extension GapsReport {
    /// With `strict` 1 where there is a gap in the time that is asked for, or nobody has been asked for any of it.
    package func verdict(strict: Bool) -> Verdict {
        var verdict = Verdict()
        if strict, hasGaps || isBeforeAll { verdict.add(.differences) }
        return verdict
    }
}

extension Explanation {
    /// With `strict` 1 where anything of the orders is held or still open.
    package func verdict(strict: Bool) -> Verdict {
        var verdict = Verdict()
        if strict, !held.records.isEmpty || orders.contains(where: \.isOpen) { verdict.add(.differences) }
        return verdict
    }
}

extension ExplainReport {
    /// Whether it waits for the journal or a roster; what is held of it stands elsewhere.
    fileprivate var isOpen: Bool {
        pendingEntries != 0 || decidedBy?.isPresent == false
            || lines.contains { $0.credits.contains { $0.credit.partyID == nil } }
    }
}
