import CoreMetrics
import Domain
import Sync

/// What a process counts while it goes on, for `/metrics`.
///
/// ```swift
/// let metrics = Metrics()
/// let report: @Sendable (StageProgress) -> Void = { event in
///     metrics.take(event)
///     log.take(event)
/// }
/// ```
///
/// Counts begin at 0 with the process, as Prometheus expects of counters.
package final class Metrics: Sendable {
    private let registry = MetricsRegistry(helps: [
        "daihuo_request_seconds":
            "Requests to platforms until the last byte of the answer, by how they ended.",
        "daihuo_retries_total": "Pages that failed and were tried again.",
        "daihuo_landed_records_total": "Orders and after-sales that landed, by what became of them.",
        "daihuo_booked_entries_total": "Journal entries that were sealed.",
        "daihuo_turns_total": "Turns of accounts, by how they ended.",
        "daihuo_turn_seconds": "Turns of accounts, from their lease to their last commit.",
    ])

    /// Nothing counted yet.
    package init() {}

    /// Counts what a stage tells.
    package func take(_ event: StageProgress) {
        switch event {
        case .request(let platform, let outcome, let took):
            Timer(
                label: "daihuo_request", dimensions: [("platform", platform), ("outcome", outcome.rawValue)],
                factory: registry
            ).recordNanoseconds(Int64(took / .nanoseconds(1)))
        case .retrying(let account, _, _): count("daihuo_retries", [("account", account)])
        case .landed(let account, let counts):
            for (outcome, count) in counts.byOutcome where count > 0 {
                self.count("daihuo_landed_records", [("account", account), ("outcome", outcome)], count)
            }
        case .posted(let entries, _): count("daihuo_booked_entries", [], entries)
        case .window, .page, .notice, .attributed: break
        }
    }

    /// Counts a turn of an account: one reading of all that is due of it.
    package func noteTurn(of account: String, hasFailed: Bool, took: Duration) {
        count("daihuo_turns", [("account", account), ("outcome", hasFailed ? "failed" : "done")])
        Timer(label: "daihuo_turn", dimensions: [("account", account)], factory: registry)
            .recordNanoseconds(Int64(took / .nanoseconds(1)))
    }

    /// All that was counted.
    package var families: [MetricFamily] { registry.families }

    private func count(_ label: String, _ dimensions: [(String, String)], _ amount: Int = 1) {
        Counter(label: label, dimensions: dimensions, factory: registry).increment(by: amount)
    }
}

extension LandingCounts {
    fileprivate var byOutcome: [(String, Int)] {
        [
            ("inserted", inserted), ("changed", changed), ("unchanged", unchanged), ("older", older),
            ("refund", refunds), ("known_refund", knownRefunds), ("parked", parked),
        ]
    }
}
