/// How long to wait before the next try: doubling from 0.2 s to 10 s, ±20 % from a seed.
///
/// Pure.
struct Backoff {
    private var tries = 0
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(state: seed)
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

/// SplitMix64: the jitter comes from a seed, so that a run can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
