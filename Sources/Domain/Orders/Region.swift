/// A division of GB/T 2260: 6 digits (province, prefecture, county) or 12 (village).
package struct Region: Hashable, Comparable, Sendable {
    /// The code as a number; 6 or 12 digits, the first never 0.
    package let code: Int64

    /// Reads a code of 6 or 12 ASCII digits.
    package init?(_ text: String) {
        guard text.utf8.count == 6 || text.utf8.count == 12, let code = Int64(text) else { return nil }
        self.init(code: code)
    }

    /// A code that is 6 or 12 digits long.
    package init?(code: Int64) {
        guard (100_000...999_999).contains(code) || (100_000_000_000...999_999_999_999).contains(code) else {
            return nil
        }
        self.code = code
    }

    package static func < (left: Region, right: Region) -> Bool {
        left.code < right.code
    }

    /// The county (or prefecture, province) of 6 digits that the region lies in.
    package var county: Region { code > 999_999 ? Region(unchecked: code / 1_000_000) : self }

    /// Whether this is the other region or lies within it.
    ///
    /// `411422` within `411400` and `410000`, the village `411422100200` within its township `411422100000`. Twelve
    /// digits that end in six zeros are the county itself.
    package func isWithin(_ other: Region) -> Bool {
        if code == other.code { return true }
        if other.code > 999_999 {
            if other.code % 1_000_000 == 0 { return isWithin(other.county) }
            return other.code % 1000 == 0 && code / 1000 == other.code / 1000
        }
        let own = county.code
        if other.code % 10_000 == 0 { return own / 10_000 == other.code / 10_000 }
        if other.code % 100 == 0 { return own / 100 == other.code / 100 }
        return own == other.code
    }

    private init(unchecked code: Int64) {
        self.code = code
    }
}

extension Region: CustomStringConvertible {
    /// The digits.
    package var description: String { String(code) }
}

extension Region: Codable {
    /// Reads the bare number of the code; what is no division is refused.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let number = try container.decode(Int64.self)
        guard let region = Self(code: number) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no division: not 6 or 12 digits")
        }
        self = region
    }

    /// Writes the bare number of the code, so that SQL can compare it.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
