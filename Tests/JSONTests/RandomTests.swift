import JSON
import SeededRandomness
import Testing

@Suite("Random pages")
struct RandomTests {
    private func withSeed(_ body: (inout SeededRandom) throws -> Void) rethrows {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = SeededRandom(seed: seed)
        try body(&random)
    }

    @Test("what was written is what is read")
    func roundTrip() throws {
        try withSeed { (random) throws in
            for _ in 0..<300 {
                let page = RandomPage.array([RandomPage.make(levels: 5, using: &random)])
                let text = page.written(using: &random)
                #expect(try withPage(text) { page.matches($0) }, "\(text)")
            }
        }
    }

    @Test("cut, flipped or shuffled bytes give a value or an error")
    func damaged() {
        withSeed { random in
            for round in 0..<300 {
                let page = RandomPage.object([("k", .make(levels: 4, using: &random))])
                var bytes = Array(page.written(using: &random).utf8)
                switch round % 3 {
                case 0: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
                case 1:
                    for _ in 0..<3 {
                        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
                            in: 0...255, using: &random)
                    }
                default: bytes[1...].shuffle(using: &random)
                }
                readAll(bytes)
            }
        }
    }

    @Test("a long page cut at every seventh byte is refused")
    func everyCut() {
        withSeed { random in
            let elements = (0..<40).map { _ in RandomPage.make(levels: 2, using: &random) }
            let text = RandomPage.array(elements).written(using: &random)
            let bytes = Array(text.utf8)
            guard let end = bytes.lastIndex(of: UInt8(ascii: "]")) else { return }
            for length in stride(from: 0, through: end, by: 7) {
                #expect(refusal(of: Array(bytes[..<length])) != nil, "cut to \(length) of \(text)")
            }
        }
    }

    @Test("brackets in random order give a value or an error")
    func nesting() {
        withSeed { random in
            let tokens = ["[", "]", "{", "}", "\"a\":", ",", "1", "\"", "\\", "null"]
            for _ in 0..<2000 {
                let length = Int.random(in: 0..<12, using: &random)
                let text = (0..<length).map { _ in tokens.randomElement(using: &random) ?? "" }.joined()
                readAll(Array((Bool.random(using: &random) ? "[" : "{").utf8) + Array(text.utf8))
            }
        }
    }

    /// Reads every value in every way, if the page is accepted.
    private func readAll(_ bytes: [UInt8]) {
        _ = refusal(of: bytes) { (root) throws(JSONError) in visit(root) }
    }

    /// What an object does not have is missing, by its name; whatever else has no members at all.
    private func expectAbsent(_ view: JSONView) {
        do throws(JSONError) {
            let object = try view.object()
            do throws(JSONError) {
                Issue.record("\(try object.integer("absent")) was made of nothing")
            } catch {
                #expect(error.reason == .missing && error.path.hasSuffix("absent"))
            }
        } catch {
            #expect(error.reason != .missing)
        }
    }

    private func visit(_ view: JSONView) {
        _ = try? view.text()
        _ = try? view.integer()
        _ = try? view.fen()
        _ = try? view.bool()
        _ = try? view.beijingTime()
        _ = view.at(path: ["k", "0"])
        expectAbsent(view)
        view.withRawBytes { #expect(!$0.isEmpty) }
        (try? view.array())?.forEach(visit)
        view["k"].map(visit)
    }
}
