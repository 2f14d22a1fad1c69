import Domain
import SeededRandomness
import Testing

@testable import Attribution

@Suite
struct WeightMemoTests {
    private static let texts = ["", "5斤", "10斤", "白菜5斤", "白菜5斤/10斤", "苹果", "500g*2袋", "净重2.5kg", "5-8斤"]

    /// Any weight will do, as long as it is another one for other texts.
    private static func read(spec: String, title: String) -> WeightMemo.Weight {
        (Grams(Int64(spec.utf8.count * 1000 + title.utf8.count)), spec.isEmpty ? .title : .spec)
    }

    @Test("a memo of any size answers what reading anew would", arguments: [1, 3, 2048])
    func answers(places: Int) {
        var random = SeededRandom()
        let memo = WeightMemo(places: places)
        for _ in 0..<1000 {
            let (spec, title) = (random.element(of: Self.texts), random.element(of: Self.texts))
            let (grams, evidence) = memo.weight(spec: spec, title: title, read: Self.read)
            #expect((grams, evidence) == Self.read(spec: spec, title: title), "seed \(random.seed)")
        }
    }

    @Test("what was read last is not read again")
    func remembers() {
        let memo = WeightMemo()
        var reads = 0
        for _ in 0..<10 {
            _ = memo.weight(spec: "5斤", title: "白菜5斤") { spec, title in
                reads += 1
                return Self.read(spec: spec, title: title)
            }
        }
        #expect(reads == 1)
    }

    @Test("several tasks may share an attributor")
    func concurrency() async {
        let attributor = Attributor(roster: Roster(parties: []))
        let expected = Self.texts.map { Attributor(roster: Roster(parties: [])).credit(.of(title: $0)).grams }
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<200).allSatisfy { _ in
                        Self.texts.map { attributor.credit(.of(title: $0)).grams } == expected
                    }
                }
            }
            for await isSame in group { #expect(isSame) }
        }
    }
}
