import Domain
import Testing

@Suite
struct AmountTests {
    @Test(
        "fen print as yuan with two decimals",
        arguments: [
            (0, "0.00"), (1, "0.01"), (-1, "-0.01"), (1230, "12.30"), (-1230, "-12.30"), (99, "0.99"),
            (Int64.min, "-92233720368547758.08"),
        ] as [(Int64, String)])
    func fen(amount: Int64, text: String) {
        #expect(Fen(amount).description == text)
    }

    @Test(
        "grams print as tonnes with every gram",
        arguments: [
            (0, "0.000000"), (1, "0.000001"), (4_950_000, "4.950000"), (-500, "-0.000500"),
            (52_328_950_000, "52328.950000"),
        ] as [(Int64, String)])
    func grams(amount: Int64, text: String) {
        #expect(Grams(amount).description == text)
    }

    @Test("arithmetic beyond Int64 is an error, not a trap")
    func overflow() throws {
        #expect(throws: AmountOverflow.self) { try Fen(.max) + Fen(1) }
        #expect(throws: AmountOverflow.self) { try Fen(.min) - Fen(1) }
        #expect(throws: AmountOverflow.self) { try Fen(.max) * 2 }
        #expect(throws: AmountOverflow.self) { try Grams(.max) + Grams(1) }
        #expect(throws: AmountOverflow.self) { try Grams(.min) - Grams(1) }
        #expect(try Fen(1990) * 3 == Fen(5970))
        #expect(try Fen(100) - Fen(250) == Fen(-150))
        #expect(try Grams(400) + Grams(-100) == Grams(300))
    }

    @Test("a share is 0 to 10,000 basis points")
    func shares() {
        #expect(BasisPoints(-1) == nil)
        #expect(BasisPoints(10_001) == nil)
        #expect(BasisPoints(0)?.amount == 0)
        #expect(BasisPoints(10_000) == .whole)
    }

    @Test(
        "cover is rounded down, and whole where nothing was paid",
        arguments: [
            (0, 0, 10_000), (5, 0, 10_000), (0, 5, 0), (1, 3, 3333), (2, 3, 6666), (3, 3, 10_000),
            (4, 3, 10_000),
            (-1, 3, 0), (Int64.max, Int64.max, 10_000),
        ] as [(Int64, Int64, Int64)])
    func cover(part: Int64, whole: Int64, points: Int64) {
        #expect(BasisPoints.cover(part: Fen(part), whole: Fen(whole)) == points)
    }
}
