import Domain
import Reports

/// Whether a file that has landed is done: something has to have come of it, and of most of it.
struct ImportVerdict {
    private let note: ImportNote
    private let landed: Int

    /// Judges a file by what it holds and by what became of its orders and after-sales.
    init(_ note: ImportNote, landed counts: LandingCounts) {
        self.note = note
        landed = counts.records - counts.parked
    }

    /// Why it is not done; empty where it is.
    ///
    /// Damaged ids are never mended: whoever accepts them goes on without those rows.
    func failures(_ input: ImportStage.Input) -> [Notice] {
        let (path, parked) = (note.path, note.parked)
        if note.rows == 0 { return [Notice("import.no_rows", path)] }
        var failures: [Notice] = []
        if parked.damagedIDs > 0, !input.acceptsDamagedIDs {
            failures.append(Notice("import.ids_damaged", path, parked.damagedIDs))
        }
        let open = input.acceptsDamagedIDs ? parked.count - parked.damagedIDs : parked.count
        if landed == 0 || parked.count == note.rows {
            failures.append(Notice("import.nothing_landed", path, note.rows))
        } else if open > note.rows - parked.count {
            failures.append(Notice("import.mostly_parked", path, note.rows, open))
        }
        return failures
    }
}
