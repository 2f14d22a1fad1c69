/// The largest-remainder split: parts always add up to the whole.
package enum Split {
    /// Splits a *cumulative* amount by weights; what is booked is the difference to what was booked before.
    ///
    /// Every part is the floor of its exact share; the units left over go one each to the largest remainders,
    /// ties to the earlier index, so callers pass parties sorted by id. A negative total is split as its magnitude.
    /// Weights that sum to zero give everything to the first; a negative weight counts as its magnitude. Weights so
    /// large that their sum leaves `UInt64` are halved until it does not.
    package static func largestRemainder(_ total: Int64, by weights: [Int64]) -> [Int64] {
        guard weights.count > 1 else { return weights.isEmpty ? [] : [total] }
        let magnitudeMax = UInt64.max / UInt64(weights.count)
        let isTooLarge = weights.contains { $0.magnitude > magnitudeMax }
        let shift = isTooLarge ? Int.bitWidth - weights.count.leadingZeroBitCount : 0
        let magnitudes = weights.map { $0.magnitude >> shift }
        let sum = magnitudes.reduce(0, +)
        guard sum > 0 else { return [total] + Array(repeating: 0, count: weights.count - 1) }
        let parts = magnitudes.map { sum.dividingFullWidth(total.magnitude.multipliedFullWidth(by: $0)) }
        var amounts = parts.map { $0.quotient }
        let left = Int(total.magnitude - amounts.reduce(0, +))
        let order = parts.indices.sorted { first, second in
            let (one, other) = (parts[first].remainder, parts[second].remainder)
            return one == other ? first < second : one > other
        }
        for index in order.prefix(left) {
            amounts[index] += 1
        }
        return amounts.map { Int64(truncatingIfNeeded: total < 0 ? 0 &- $0 : $0) }
    }
}
