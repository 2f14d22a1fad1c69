import Attribution
import Domain
import Reports
import Store
import Sync

extension Pipeline {
    /// Maps the kept pages of accounts again, of these days of fetching or of all; nobody is asked for anything.
    ///
    /// What it changes waits to be booked. With `isDryRun` the store is that of a copy.
    func replay(
        _ accounts: [SyncAccount], days: ClosedRange<BusinessDay>?, from folder: PageFolder,
        isDryRun: Bool, progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> ReplayReport {
        var report = ReplayReport(isDryRun: isDryRun, asOf: now())
        report.parkedBefore = try await openCounts().parkedRecords
        let before = try await sumsByParty()
        let admission = try await admit(accounts.map(\.facts))
        var moved = MovedSums()
        for account in accounts {
            let kept = folder.days(of: account.id).filter { days?.contains($0) ?? true }
            var done = ReplayReport.Account(id: account.id, firstDay: kept.first, lastDay: kept.last)
            let pages = folder.pages(of: account.id, on: kept)
            // Gone through beforehand, only to know what is to come.
            let coming = account.mappable(folder.pages(of: account.id, on: kept))
            let outcome = try await ServiceError.ofStore { () throws(StoreError) in
                try await replay(account, pages, ReplayedPages(pages: coming), admission, progress)
            }
            done.take(outcome)
            if pages.damagedCount > 0 {
                done.pagesLeft.append(
                    .init(reason: Notice("replay.damaged"), pages: Int64(pages.damagedCount)))
            }
            moved.add(outcome.landed.moved)
            report.accounts.append(done)
        }
        report.parkedAfter = try await openCounts().parkedRecords
        report.parties = moved.sums.filter { $0.value != CreditSums() }.map { place, sums in
            ReplayReport.Party(
                leg: place.leg, id: place.partyID,
                name: place.partyID.flatMap { roster.party($0)?.name } ?? "",
                before: before[place] ?? CreditSums(), moved: sums)
        }.sorted { $0.stands(before: $1) }
        return report
    }

    private func replay(
        _ account: SyncAccount, _ pages: KeptPages, _ coming: ReplayedPages, _ admission: Admission,
        _ progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(StoreError) -> ReplayStage.Outcome {
        let stage = ReplayStage(
            store: store, admission: admission, account: account,
            source: try admission.number(of: account.id), replayed: coming,
            progress: progress)
        do {
            return try await stage.run(pages)
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.inconsistent, Notice("sync.broken_off", String(describing: error)))
        }
    }

    /// What each party is credited with on each leg, and nobody, of all days.
    private func sumsByParty() async throws(ServiceError) -> [MovedSums.Place: CreditSums] {
        var sums: [MovedSums.Place: CreditSums] = [:]
        for (leg, shown) in [(Leg.sell, ReportLeg.sell), (.buy, .buy)] {
            let report = try await attributionReport(ReportScope(from: .first, to: .last, leg: shown))
            for row in report.rows { sums[MovedSums.Place(leg: leg, partyID: row.key)] = row.sums }
            sums[MovedSums.Place(leg: leg, partyID: nil)] = report.unassigned
        }
        return sums
    }
}

extension ReplayReport.Account {
    fileprivate mutating func take(_ outcome: ReplayStage.Outcome) {
        let records = outcome.landed.records
        pages = Int64(outcome.replay.pages)
        windows = Int64(outcome.windows)
        newOrders = Int64(records.inserted)
        changedOrders = Int64(records.changed)
        unchangedOrders = Int64(records.unchanged)
        olderOrders = Int64(records.older)
        refunds = Int64(records.refunds)
        parkedRecords = Int64(records.parked)
        recordsLeftOut = Int64(outcome.replay.recordsLeftOut)
        pagesLeft = outcome.replay.pagesLeft.map { Left(reason: $0.key, pages: Int64($0.value)) }
            .sorted { ($1.pages, $0.reason.code) < ($0.pages, $1.reason.code) }
    }
}

extension BusinessDay {
    /// All sales lie between these.
    fileprivate static let first = BusinessDay(number: 0)
    fileprivate static let last = BusinessDay(number: 60_000)
}
