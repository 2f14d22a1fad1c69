import Domain
import Tabular

/// Collects what is wrong while roster files are read.
final class RosterProblemList {
    private var errors: [TabularError] = []
    private var doubts: [TabularError] = []
    private(set) var unused: [RosterProblem] = []

    /// What is wrong, by file and line; what is wrong in the same way in several rows once.
    var problems: [RosterProblem] { Self.toldOnce(errors) }

    /// What is odd, likewise.
    var warnings: [RosterProblem] { Self.toldOnce(doubts) }

    func report(_ error: TabularError) {
        errors.append(error)
    }

    func warn(_ error: TabularError) {
        doubts.append(error)
    }

    /// Notes what is written and has no effect yet.
    func noteUnused(_ error: TabularError) {
        unused.append(RosterProblem(error))
    }

    /// Runs what reports about one file and puts that in the order of lines.
    func ofOneFile(_ body: () -> Void) {
        let (errorCount, doubtCount) = (errors.count, doubts.count)
        body()
        errors[errorCount...].sort { ($0.line ?? 0) < ($1.line ?? 0) }
        doubts[doubtCount...].sort { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    private struct Mistake: Hashable {
        let file: String
        let column: String?
        let what: Notice
        let remedy: Notice
    }

    /// So many lines are named of equal mistakes.
    private static let linesNamed = 3

    private static func toldOnce(_ errors: [TabularError]) -> [RosterProblem] {
        let grouped = Dictionary(grouping: errors) {
            Mistake(file: $0.file, column: $0.column, what: $0.what, remedy: $0.remedy)
        }
        var told: Set<Mistake> = []
        return errors.compactMap { error in
            let mistake = Mistake(
                file: error.file, column: error.column, what: error.what, remedy: error.remedy)
            guard told.insert(mistake).inserted else { return nil }
            let lines = grouped[mistake, default: []].compactMap(\.line)
            guard lines.count > 1 else { return RosterProblem(error) }
            let code = lines.count > linesNamed ? "roster.on_lines_such_as" : "roster.on_lines"
            return RosterProblem(
                TabularError(
                    file: error.file, line: error.line, column: error.column,
                    what: Notice(code, error.what, lines.count, Array(lines.prefix(linesNamed))),
                    remedy: error.remedy))
        }
    }
}
