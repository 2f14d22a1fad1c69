import Domain

/// Random numbers that are the same for the same seed on every machine (SplitMix64).
///
/// A stream of its own per subject keeps one figure's orders as they are when another figure changes.
struct SeededRandom {
    private var numbers: SplitMix64

    /// The stream of one subject.
    init(seed: UInt64, stream: String) {
        var hash = seed ^ 0xcbf2_9ce4_8422_2325
        for byte in stream.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        numbers = SplitMix64(seed: hash)
    }

    mutating func next() -> UInt64 { numbers.next() }

    /// A number in `0..<bound`; 0 where the bound is not positive.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number in the closed range.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// Whether an event of this probability (in thousandths) happens.
    mutating func happens(perMille: Int) -> Bool {
        below(1000) < perMille
    }

    /// One of a list that is not empty; the last where chance points outside, which it never does.
    mutating func pick<Element>(_ list: [Element]) -> Element {
        list[below(list.count)]
    }
}
