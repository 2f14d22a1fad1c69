import Domain
import Testing

@Suite
struct QuantityTests {
    @Test(
        "a unit of weight gives grams at once, rounded half up",
        arguments: [
            (13_000, .tonne, 13_000_000), (13_500, .tonne, 13_500_000), (2500, .jin, 1250), (1, .jin, 1),
            (1, .kilogram, 1), (499, .gram, 0), (500, .gram, 1), (1000, .gram, 1), (-500, .gram, 0),
        ] as [(Int64, Quantity.Unit, Int64)])
    func weight(milli: Int64, unit: Quantity.Unit, grams: Int64) {
        #expect(Quantity(milli: milli, unit: unit).grams == Grams(grams))
    }

    @Test(
        "what came back is taken off the weight, and a whole refund takes all",
        arguments: [
            (0, 0, 5000), (1000, 400, 2500), (2000, 1000, 0), (2001, 0, 0), (0, 1000, 0), (0, 1001, 0),
            (0, 999, 5000),
            (-1, 0, 5000), (1, 0, 4997),
        ] as [(Int64, Int64, Int64)])
    func remaining(returnedMilli: Int64, refunded: Int64, grams: Int64) {
        let left = Grams.remaining(
            ordered: Grams(5000), quantityMilli: 2000, returnedMilli: returnedMilli, paidFen: Fen(1000),
            refundedFen: Fen(refunded))
        #expect(left == Grams(grams))
    }

    @Test("pieces have no weight, and an overflow is none")
    func none() {
        #expect(Quantity(milli: 3000).grams == nil)
        #expect(Quantity(milli: .max, unit: .tonne).grams == nil)
        #expect(Quantity.grams(milli: .max, each: Grams(1)) == nil)
        #expect(Quantity.grams(milli: 1500, each: Grams(2500)) == Grams(3750))
    }

    @Test(
        "the words of platforms and lists",
        arguments: [
            ("件", .piece), ("箱", .piece), ("斤", .jin), ("市斤", .jin), ("公斤", .kilogram), ("KG", .kilogram),
            ("千克", .kilogram), ("吨", .tonne), ("T", .tonne), ("克", .gram), ("g", .gram), ("亩", nil),
            ("", nil),
        ] as [(String, Quantity.Unit?)])
    func words(word: String, unit: Quantity.Unit?) {
        #expect(Quantity.Unit(word: word) == unit)
    }
}
