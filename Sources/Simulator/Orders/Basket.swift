import Domain

/// Fills an order with goods of a wanted weight.
struct Basket {
    let assortment: Assortment
    var random: SeededRandom
    private(set) var lines: [LineSpec] = []

    init(assortment: Assortment, random: SeededRandom) {
        self.assortment = assortment
        self.random = random
    }

    /// Any goods: for orders of which nothing stays.
    mutating func fillFreely() {
        let goods = random.pick(Array(assortment.goods.suffix(3)))
        add(goods, steps: Int64(random.within(1...4)))
    }

    /// About this weight, never above it but for the lightest single thing; returns the weight in grams.
    mutating func fill(_ grams: Int64, mayMix: Bool) -> Int64 {
        let goods = random.pick(assortment.fitting(grams: grams))
        let isMixed = mayMix && assortment.goods.count > 2 && random.happens(perMille: 160)
        let part = isMixed ? grams / 3 * 2 : grams
        add(goods, steps: max(1, part / goods.stepGrams))
        let left = grams - self.grams
        if isMixed, left > 0 {
            let second = random.pick(assortment.fitting(grams: left))
            if second !== goods, second.stepGrams <= left { add(second, steps: left / second.stepGrams) }
        }
        return self.grams
    }

    /// Exactly this weight, which must be a positive multiple of the lightest thing; returns it.
    mutating func fillExactly(_ grams: Int64) -> Int64 {
        var left = grams
        for goods in assortment.goods where left >= goods.stepGrams {
            add(goods, steps: left / goods.stepGrams)
            left %= goods.stepGrams
        }
        return grams - left
    }

    /// What consumers' orders have: discounts by bearer, freight, gifts, things without a weight.
    mutating func dress(fate: Fate) {
        if fate == .lineReturned { add(assortment.smallest, steps: Int64(random.within(1...3))) }
        if !assortment.weightless.isEmpty, !fate.leavesNothing, random.happens(perMille: 20) {
            let craft = random.pick(assortment.weightless)
            lines.insert(LineSpec(goods: craft, quantityMilli: 1000), at: 1)
        }
        for index in lines.indices {
            lines[index] = discounted(lines[index])
        }
        if fate == .sentSample {
            for index in lines.indices {
                lines[index].shopDiscountFen = lines[index].grossFen
                lines[index].platformDiscountFen = 0
                lines[index].talentDiscountFen = 0
            }
        } else if fate != .refundedBeforeShipping, random.happens(perMille: 60) {
            spreadFreight(Int64(random.within(600...1500)))
        }
        if !fate.leavesNothing, fate != .lineReturned, random.happens(perMille: 30) {
            var gift = LineSpec(goods: assortment.smallest, quantityMilli: 1000)
            gift.isGift = true
            lines.append(gift)
        }
    }

    private var grams: Int64 {
        lines.reduce(0) { $0 + $1.goods.netGrams * $1.quantityMilli / 1000 }
    }

    private mutating func add(_ goods: Goods, steps: Int64) {
        lines.append(LineSpec(goods: goods, quantityMilli: steps * goods.stepMilli))
    }

    private mutating func discounted(_ line: LineSpec) -> LineSpec {
        var line = line
        guard random.happens(perMille: 350) else { return line }
        let most = line.grossFen / 12
        line.shopDiscountFen = min(most, Int64(random.pick([100, 199, 300, 500])))
        if random.happens(perMille: 400) {
            line.platformDiscountFen = min(most, Int64(random.pick([50, 123, 800])))
        }
        if random.happens(perMille: 250) {
            line.talentDiscountFen = min(most, Int64(random.pick([100, 333])))
        }
        return line
    }

    private mutating func spreadFreight(_ freightFen: Int64) {
        let parts = Split.largestRemainder(freightFen, by: lines.map(\.paidFen))
        for index in lines.indices {
            lines[index].freightFen = parts[index]
        }
    }
}
