/// An amount of money in fen (1/100 yuan), signed.
///
/// Arithmetic is checked: an amount outside `Int64` is an error of the record that carries it, never a crash.
package struct Fen: Hashable, Comparable, Sendable {
    /// The number of fen.
    package var amount: Int64

    /// An amount of `amount` fen.
    package init(_ amount: Int64) {
        self.amount = amount
    }

    /// Nothing.
    package static let zero = Fen(0)

    package static func < (left: Fen, right: Fen) -> Bool {
        left.amount < right.amount
    }

    /// The sum.
    ///
    /// Throws where it leaves `Int64`.
    package static func + (left: Fen, right: Fen) throws(AmountOverflow) -> Fen {
        Fen(try left.amount.adding(right.amount))
    }

    /// The difference.
    ///
    /// Throws where it leaves `Int64`.
    package static func - (left: Fen, right: Fen) throws(AmountOverflow) -> Fen {
        Fen(try left.amount.subtracting(right.amount))
    }

    /// A unit price times a whole number.
    ///
    /// Throws where it leaves `Int64`.
    package static func * (price: Fen, count: Int64) throws(AmountOverflow) -> Fen {
        Fen(try price.amount.multiplying(by: count))
    }
}

extension Fen: CustomStringConvertible {
    /// Yuan with two decimals: `-12.30`.
    package var description: String {
        let magnitude = amount.magnitude
        let cents = magnitude % 100
        return "\(amount < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}

extension Fen: Codable {
    /// Reads the bare number of fen.
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int64.self))
    }

    /// Writes the bare number of fen, so that SQL can compare it.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(amount)
    }
}
