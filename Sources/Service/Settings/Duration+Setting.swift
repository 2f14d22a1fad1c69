extension Duration {
    /// Reads `30s`, `15m` or `1h`: a whole number from 1 to 999999 with its unit.
    ///
    /// `nil` for anything else.
    package init?(setting text: String) {
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600]
        let digits = text.dropLast()
        guard let unit = text.last.flatMap({ units[$0] }), (1...6).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let count = Int64(digits), count > 0
        else { return nil }
        self = .seconds(count * unit)
    }
}
