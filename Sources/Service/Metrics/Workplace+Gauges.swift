import Domain
package import Store

/// What `/metrics` shows of the store and the accounts, read as it is asked for.
extension Workplace {
    /// How much is stored, what is open, and how far each account is read.
    package func gauges(_ store: OrderStore) async throws(ServiceError) -> [MetricFamily] {
        let (volume, open) = try await ServiceError.ofStore { () throws(StoreError) in
            (try await store.volume(), try await store.openCounts())
        }
        let readings = try await readings(store)
        return volume.gauges + open.gauges + inboxGauges
            + readings.gauges(at: now(), lateRecords: volume.lateRecords) { tokenDaysLeft(of: $0) }
    }
}

extension Workplace {
    /// What lies in the inbox; nothing where there is none.
    private var inboxGauges: [MetricFamily] {
        guard let counts = inboxCounts() else { return [] }
        let states = [("waiting", counts.waiting), ("held", counts.held)]
        return [
            MetricFamily(
                "daihuo_inbox_files", .gauge,
                "Files of the inbox that wait to be imported, and those that are held for a person.",
                states.map { .init([.init("state", $0)], .number(Double($1))) })
        ]
    }
}

extension StoredVolume {
    fileprivate var gauges: [MetricFamily] {
        [
            MetricFamily(
                "daihuo_orders", .gauge, "Orders that are stored.", [.init([], .number(Double(orders)))]),
            MetricFamily(
                "daihuo_store_bytes", .gauge, "The store's file and its log, on the disk.",
                [.init([], .number(Double(bytes)))]),
            MetricFamily(
                "daihuo_last_batch", .gauge, "The number of the journal's newest batch; 0: none.",
                [.init([], .number(Double(lastBatch)))]),
        ]
    }
}

extension OpenCounts {
    fileprivate var gauges: [MetricFamily] {
        let held: [(HeldRecord.Kind, Int64)] = [
            (.parked, parkedRecords), (.orphan, orphanRefunds), (.conflict, conflicts),
            (.headerGap, headerGaps),
            (.unknownWord, unknownWords),
        ]
        return [
            MetricFamily(
                "daihuo_held_records", .gauge,
                "Records that were read and do not count for certain, by kind.",
                held.map { .init([.init("kind", $0.rawValue)], .number(Double($1))) }),
            MetricFamily(
                "daihuo_unassigned_lines", .gauge, "Lines of sales that nobody is credited with.",
                [.init([], .number(Double(unassignedLines)))]),
            MetricFamily(
                "daihuo_pending_entries", .gauge, "Differences that are not booked yet.",
                [.init([], .number(Double(pendingEntries)))]),
        ]
    }
}

extension [AccountReading] {
    /// A figure that nobody knows is left out, never 0.
    fileprivate func gauges(
        at now: Instant, lateRecords: [String: Int64], tokenDaysLeft: (String) -> Int64?
    ) -> [MetricFamily] {
        func family(
            _ name: String, _ help: String, _ figure: (AccountReading) -> Double?
        ) -> MetricFamily {
            MetricFamily(
                "daihuo_account_" + name, .gauge, help,
                compactMap { account in
                    figure(account).map {
                        .init(
                            [.init("account", account.id), .init("platform", account.platform)], .number($0))
                    }
                })
        }
        return [
            family("read_to_age_seconds", "How long ago lies the time up to which all of it was read.") {
                account in
                account.readTo.map { Double(now.milliseconds - $0.milliseconds) / 1000 }
            },
            family("never_read", "1 where a feed of it was never read.") { $0.readTo == nil ? 1 : 0 },
            family("gaps", "Days on which something may be missing.") { account in
                Double(account.gapDays(in: account.since...Swift.max(account.since, now.day)))
            },
            family("failed", "1 where the last sync could not read something of it.") { account in
                account.hasFailed(from: account.since) ? 1 : 0
            },
            family("late_records", "Records that were found behind their time.") { account in
                Double(lateRecords[account.id] ?? 0)
            },
            family("token_left_seconds", "Whole days, in seconds, until a person has to authorise again.") {
                account in
                tokenDaysLeft(account.id).map { Double($0 * 86_400) }
            },
        ]
    }
}
