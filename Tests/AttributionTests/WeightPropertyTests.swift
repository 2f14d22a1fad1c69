import Domain
import SeededRandomness
import Testing

@testable import Attribution

@Suite
struct WeightPropertyTests {
    private static let units: [(String, Int64)] = [
        ("斤", 500), ("公斤", 1000), ("千克", 1000), ("kg", 1000), ("克", 1), ("g", 1), ("吨", 1_000_000), ("两", 50),
    ]

    @Test("a weight among words that are none is read, whatever stands around it")
    func embedded() {
        var random = SeededRandom()
        let words = ["兰考", "红薯 ", "A3 ", "2022新款", "【顺丰】", "，", "大果85mm以上 ", "🍠", "送礼", "包邮 ", "(", "特级"]
        for _ in 0..<2000 {
            let (unit, each) = random.element(of: Self.units)
            let count = Int64(random.next(in: 1...999))
            let before = (0..<random.next(in: 0...4)).map { _ in random.element(of: words) }.joined()
            let after = (0..<random.next(in: 0...4)).map { _ in random.element(of: words) }.joined(
                separator: " ")
            let text = "\(before) \(count)\(unit) \(after)"
            #expect(WeightReader.read(text) == .single(Grams(count * each)), "\(text), seed \(random.seed)")
        }
    }

    @Test("a product is the weight times the packages, in either order")
    func products() {
        var random = SeededRandom()
        for _ in 0..<2000 {
            let (unit, each) = random.element(of: Self.units.filter { $0.1 <= 1000 })
            let weight = Int64(random.next(in: 1...99))
            let count = Int64(random.next(in: 1...99))
            let sign = random.element(of: ["*", "x", "X", "×", " × "])
            let package = random.element(of: ["袋", "盒", "箱", "件", "枚"])
            let expected = WeightReader.Reading.single(Grams(weight * each * count))
            for text in [
                "\(weight)\(unit)\(sign)\(count)\(package)", "\(count)\(package)\(sign)\(weight)\(unit)",
            ] {
                #expect(WeightReader.read(text) == expected, "\(text), seed \(random.seed)")
            }
        }
    }

    @Test("two different weights never make one")
    func conflicts() {
        var random = SeededRandom()
        for _ in 0..<2000 {
            let first = random.next(in: 1...50)
            let second = first + random.next(in: 1...50)
            let joint = random.element(of: ["斤/", "斤 ", "斤或", "斤、", "斤送", "-", "~", "/", "或", "斤-", "至"])
            let text = "苹果\(first)\(joint)\(second)斤"
            #expect(WeightReader.read(text) == .unclear, "\(text), seed \(random.seed)")
        }
    }

    @Test("any text is read without trapping, and a weight is always positive")
    func anything() {
        var random = SeededRandom()
        let pieces = Array("0129.半一两十百斤公千克kKgGt吨*x×/-~±+()（）净毛重带箱单果每个袋送第≥,，、 \u{3000}５ｇ或以上装🍎é\0")
        for _ in 0..<20_000 {
            let text = String((0..<random.next(in: 0...24)).map { _ in random.element(of: pieces) })
            if case .single(let grams) = WeightReader.read(text) {
                #expect((1...WeightFindings.gramsMax).contains(grams.amount), "\(text), seed \(random.seed)")
            }
        }
    }
}
