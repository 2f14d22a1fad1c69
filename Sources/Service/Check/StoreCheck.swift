import Attribution
import Domain
import Ledger
package import Reports
package import Store

extension Pipeline {
    /// Whether the store agrees with itself: what is added up, what is referred to, the chain of hashes, and everything that
    /// is worked out of each order, its credits included.
    ///
    /// `sample` is how many orders are worked out anew, picked evenly; `nil`: all. One finding for each column in which
    /// something does not fit.
    package func checkStore(sample: Int? = nil) async throws(StoreError) -> [CheckReport.Finding] {
        let audit = try await OrderAudit(store: store).run(sample: sample)
        var findings: [CheckReport.Finding] = []
        // The same cell may be found from both sides.
        for finding in (audit.disagreements + (try await store.disagreements())).map(\.finding)
        where !findings.contains(finding) { findings.append(finding) }
        let broken = BrokenBatches()
        try await store.eachBatch { batch in
            broken.look(at: batch)
        }
        findings += broken.numbers.map { number in
            CheckReport.Finding(
                .error, of: .store, place: Notice("check.journal"),
                what: Notice("check.batch_broken", number),
                advice: Notice("check.restore_journal"))
        }
        if findings.isEmpty {
            let code = sample == nil ? "check.all_fits" : "check.sample_fits"
            findings.append(
                CheckReport.Finding(
                    .ok, of: .store, place: Notice("check.store"),
                    what: Notice(code, broken.count, audit.orders))
            )
        }
        return findings + (try await decidedByOthers())
    }

    private func decidedByOthers() async throws(StoreError) -> [CheckReport.Finding] {
        let otherwise = try await store.countDecidedOtherwise(than: roster.fingerprint)
        if otherwise == 0 { return [] }
        return [
            CheckReport.Finding(
                .warning, of: .store, place: Notice("check.roster"),
                what: Notice("check.decided_otherwise", otherwise), advice: Notice("check.run_attribute"))
        ]
    }
}

extension Disagreement {
    /// Where, what it is and what it should be, and how often.
    fileprivate var finding: CheckReport.Finding {
        CheckReport.Finding(
            .error, of: .store, place: Notice("check.store"), what: what, advice: Notice("check.keep_store"))
    }

    private var what: Notice {
        let (table, column, row) = (first.table, first.column, first.row.notice)
        let alike = count > 1 ? Notice("check.cells_alike", count) : Notice("hint.none")
        return switch (first.stored, first.expected) {
        case (let stored?, let expected?):
            Notice("check.cell_differs", table, column, row, stored, expected, alike)
        case (let stored?, nil): Notice("check.cell_fits_nothing", table, column, row, stored, alike)
        case (nil, let expected?): Notice("check.cell_missing", table, column, row, expected, alike)
        case (nil, nil): Notice("check.cell_disagrees", table, column, row, alike)
        }
    }
}

extension Misfit.Row {
    /// What is known of the place, in brackets.
    fileprivate var notice: Notice {
        let known = [
            shopID.isEmpty ? nil : Notice("check.row_shop", shopID),
            orderID.isEmpty ? nil : Notice("check.row_order", orderID),
            lineID.isEmpty ? nil : Notice("check.row_line", lineID),
            day.map { Notice("check.row_day", $0) },
            number.map { Notice("check.row_number", $0) },
        ].compactMap(\.self)
        return known.isEmpty ? Notice("hint.none") : Notice("check.cell_row", known)
    }
}
