/// How much of a thing was sold: thousandths of a unit, so that 13.5 吨 is exact.
package struct Quantity: Hashable, Sendable {
    /// Thousandths of the unit.
    package let milli: Int64
    /// What is counted.
    package let unit: Unit

    /// So many thousandths of a unit.
    package init(milli: Int64, unit: Unit = .piece) {
        self.milli = milli
        self.unit = unit
    }

    /// What is counted; the raw value is the key in the store.
    package enum Unit: Int, CaseIterable, Sendable {
        case piece = 0
        case jin, kilogram, tonne, gram

        /// The key for those who ask the store with SQL.
        package var key: String { String(describing: self) }

        /// The word that platforms, invoices and lists write.
        package var word: String {
            switch self {
            case .piece: "件"
            case .jin: "斤"
            case .kilogram: "公斤"
            case .tonne: "吨"
            case .gram: "克"
            }
        }

        /// The unit that a platform's word means; `nil` for a word that is not known.
        package init?(word: String) {
            switch word.lowercased() {
            case "件", "个", "箱", "袋", "盒", "份", "瓶", "包", "桶", "只", "枚", "提", "套", "罐", "筐", "听",
                "组", "单", "箩", "篓", "piece":
                self = .piece
            case "斤", "市斤", "jin": self = .jin
            case "公斤", "千克", "kg": self = .kilogram
            case "吨", "t": self = .tonne
            case "克", "g": self = .gram
            default: return nil
            }
        }

        /// Grams of one unit; `nil` for pieces.
        package var gramsEach: Int64? {
            switch self {
            case .piece: nil
            case .jin: 500
            case .kilogram: 1000
            case .tonne: 1_000_000
            case .gram: 1
            }
        }
    }

    /// The weight, where the unit is one of weight: rounded half up to a gram.
    package var grams: Grams? {
        guard let each = unit.gramsEach else { return nil }
        return Self.grams(milli: milli, each: Grams(each))
    }

    private static let gramsMax: Int64 = 10_000_000_000_000

    /// The weight of this many thousandths of a thing that weighs `each`; `nil` beyond ten million tonnes, which no line is.
    package static func grams(milli: Int64, each: Grams) -> Grams? {
        let (product, overflow) = milli.multipliedReportingOverflow(by: each.amount)
        guard !overflow, product <= Int64.max - 500 else { return nil }
        let grams = (product + 500).quotient(dividingFloor: 1000)
        return grams <= gramsMax ? Grams(grams) : nil
    }
}
