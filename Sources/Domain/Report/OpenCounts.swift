/// How much of what is stored is still open: each makes `--strict` end with 1, whatever a verb did itself.
package struct OpenCounts: Hashable, Sendable {
    package var parkedRecords: Int64 = 0
    package var orphanRefunds: Int64 = 0
    package var conflicts: Int64 = 0
    package var headerGaps: Int64 = 0
    package var unknownWords: Int64 = 0
    /// Credits that nobody has, of sales.
    package var unassignedLines: Int64 = 0
    /// Differences that are not booked yet.
    package var pendingEntries: Int64 = 0

    /// Nothing is open.
    package init() {}

    /// Each kind of thing that is open, with its count.
    package var notices: [Notice] {
        let counted = [
            (parkedRecords, Notice("check.parked", parkedRecords)),
            (orphanRefunds, Notice("check.orphans", orphanRefunds)),
            (conflicts, Notice("check.conflicts", conflicts)),
            (headerGaps, Notice("check.header_gaps", headerGaps)),
            (unknownWords, Notice("check.unknown_words", unknownWords)),
            (unassignedLines, Notice("check.unassigned", unassignedLines)),
            (pendingEntries, Notice("check.pending", pendingEntries)),
        ]
        return counted.filter { $0.0 != 0 }.map(\.1)
    }

    /// Whether nothing is.
    package var isNothing: Bool { self == OpenCounts() }
}
