import Domain
package import Reports

/// How a verb ends by what it has to say: the exit code, and the sentences that are said beside the answer.
package struct Verdict: Sendable {
    package private(set) var exitCode = ExitCode.done
    /// Said even where the answer itself is not shown, or is read by a program.
    package private(set) var complaints: [String] = []

    /// All is well.
    package init() {}

    fileprivate mutating func add(_ code: ExitCode, _ complaint: String? = nil) {
        exitCode = exitCode.or(code)
        if let complaint { complaints.append(complaint) }
    }
}

extension AttributionReport {
    /// 4 where the proof leaves something unexplained; with `strict` 1 where anything in it is still open.
    package func verdict(strict: Bool) -> Verdict {
        var verdict = Verdict()
        if proof.unexplainedFen != 0 {
            verdict.add(.store, "核对有未解释的差额 \(proof.unexplained) 元；请运行 daihuo check 并报告此问题")
        }
        if coverage.rosterIsNewer {
            verdict.add(.done, "名册已更改，部分归属仍按旧名册；请先运行 daihuo attribute")
        }
        let isOpen =
            unassigned.lines != 0 || proof.parkedRecords != 0 || proof.headerGapFen != 0
            || proof.orphanRefundFen != 0 || proof.pendingFen != 0 || coverage.rosterIsNewer
            || coverage.conflicts + coverage.unknownWords != 0
        if strict, isOpen { verdict.add(.differences) }
        return verdict
    }
}

extension RunReport {
    /// 3 where a source failed; with `strict` 1 where anything of the store is still open, whenever it was read.
    package func verdict(strict: Bool) -> Verdict {
        var verdict = Verdict()
        for failure in accounts.compactMap(\.failure) { verdict.add(.source, failure) }
        if strict, !open.isNothing { verdict.add(.differences) }
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
