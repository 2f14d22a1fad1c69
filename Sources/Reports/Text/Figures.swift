package import Domain

extension Fen {
    /// Yuan with two decimals and thousands separators: `-1,234.50`.
    package var grouped: String { description.groupingThousands }
}

extension Grams {
    /// Tonnes with thousands separators: three decimals where the weight is one of whole kilograms, else
    /// all six, so that no gram is ever rounded away.
    package var grouped: String {
        tonnes(decimals: Self.decimals(for: [self]))
    }

    /// Tonnes with so many decimals, which must be enough to hold the weight (see ``decimals(for:)``).
    func tonnes(decimals: Int) -> String {
        String(description.dropLast(6 - decimals)).groupingThousands
    }

    /// The decimals that show all of these weights exactly: 3 or 6.
    static func decimals(for weights: [Grams]) -> Int {
        weights.allSatisfy { $0.amount % 1000 == 0 } ? 3 : 6
    }

    /// Kilograms with three decimals: what one order weighs.
    var kilograms: String {
        let magnitude = amount.magnitude
        let digits = String(magnitude % 1000)
        let padding = String(repeating: "0", count: 3 - digits.count)
        return "\(amount < 0 ? "-" : "")\(magnitude / 1000).\(padding)\(digits)".groupingThousands
    }
}

extension BinaryInteger {
    /// The number with thousands separators.
    package var grouped: String { String(self).groupingThousands }
}

extension BasisPoints {
    /// `98.76`, in per cent.
    static func percent(_ basisPoints: Int64) -> String {
        Fen(basisPoints).description
    }
}

extension Quantity {
    /// The number without useless zeros: `13.5`.
    static func count(milli: Int64) -> String {
        let magnitude = milli.magnitude
        var text = "\(milli < 0 ? "-" : "")\(magnitude / 1000)"
        if magnitude % 1000 != 0 {
            var decimals = String(String(1000 + magnitude % 1000).dropFirst())
            while decimals.last == "0" {
                decimals.removeLast()
            }
            text += "." + decimals
        }
        return text
    }
}

extension String {
    /// Separates the thousands of a plain decimal number.
    fileprivate var groupingThousands: String {
        let sign = hasPrefix("-") ? "-" : ""
        let parts = dropFirst(sign.count).split(separator: ".", maxSplits: 1)
        guard let whole = parts.first else { return self }
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return sign + grouped + (parts.count > 1 ? "." + parts[1] : "")
    }
}
