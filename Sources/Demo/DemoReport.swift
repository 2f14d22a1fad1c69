package import Domain
package import Reports
package import Simulator

/// What the demo found: the figures of the article beside those of the reports.
package struct DemoReport: Sendable {
    /// Where the demo can be looked at afterwards.
    package let folder: String
    package let comparisons: [Comparison]
    package let rounds: [Round]
    /// What failed, or does not add up to what the simulator knows.
    package let problems: [Notice]

    /// What one round did: the files of shops without an API first, then whatever has an API.
    package struct Round: Sendable {
        package let inbox: InboxReport
        package let run: RunReport

        /// Accounts that failed, and files that were not imported.
        var problems: [Notice] {
            run.accounts.flatMap(\.failures)
                + inbox.files.filter { $0.outcome != .done }.flatMap {
                    [Notice("demo.not_imported", $0.name)] + $0.why
                }
        }
    }

    /// A figure of the article beside what the reports say.
    package struct Comparison: Sendable {
        package let figure: Figure
        package let grams: Grams
        package let netFen: Fen
        package let rows: Int

        /// Whether not one gram or fen differs.
        package var holds: Bool {
            grams == figure.grams && netFen == figure.netFen && rows == figure.expectedRowCount ?? rows
        }
    }

    /// Whether every figure holds and nothing failed.
    package var holds: Bool { problems.isEmpty && comparisons.allSatisfy(\.holds) }
}
