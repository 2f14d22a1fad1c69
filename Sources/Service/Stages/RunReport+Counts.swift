import Domain
import Reports
import Store
import Sync

extension RunReport.Account {
    init(_ outcome: SyncOutcome, _ counts: LandingCounts) {
        self.init(id: outcome.account, counts)
        windows = Int64(outcome.windows)
        pages = Int64(outcome.pages)
        failure = outcome.failure?.description
    }

    init(id: String, _ counts: LandingCounts) {
        self.init(id: id)
        newOrders = Int64(counts.inserted)
        changedOrders = Int64(counts.changed)
        unchangedOrders = Int64(counts.unchanged)
        olderOrders = Int64(counts.older)
        refunds = Int64(counts.refunds)
        parkedRecords = Int64(counts.parked)
    }
}

extension RunReport.Attribution {
    init(_ counts: LandingCounts) {
        self.init()
        creditedLines = Int64(counts.creditedLines)
        unassignedLines = counts.unassignedLines.mapValues(Int64.init)
    }
}

extension RunReport.Posting {
    /// Adds a batch's count and sums.
    mutating func add(_ batch: ClosedBatch) {
        batches += 1
        entries += Int64(batch.entries.count)
        for entry in batch.entries {
            legs[entry.leg, default: Booked(paidFen: 0, refundedFen: 0, grams: 0)].add(entry)
        }
    }
}

extension RunReport.Posting.Booked {
    fileprivate mutating func add(_ entry: JournalEntry) {
        paidFen += entry.paidFen.amount
        refundedFen += entry.refundedFen.amount
        grams += entry.grams.amount
    }
}
