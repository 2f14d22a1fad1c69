package import Attribution
import Domain

/// The roster as the tables of a folder and a catalogue state it, all of them or nothing.
package struct RosterFiles: Sendable {
    package let roster: Roster
    /// What deserves a look but stops nothing, by file and line.
    package let warnings: [RosterProblem]
    /// What is written in the files and has no effect yet, by file.
    package let unused: [RosterProblem]
    /// Where each table was read that is there, by its name: `parties`.
    let tables: [String: RosterPlace]

    /// Reads the roster's tables of the folder, and the catalogue, if a path is given.
    ///
    /// Those are `parties` and, where they are there, `tenures identities sessions campaigns`, each a file (`parties.csv`,
    /// `parties.xlsx`, …) or a sheet of `roster.xlsx`. Headers may be in any order, in English or Chinese; further columns are
    /// ignored, and named in `unused`.
    ///
    /// It throws everything that is wrong at once: a missing file or column, a table in two places, an unknown party, kind or
    /// channel, what is no date, region or share, an id that Excel damaged, a party twice, a span that ends before it begins,
    /// tenures of one party and role that overlap.
    package static func load(folder: String, catalogue: String? = nil) throws(RosterError) -> RosterFiles {
        var reading = RosterReading(folder: folder)
        let parties = reading.parties()
        let roster = Roster(
            parties: parties, tenures: reading.tenures(), identities: reading.identities(),
            campaigns: reading.campaigns(), sessions: reading.sessions(),
            catalogue: catalogue.map { reading.catalogue(RosterPlace(path: $0)) } ?? [])
        reading.noteTablesNotRead(catalogue: catalogue)
        let (problems, warnings) = (reading.problems.problems, reading.problems.warnings)
        guard problems.isEmpty else { throw RosterError(problems: problems, warnings: warnings) }
        return RosterFiles(
            roster: roster, warnings: warnings, unused: reading.problems.unused,
            tables: reading.folder.tables)
    }
}
