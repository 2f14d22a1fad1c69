import Domain
import Reports

extension OpenCounts {
    /// A warning for each kind of thing that is still open, with its way out.
    var findings: [CheckReport.Finding] {
        [
            warning(parkedRecords, Notice("check.parked", parkedRecords), Self.list(.parked)),
            warning(orphanRefunds, Notice("check.orphans", orphanRefunds), Self.list(.orphan)),
            warning(conflicts, Notice("check.conflicts", conflicts), Self.list(.conflict)),
            warning(headerGaps, Notice("check.header_gaps", headerGaps), Self.list(.headerGap)),
            warning(unknownWords, Notice("check.unknown_words", unknownWords), Self.list(.unknownWord)),
            warning(
                unassignedLines, Notice("check.unassigned", unassignedLines), Notice("check.complete_roster")),
            warning(pendingEntries, Notice("check.pending", pendingEntries), Notice("check.run_post")),
        ].compactMap(\.self)
    }

    private func warning(_ count: Int64, _ what: Notice, _ advice: Notice) -> CheckReport.Finding? {
        if count == 0 { return nil }
        return .init(.warning, of: .store, place: Notice("check.store"), what: what, advice: advice)
    }

    /// Where what is held is listed.
    private static func list(_ kind: HeldRecord.Kind) -> Notice {
        Notice("check.list_held", kind.rawValue)
    }
}
