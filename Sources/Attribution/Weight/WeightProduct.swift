/// One factor of a multiplication that is written out: 500g*2袋.
enum WeightFactor {
    case weight(Int64)
    /// A weight that is not one: 5-8斤.
    case unclearWeight
    case packages(Int64)
    case items(Int64)
    case plain(Int64)
    /// A number of something else: 85mm, 2022年.
    case foreign
}

/// What the factors of one expression and the words after them say together.
struct WeightProduct {
    /// The grams of the one factor that is a weight.
    private var gramsEach: Int64?
    private(set) var count: Int64 = 1
    private var factors = 0
    private var hasForeign = false
    private var isUnclear = false
    private(set) var hasPackages = false
    private(set) var hasItems = false
    /// "200g/个" follows.
    var isPerItem = false
    /// 以上 or the like follows.
    var isBound = false

    /// Whether any factor is a weight.
    var isWeight: Bool { gramsEach != nil || isUnclear }

    /// The weight of one thing is no weight of the goods, unless the things are counted too.
    var isSizeOfOne: Bool { isPerItem && factors == 1 }

    /// The one clear weight, if that is what the expression says.
    var grams: Int64? {
        guard let gramsEach, !isUnclear, !hasForeign, !isBound else { return nil }
        let product = gramsEach * count
        return product <= WeightFindings.gramsMax ? product : nil
    }

    /// Multiplies by one more factor.
    mutating func multiply(by factor: WeightFactor) {
        factors += 1
        switch factor {
        case .weight(let grams):
            isUnclear = isUnclear || gramsEach != nil || grams > WeightFindings.gramsMax
            gramsEach = min(grams, WeightFindings.gramsMax)
        case .unclearWeight: isUnclear = true
        case .packages(let factor):
            hasPackages = true
            multiplyCount(by: factor)
        case .items(let factor):
            hasItems = true
            multiplyCount(by: factor)
        case .plain(let factor): multiplyCount(by: factor)
        case .foreign: hasForeign = true
        }
    }

    private mutating func multiplyCount(by factor: Int64) {
        count *= factor
        if count > WeightNumber.digitsMax {
            count = 1
            hasForeign = true
        }
    }
}
