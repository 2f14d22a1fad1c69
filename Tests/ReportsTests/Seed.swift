import Foundation

/// Random cells from a seed that a failing test prints; `SEED` repeats it.
struct Seed: RandomNumberGenerator, CustomStringConvertible {
    private var state: UInt64
    let description: String

    init() {
        let given = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) }
        self.init(given ?? UInt64.random(in: 0...UInt64.max))
    }

    init(_ seed: UInt64) {
        state = seed
        description = "SEED=\(seed)"
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
