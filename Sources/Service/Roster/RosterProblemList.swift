import Tabular

/// Collects what is wrong while roster files are read.
final class RosterProblemList {
    private(set) var problems: [RosterProblem] = []
    private(set) var warnings: [RosterProblem] = []
    private(set) var unused: [RosterProblem] = []

    func report(_ error: TabularError) {
        problems.append(RosterProblem(error))
    }

    func warn(_ error: TabularError) {
        warnings.append(RosterProblem(error))
    }

    /// Notes what is written and has no effect yet.
    func noteUnused(_ error: TabularError) {
        unused.append(RosterProblem(error))
    }

    /// Runs what reports about one file and puts that in the order of lines.
    func ofOneFile(_ body: () -> Void) {
        let (problemCount, warningCount) = (problems.count, warnings.count)
        body()
        problems[problemCount...].sort { ($0.line ?? 0) < ($1.line ?? 0) }
        warnings[warningCount...].sort { ($0.line ?? 0) < ($1.line ?? 0) }
    }
}
