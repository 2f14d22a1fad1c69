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
    private let isStopping: @Sendable () -> Bool

    /// An environment.
    ///
    /// `isStopping`: whether whoever reads is to end at its next page, as if nobody waited for it any more; what has come by
    /// then lands.
    package init(
        client: HTTPClient, pacer: Pacer, now: @escaping @Sendable () -> Instant, patience: Duration,
        seed: UInt64, isStopping: @escaping @Sendable () -> Bool = { false },
        report: @escaping @Sendable (SyncEvent) -> Void
    ) {
        self.client = client
        self.pacer = pacer
        self.now = now
        self.patience = patience
        self.seed = seed
        self.report = report
        self.isStopping = isStopping
    }

    /// Whether nothing more is to be begun.
    var isEnding: Bool { Task.isCancelled || isStopping() }

    /// Waits so long, or until nothing more is to be begun.
    func pause(_ delay: Duration) async {
        let end = ContinuousClock.now + delay
        while !isEnding, ContinuousClock.now < end {
            try? await Task.sleep(for: min(SyncLimits.stopBeat, end - ContinuousClock.now))
        }
    }
}
