package import Domain
package import Tabular

/// Why the roster was not loaded: everything that is wrong in its files, at once.
package struct RosterError: Error, Equatable, Sendable {
    /// By file, then by line; never empty.
    package let problems: [RosterProblem]
    /// What deserves a look but stops nothing.
    package let warnings: [RosterProblem]
}

/// One thing that is wrong, or odd, in a roster file.
package struct RosterProblem: Hashable, Sendable {
    /// The file's path.
    package let file: String
    /// The physical line, counted from 1; `nil` where the whole file is meant.
    package let line: Int?
    /// Where, what, what to do; without names of people.
    package let notice: Notice

    /// What reading the table, or one of its cells, came to.
    package init(_ error: TabularError) {
        file = error.file
        line = error.line
        notice = error.ofRoster.notice
    }
}
