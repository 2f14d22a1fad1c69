/// A share in basis points: 10,000 = 100 %.
package struct BasisPoints: Hashable, Comparable, Sendable {
    /// The number of basis points.
    package let amount: Int64

    /// A share, or `nil` outside 0...10,000.
    package init?(_ amount: Int64) {
        guard (0...10_000).contains(amount) else { return nil }
        self.amount = amount
    }

    private init(unchecked amount: Int64) {
        self.amount = amount
    }

    /// 100 %.
    package static let whole = BasisPoints(unchecked: 10_000)

    package static func < (left: BasisPoints, right: BasisPoints) -> Bool {
        left.amount < right.amount
    }

    /// How much of `whole` the `part` is, rounded down; 10,000 where there is no whole.
    package static func cover(part: Fen, whole: Fen) -> Int64 {
        guard whole.amount > 0, part.amount > 0 else { return whole.amount > 0 ? 0 : 10_000 }
        let (high, low) = min(part, whole).amount.multipliedFullWidth(by: 10_000)
        return whole.amount.dividingFullWidth((high, low)).quotient
    }
}

extension BasisPoints: Codable {
    /// Reads the bare number of basis points; what is no share is refused.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let number = try container.decode(Int64.self)
        guard let share = Self(number) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no share: outside 0...10000")
        }
        self = share
    }

    /// Writes the bare number of basis points, so that SQL can compare it.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(amount)
    }
}
