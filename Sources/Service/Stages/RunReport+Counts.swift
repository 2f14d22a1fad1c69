import Books
import Domain
import Reports
import Sync

extension RunReport.Account {
    init(_ outcome: SyncOutcome, _ counts: LandingCounts) {
        self.init(id: outcome.account, counts)
        windows = Int64(outcome.windows)
        pages = Int64(outcome.pages)
        ordersAsked = Int64(outcome.ordersAsked)
        ordersFound = Int64(outcome.ordersFound)
        failures = outcome.failures.map(\.notice)
        isCutOff = outcome.isCutOff
    }

    init(id: String, _ counts: LandingCounts) {
        self.init(id: id)
        newOrders = Int64(counts.inserted)
        changedOrders = Int64(counts.changed)
        unchangedOrders = Int64(counts.unchanged)
        olderOrders = Int64(counts.older)
        refunds = Int64(counts.refunds)
        parkedRecords = Int64(counts.parked)
        unknownWords = Int64(counts.unknownWords)
    }
}

extension RunReport.Attribution {
    /// What was decided, beside what an earlier stage of the run decided.
    init(_ counts: DecisionCounts, beside other: RunReport.Attribution? = nil) {
        self = other ?? RunReport.Attribution()
        creditedLines += Int64(counts.creditedLines)
        for (reason, lines) in counts.unassignedLines { unassignedLines[reason, default: 0] += Int64(lines) }
    }
}

extension RunReport.Posting {
    /// Adds a batch's count and sums.
    mutating func add(_ batch: SealedBatch) {
        batches += 1
        entries += Int64(batch.entries.count)
        for leg in Leg.allCases {
            let booked = Booked(of: leg, in: batch.entries.span)
            guard let booked else { continue }
            legs[leg, default: Booked(paidFen: 0, refundedFen: 0, grams: 0)].add(booked)
        }
    }
}

extension RunReport.Posting.Booked {
    /// What is booked on the leg; `nil` where nothing is.
    fileprivate init?(of leg: Leg, in entries: Span<JournalEntry>) {
        var (paidFen, refundedFen, grams): (Int64, Int64, Int64) = (0, 0, 0)
        var count = 0
        for place in entries.indices where entries[place].booking.leg == leg {
            paidFen += entries[place].sums.paidFen
            refundedFen += entries[place].sums.refundedFen
            grams += entries[place].sums.grams
            count += 1
        }
        if count == 0 { return nil }
        self.init(paidFen: paidFen, refundedFen: refundedFen, grams: grams)
    }

    fileprivate mutating func add(_ other: Self) {
        paidFen += other.paidFen
        refundedFen += other.refundedFen
        grams += other.grams
    }
}
