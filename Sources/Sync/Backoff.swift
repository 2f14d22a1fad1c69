import Domain

/// How long to wait before the next try: doubling from 0.2 s to 10 s, ±20 % from a seed.
///
/// Pure.
struct Backoff {
    /// No delay is longer.
    static let longest = Duration.seconds(12)

    private var tries = 0
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// The delay before the next try.
    mutating func next() -> Duration {
        let base = min(10_000, 200 << min(tries, 10))
        tries += 1
        let jitter = Int.random(in: -base / 5...base / 5, using: &random)
        return .milliseconds(base + jitter)
    }

    /// A try succeeded: begin anew.
    mutating func reset() {
        tries = 0
    }
}
