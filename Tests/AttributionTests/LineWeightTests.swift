import Domain
import Testing

@testable import Attribution

@Suite
struct LineWeightTests {
    private static func item(
        _ product: String, sku: String = "", platform: String = "", title: String = "", grams: Int64?
    ) -> CatalogueItem {
        CatalogueItem(
            platform: platform, productID: product, skuID: sku, title: title,
            netGrams: grams.map { Grams($0) },
            category: "", region: nil, supplier: "")
    }

    private func weigh(_ facts: LineFacts, _ catalogue: CatalogueItem...) -> (Grams?, WeightEvidence) {
        let credit = Attributor(roster: Roster(parties: [], catalogue: catalogue)).credit(facts)
        return (credit.grams, credit.weightEvidence)
    }

    @Test("a quantity that is a weight beats the catalogue, which beats the texts")
    func precedence() {
        let item = Self.item("p", grams: 3000)
        let cabbage = Quantity(milli: 13_000, unit: .tonne)
        #expect(
            weigh(.of(product: "p", title: "白菜5斤", quantity: cabbage), item) == (
                Grams(13_000_000), .quantityUnit
            ))
        #expect(weigh(.of(product: "p", title: "白菜5斤", spec: "5斤"), item) == (Grams(3000), .catalogue))
        #expect(weigh(.of(product: "q", title: "白菜5斤", spec: "5斤"), item) == (Grams(2500), .spec))
        #expect(
            weigh(.of(title: "白菜5斤", spec: "红色", quantity: Quantity(milli: 3000))) == (Grams(7500), .title))
        #expect(weigh(.of(title: "白菜")) == (nil, .none))
    }

    @Test(
        "spec and title must agree, but a spec chooses among what the title offers",
        arguments: [
            ("5斤", "苹果5斤", 2500, .spec), ("5斤", "苹果10斤", nil, .none), ("5斤", "苹果5斤/10斤", 2500, .spec),
            ("5斤", "苹果8斤/10斤", nil, .none), ("5斤", "苹果5-8斤", nil, .none), ("5斤", "苹果5斤送1斤", nil, .none),
            ("5-8斤", "苹果5斤", nil, .none), ("", "苹果5斤/10斤", nil, .none), ("单果80g", "苹果5斤", 2500, .title),
            ("5斤", "苹果", 2500, .spec), ("5斤/10斤", "苹果", nil, .none), ("2.5kg", "苹果5斤", 2500, .spec),
        ] as [(String, String, Int64?, WeightEvidence)])
    func texts(spec: String, title: String, grams: Int64?, evidence: WeightEvidence) {
        #expect(weigh(.of(title: title, spec: spec)) == (grams.map { Grams($0) }, evidence))
    }

    @Test("the most specific row of the catalogue counts, and the platform's own before any")
    func specificity() {
        let rows = [
            Self.item("p", sku: "s", platform: "douyin", grams: 1), Self.item("p", sku: "s", grams: 2),
            Self.item("p", platform: "douyin", grams: 3), Self.item("p", grams: 4),
            Self.item("", platform: "douyin", title: "白菜", grams: 5), Self.item("", title: "白菜", grams: 6),
        ]
        let facts = LineFacts.of(product: "p", sku: "s", title: "白菜")
        for first in rows.indices {
            let roster = Roster(parties: [], catalogue: rows[first...].shuffled())
            #expect(Attributor(roster: roster).credit(facts).grams == Grams(Int64(first + 1)))
        }
        let other = LineFacts.of(platform: "jd", product: "p", sku: "t", title: "白菜")
        #expect(Attributor(roster: Roster(parties: [], catalogue: rows)).credit(other).grams == Grams(4))
        #expect(
            Attributor(roster: Roster(parties: [], catalogue: rows)).credit(.of(title: "白菜 ")).grams == nil)
    }

    @Test("an SKU without a weight has its product's; rows that contradict each other give none")
    func incomplete() {
        let facts = LineFacts.of(product: "p", sku: "s", title: "白菜5斤")
        #expect(
            weigh(facts, Self.item("p", sku: "s", grams: nil), Self.item("p", grams: 4)) == (
                Grams(4), .catalogue
            ))
        #expect(weigh(facts, Self.item("p", grams: 3), Self.item("p", grams: 4)) == (nil, .none))
        #expect(weigh(facts, Self.item("p", grams: 3), Self.item("p", grams: 3)) == (Grams(3), .catalogue))
    }

    @Test(
        "what came back is taken off",
        arguments: [
            (0, 0, 5000), (1000, 400, 2500), (2000, 1000, 0), (0, 1000, 0), (0, 999, 5000), (5000, 400, 0),
            (-1000, 0, 5000),
            (0, 1200, 0), (500, 300, 3750),
        ] as [(Int64, Int64, Int64)])
    func returns(returnedMilli: Int64, refunded: Int64, grams: Int64) {
        let facts = LineFacts.of(
            title: "苹果5斤", quantity: Quantity(milli: 2000), returnedMilli: returnedMilli, paid: 1000,
            refunded: refunded)
        #expect(weigh(facts) == (Grams(grams), .title))
    }

    @Test("a line that cost the buyer nothing is not thereby refunded; a weight is never negative")
    func edges() {
        #expect(weigh(.of(title: "苹果5斤", paid: 0)) == (Grams(2500), .title))
        #expect(weigh(.of(title: "苹果5斤", quantity: Quantity(milli: -1000))) == (Grams(0), .title))
        #expect(
            weigh(.of(quantity: Quantity(milli: 10, unit: .tonne), returnedMilli: 20)) == (
                Grams(0), .quantityUnit
            ))
    }
}
