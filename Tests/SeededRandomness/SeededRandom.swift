internal import Domain

/// Random numbers for tests that the printed seed repeats.
package struct SeededRandom: RandomNumberGenerator, Sendable {
    /// What to print, so that a failure can be repeated.
    package let seed: UInt64
    private var numbers: SplitMix64

    /// Another seed every time, unless it is given to repeat a failure.
    package init(seed: UInt64 = .random(in: 0...UInt64.max)) {
        self.seed = seed
        numbers = SplitMix64(seed: seed)
    }

    package mutating func next() -> UInt64 { numbers.next() }

    /// A number of the range.
    package mutating func next(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    /// An element of an array that is not empty.
    package mutating func element<Element>(of array: [Element]) -> Element {
        array[next(in: 0...(array.count - 1))]
    }
}
