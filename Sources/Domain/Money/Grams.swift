/// A weight in grams, signed.
///
/// Checked like `Fen`.
package struct Grams: Hashable, Comparable, Sendable {
    /// The number of grams.
    package var amount: Int64

    /// A weight of `amount` grams.
    package init(_ amount: Int64) {
        self.amount = amount
    }

    /// No weight.
    package static let zero = Grams(0)

    package static func < (left: Grams, right: Grams) -> Bool {
        left.amount < right.amount
    }

    /// The sum.
    ///
    /// Throws where it leaves `Int64`.
    package static func + (left: Grams, right: Grams) throws(AmountOverflow) -> Grams {
        Grams(try left.amount.adding(right.amount))
    }

    /// The difference.
    ///
    /// Throws where it leaves `Int64`.
    package static func - (left: Grams, right: Grams) throws(AmountOverflow) -> Grams {
        Grams(try left.amount.subtracting(right.amount))
    }
}

extension Grams: CustomStringConvertible {
    /// Tonnes with every gram: `4.950000`.
    package var description: String {
        let digits = String(amount.magnitude % 1_000_000)
        let padding = String(repeating: "0", count: 6 - digits.count)
        return "\(amount < 0 ? "-" : "")\(amount.magnitude / 1_000_000).\(padding)\(digits)"
    }
}

extension Grams: Codable {
    /// Reads the bare number of grams.
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int64.self))
    }

    /// Writes the bare number of grams, so that SQL can compare it.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(amount)
    }
}
