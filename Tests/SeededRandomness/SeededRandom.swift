/// Random numbers for tests that the printed seed repeats (SplitMix64).
package struct SeededRandom: RandomNumberGenerator, Sendable {
    /// What to print, so that a failure can be repeated.
    package let seed: UInt64
    private var state: UInt64

    /// Another seed every time, unless it is given to repeat a failure.
    package init(seed: UInt64 = .random(in: 0...UInt64.max)) {
        self.seed = seed
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number of the range.
    package mutating func next(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    /// An element of an array that is not empty.
    package mutating func element<Element>(of array: [Element]) -> Element {
        array[next(in: 0...(array.count - 1))]
    }
}
