import Domain
import Platforms

/// From pages to what has landed, whoever has the pages: one task puts them in, one maps, one commits what has gathered.
///
/// Mailboxes between them are bounded, so that memory does not grow. What was read goes to `commit` with the last page of its
/// window, once the window is proved (docs/decisions/0025).
struct PageFlow<Prepared: Sendable>: Sendable {
    /// The account's id.
    let account: String
    /// Prepares a page; runs beside fetching and committing.
    let prepare: @Sendable (FetchedPage) -> Prepared
    /// Lands pages and what was read in one transaction.
    let commit: @Sendable ([SyncBatch<Prepared>]) async throws -> Void

    /// Lands what `fetch` puts into the mailbox; answers the outcome once all has landed.
    func landing<Outcome: Sendable>(
        _ start: Outcome,
        _ fetch:
            @escaping @Sendable (Mailbox<SyncItem<RawPage>>, Mailbox<WindowVerdict>, inout Outcome)
            async throws -> Void
    ) async throws -> Outcome {
        let raw = Mailbox<SyncItem<RawPage>>(capacity: 2)
        // One a window at most: whoever maps need not wait for whoever fetches.
        let verdicts = Mailbox<WindowVerdict>(capacity: .max)
        let prepared = Mailbox<SyncItem<Prepared>>(capacity: SyncLimits.pagesInFlight)
        return try await withThrowingTaskGroup(of: Outcome?.self) { group in
            group.addTask {
                await map(raw, into: prepared, verdicts)
                return nil
            }
            group.addTask {
                do {
                    try await commitAll(prepared)
                    return nil
                } catch {
                    // Nobody takes pages any more: let the others end.
                    await raw.close()
                    await prepared.close()
                    throw error
                }
            }
            group.addTask {
                var outcome = start
                do {
                    try await fetch(raw, verdicts, &outcome)
                } catch {
                    // Else the others would wait for more for ever.
                    await raw.close()
                    throw error
                }
                await raw.close()
                return outcome
            }
            // What was fetched before a failure of the platform lands all the same; an error here cancels the others.
            var outcome = start
            for try await part in group {
                if let part { outcome = part }
            }
            return outcome
        }
    }

    /// Maps pages as they come; the end of a window goes on to be committed where all its rows were seen.
    private func map(
        _ raw: Mailbox<SyncItem<RawPage>>, into prepared: Mailbox<SyncItem<Prepared>>,
        _ verdicts: Mailbox<WindowVerdict>
    ) async {
        var proof = WindowProof()
        while let item = await raw.take(limit: 1).first {
            var mapped = item.map { $0.mapped() }
            let verdict = proof.see(mapped)
            if let window = item.window, verdict?.isProved == true {
                mapped.proved = verdict?.proved(window, settling: item.feed.settleSeconds)
            }
            if mapped.page != nil || verdict?.isProved == true { await prepared.put(mapped.map(prepare)) }
            if let verdict { await verdicts.put(verdict) }
        }
        await prepared.close()
        await verdicts.close()
    }

    private func commitAll(_ prepared: Mailbox<SyncItem<Prepared>>) async throws {
        while true {
            // A transaction goes to many places of the store: more pages to one cost less.
            let taken = await prepared.take(
                limit: SyncLimits.pagesInFlight, worth: SyncLimits.pagesWorthCommitting,
                within: SyncLimits.gathering)
            if taken.isEmpty { return }
            var items = taken[...]
            var batches: [SyncBatch<Prepared>] = []
            while let feed = items.first?.feed {
                if let batch = batch(items.takeRun(), feed) { batches.append(batch) }
            }
            if !batches.isEmpty { try await commit(batches) }
        }
    }

    private func batch(_ run: ArraySlice<SyncItem<Prepared>>, _ feed: Feed) -> SyncBatch<Prepared>? {
        let (pages, proved) = (run.compactMap(\.page), run.compactMap(\.proved))
        if pages.isEmpty, proved.isEmpty { return nil }
        return SyncBatch(account: account, feed: feed, pages: pages, proved: proved)
    }
}
