import Domain

/// One SKU, shared by all lines that sell it: what the platforms say of it, and what one unit truly weighs.
final class Goods: Sendable {
    /// Where a reader can find the weight.
    enum WeightBy: Sendable {
        /// In catalogue.csv only, or there against a misleading title.
        case catalogue
        case spec, title
        /// The quantity itself is a weight.
        case unit
        /// Nowhere: handicrafts, which weigh nothing here.
        case nowhere
    }

    let productID: UInt64
    let skuID: UInt64
    let title: String
    let spec: String
    let unit: Quantity.Unit
    let weightBy: WeightBy
    /// Grams of one unit; 0 where there is no weight.
    let netGrams: Int64
    /// The price of one unit.
    let priceFen: Int64
    /// The smallest amount that is sold, in thousandths of the unit.
    let stepMilli: Int64
    let category: String
    let origin: Int64
    let supplier: String

    init(
        number: UInt64, title: String, spec: String, unit: Quantity.Unit, weightBy: WeightBy, netGrams: Int64,
        priceFen: Int64, category: String, origin: Int64
    ) {
        productID = 3_580_000_000_000_000_000 + number * 7919
        skuID = 1_750_000_000_000_000 + number * 104_729
        self.title = title
        self.spec = spec
        self.unit = unit
        self.weightBy = weightBy
        self.netGrams = netGrams
        self.priceFen = priceFen
        stepMilli = Self.stepMilli(unit)
        self.category = category
        self.origin = origin
        supplier = "sup-\(origin)"
    }

    /// Whole pieces, half kilograms, whole jin, kilograms of a tonne.
    private static func stepMilli(_ unit: Quantity.Unit) -> Int64 {
        switch unit {
        case .piece, .jin, .gram: 1000
        case .kilogram: 500
        case .tonne: 1
        }
    }

    /// Grams of the smallest amount that is sold.
    var stepGrams: Int64 { netGrams * stepMilli / 1000 }
}

/// The goods of one kind of seller, heaviest first, the lightest of which closes any sum.
struct Assortment: Sendable {
    let goods: [Goods]
    /// Things without a weight.
    let weightless: [Goods]

    /// The lightest.
    var smallest: Goods { goods[goods.count - 1] }

    /// Goods that fit a weight: not heavier than it, and not hundreds of little bags where a pallet is sold.
    func fitting(grams: Int64) -> [Goods] {
        let light = goods.filter { $0.stepGrams <= grams }
        let fit = light.filter { grams / max($0.netGrams, 1) < 60 }
        if !fit.isEmpty { return fit }
        return [light.first ?? smallest]
    }
}
