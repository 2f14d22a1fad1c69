import Domain

/// What has been found in a text, and the verdict over it.
struct WeightFindings {
    /// How a weight is labelled.
    enum Label {
        case none, net, gross
        /// The size of one fruit.
        case size
    }

    /// Weights beyond 1,000 t are no goods of one unit.
    static let gramsMax: Int64 = 1_000_000_000

    /// Counted things of less than this are as likely weighed each as in all ("10个100g").
    private static let itemsTogetherGramsMin: Int64 = 1000

    private let sought: Int64?
    private var plain: Int64?
    private var net: Int64?
    private var gross: Int64?
    private var hasWeight = false
    private var hasDifferent = false
    private var isSpoiled = false
    private var offersSought = false
    /// The packages or things of a multiplication.
    private var multiplied: Int64 = 1
    /// Packages outside of a multiplication, more than one.
    private var packages: Int64?
    /// Single things outside of a multiplication, more than one.
    private var items: Int64?

    init(sought: Int64?) {
        self.sought = sought
    }

    /// One weight, the product of a multiplication by `count`.
    mutating func add(_ grams: Int64, label: Label, count: Int64) {
        guard label != .size, grams > 0 else { return }
        hasWeight = true
        offersSought = offersSought || grams == sought
        multiplied = max(multiplied, count)
        switch label {
        case .net: Self.add(grams, to: &net, &hasDifferent)
        case .gross: gross = max(gross ?? 0, grams)
        case .none, .size: Self.add(grams, to: &plain, &hasDifferent)
        }
    }

    private static func add(_ grams: Int64, to known: inout Int64?, _ hasDifferent: inout Bool) {
        if let known, known != grams { hasDifferent = true }
        known = known ?? grams
    }

    /// A number of packages that is not multiplied with a weight.
    mutating func addPackages(_ count: Int64) {
        guard count > 1 else { return }
        if let packages, packages != count { isSpoiled = true }
        packages = count
    }

    /// A number of single things that is not multiplied with a weight.
    mutating func addItems(_ count: Int64) {
        if count > 1 { items = count }
    }

    /// A weight that is none by itself: a range, a bound, a product that is out of hand.
    mutating func addUnclear(label: Label) {
        guard label != .size else { return }
        hasWeight = true
        isSpoiled = true
    }

    /// Something comes on top of what is weighed, or a condition: it spoils any weight of the text.
    mutating func addBonus() {
        isSpoiled = true
    }

    /// The verdict.
    var reading: WeightReader.Reading {
        guard hasWeight else { return .none }
        guard !isSpoiled, !hasDifferent, let grams = settled, areCountsHarmless(grams) else {
            return .unclear
        }
        return .single(Grams(grams))
    }

    /// Only a choice stands in the way of a verdict, and the sought weight is offered.
    var isChoiceOfSought: Bool {
        guard let sought else { return false }
        return offersSought && hasDifferent && !isSpoiled && areCountsHarmless(sought)
    }

    /// The net weight, unless another weight contradicts it: packing is less than half of the gross.
    private var settled: Int64? {
        if let net {
            if let plain, plain != net, net > plain || net * 2 <= plain { return nil }
            if let gross, net > gross { return nil }
            return net
        }
        if let gross, let plain, plain >= gross { return nil }
        return plain
    }

    private func areCountsHarmless(_ grams: Int64) -> Bool {
        if let packages, packages != multiplied { return false }
        if let items, items != multiplied, grams < Self.itemsTogetherGramsMin { return false }
        return true
    }
}
