internal import Domain
internal import Foundation
internal import JSON
internal import YAML

/// Where a line says what was sold, how much of it, from where and by whom.
struct GoodsRule: Sendable {
    private let product: ValuePath?
    private let sku: ValuePath?
    private let title: ValuePath
    private let spec: ValuePath?
    private let quantity: ValuePath
    private let unit: Choice<Quantity.Unit>
    private let host: ValuePath?
    private let room: ValuePath?
    private let origin: ValuePath?
    private let category: CategoryRule?
    /// What staff find in the description: `order.lines`.
    private let key: String

    init(_ section: DescriptionSection) {
        key = section.keyInFeed
        product = section.path("product")
        sku = section.path("sku")
        title = section.required(path: "title")
        spec = section.path("spec")
        quantity = section.required(path: "quantity")
        let units = Quantity.Unit.allCases.map { ($0.word, $0) }
        unit = Choice(section, "unit", words: units, standIn: .piece)
        host = section.path("host")
        room = section.path("room")
        origin = section.path("origin")
        category = CategoryRule(section)
    }

    /// The title of a line; it must be there.
    func title(_ scope: RecordScope) throws(UnreadableRecord) -> String {
        try UnreadableRecord.reading { () throws(JSONError) in try title.require(scope).text() }
    }

    /// How much was sold, to a thousandth; nothing is no sale of anything.
    func quantity(
        _ scope: RecordScope, _ unknown: inout UnknownWords
    ) throws(UnreadableRecord) -> Quantity {
        let milli = try quantity.milli(scope)
        guard milli > 0 else { throw UnreadableRecord(Notice("declared.quantity_zero", quantity.text)) }
        return Quantity(milli: milli, unit: unit.meaning(scope, &unknown) { Quantity.Unit(word: $0) })
    }

    /// Fills in what may be unknown; a place of origin that is no code is noted.
    func describe(
        _ line: inout OrderLine, _ scope: RecordScope, _ unknown: inout UnknownWords
    ) throws(UnreadableRecord) {
        if let product { line.productID = try product.idIfPresent(scope) }
        if let sku { line.skuID = try sku.idIfPresent(scope) }
        if let spec { line.spec = spec.text(scope) }
        if let host { line.hostID = try host.idIfPresent(scope) }
        if let room { line.roomID = try room.idIfPresent(scope) }
        if let origin {
            let place = origin.text(scope)
            line.originRegion = Region(place)
            if line.originRegion == nil, !place.isEmpty { unknown.note(place, of: "\(key).origin") }
        }
        if let category { line.category = category.category(scope) }
    }
}

extension ValuePath {
    /// A quantity in thousandths; it must be there and not negative.
    func milli(_ scope: RecordScope) throws(UnreadableRecord) -> Int64 {
        let milli: Int64
        do {
            milli = try require(scope).decimal(decimals: 3, roundsHalfEven: false)
        } catch {
            guard error.reason == .tooManyDecimals else { throw UnreadableRecord(error.notice) }
            throw UnreadableRecord(Notice("declared.quantity_too_fine", error.path))
        }
        guard milli >= 0 else { throw UnreadableRecord(Notice("declared.quantity_negative", text)) }
        return milli
    }
}

/// A category as the source writes it, or as the description translates it.
private struct CategoryRule: Sendable {
    private let path: ValuePath
    private let names: [String: String]
    private let fallback: String?

    init?(_ section: DescriptionSection) {
        guard section.isSection("category"), let inner = section.section("category") else {
            guard let path = section.path("category") else { return nil }
            (self.path, names, fallback) = (path, [:], nil)
            return
        }
        path = inner.required(path: "path")
        let entries = inner.section("map")?.freeEntries() ?? []
        names = Dictionary(entries.map { ($0.key, $0.text) }) { first, _ in first }
        fallback = inner.text("default")
        inner.finish()
    }

    /// In composed characters: sums are kept by the category's bytes, and one that looks the same must be the same.
    func category(_ scope: RecordScope) -> String {
        let word = path.word(scope) ?? ""
        return (names[word] ?? fallback ?? word).precomposedStringWithCanonicalMapping
    }
}
