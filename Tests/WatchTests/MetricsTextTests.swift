import SeededRandomness
import Testing

@testable import Service

@Suite("Metrics as Prometheus reads them")
struct MetricsTextTests {
    @Test(
        "families stand by their names, each with its sentence and kind; a histogram counts what is below each bound"
    )
    func golden() {
        var spread = MetricFamily.Spread(bounds: [0.1, 1])
        for value in [0.05, 0.1, 0.5, 7] { spread.record(value) }
        let text = MetricsText.of([
            MetricFamily(
                "b_seconds", .histogram, "How long.", [.init([.init("platform", "p832")], .spread(spread))]),
            MetricFamily("c", .gauge, "Left out, as nothing is known."),
            MetricFamily(
                "a_total", .counter, "A back\\slash and\na line.",
                [.init([], .number(3)), .init([.init("x", "县\"馆\"\n\\")], .number(0.25))]),
        ])
        #expect(
            text == #"""
                # HELP a_total A back\\slash and\na line.
                # TYPE a_total counter
                a_total 3
                a_total{x="县\"馆\"\n\\"} 0.25
                # HELP b_seconds How long.
                # TYPE b_seconds histogram
                b_seconds_bucket{platform="p832",le="0.1"} 2
                b_seconds_bucket{platform="p832",le="1"} 3
                b_seconds_bucket{platform="p832",le="+Inf"} 4
                b_seconds_sum{platform="p832"} 7.65
                b_seconds_count{platform="p832"} 4

                """#)
    }

    @Test(
        "numbers are those that Prometheus reads",
        arguments: [
            (0, "0"), (-3, "-3"), (0.5, "0.5"), (9_007_199_254_740_992, "9007199254740992.0"),
            (1e300, "1e+300"), (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"), (-0.0, "0"),
        ])
    func numbers(number: Double, shown: String) {
        let text = MetricsText.of([MetricFamily("a", .gauge, "A.", [.init([], .number(number))])])
        #expect(text.hasSuffix("\na \(shown)\n"), "\(text)")
    }

    @Test("whatever stands in labels and sentences is read back as it was")
    func roundTrip() throws {
        var random = SeededRandom()
        print("MetricsTextTests.roundTrip: seed \(random.seed)")
        for _ in 0..<300 {
            let help = random.awkwardText()
            let samples = (0..<random.next(in: 1...4)).map { number in
                MetricFamily.Sample(
                    [.init("number", "\(number)"), .init("text", random.awkwardText())],
                    .number(Double(random.next(in: -1_000_000...1_000_000))))
            }
            let text = MetricsText.of([MetricFamily("a", .gauge, help, samples)])
            let read = try NaiveExposition(text)
            #expect(read.helps == ["a": help] && read.types == ["a": "gauge"], "seed \(random.seed)")
            #expect(
                read.samples.map(\.labels["text"]) == samples.map { $0.labels[1].value },
                "seed \(random.seed)")
            #expect(
                read.samples.map { Double($0.value) }.map { MetricFamily.Value.number($0 ?? .nan) }
                    == samples.map(\.value), "seed \(random.seed)")
        }
    }
}

extension SeededRandom {
    /// A text of what is awkward to write: quotes, escapes, line ends, Chinese, marks that go with the letter before.
    mutating func awkwardText() -> String {
        let parts = [
            "\"", "\\", "\n", "\r\n", "\r", " ", "=", ",", "{", "}", "n", "县馆", "a", "\u{301}", "🥬", "#",
        ]
        return (0..<next(in: 0...12)).map { _ in element(of: parts) }.joined()
    }
}
