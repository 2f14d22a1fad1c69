package import Domain
package import HTTP

/// What the sync needs of the outside, handed in from one place.
package struct SyncEnvironment: Sendable {
    package let client: HTTPClient
    package let pacer: Pacer
    /// The wall clock; fixed in rehearsals.
    package let now: @Sendable () -> Instant
    /// How long a page is retried before its feed counts as failed.
    package let patience: Duration
    /// The seed of the back-off's jitter.
    package let seed: UInt64
    package let report: @Sendable (SyncEvent) -> Void

    /// An environment.
    package init(
        client: HTTPClient, pacer: Pacer, now: @escaping @Sendable () -> Instant, patience: Duration,
        seed: UInt64,
        report: @escaping @Sendable (SyncEvent) -> Void
    ) {
        self.client = client
        self.pacer = pacer
        self.now = now
        self.patience = patience
        self.seed = seed
        self.report = report
    }
}
