import CoreMetrics
import Testing

@testable import Service

@Suite("What a process counts")
struct MetricsRegistryTests {
    private let registry = MetricsRegistry(helps: ["pages_total": "Pages."])

    /// What the registry shows, line by line, without sentences and kinds.
    private var lines: [Substring] {
        MetricsText.of(registry.families).split(separator: "\n").filter { !$0.hasPrefix("#") }
    }

    @Test("the same name with the same labels is the same figure, in whatever order the labels are given")
    func sameFigure() {
        for dimensions in [[("a", "1"), ("b", "2")], [("b", "2"), ("a", "1")]] {
            Counter(label: "pages", dimensions: dimensions, factory: registry).increment(by: 2)
        }
        Counter(label: "pages", dimensions: [("a", "1")], factory: registry).increment()
        #expect(lines == [#"pages_total{a="1"} 1"#, #"pages_total{a="1",b="2"} 4"#])
        #expect(registry.families.map(\.help) == ["Pages."])
    }

    @Test("each kind of swift-metrics is shown as the kind that Prometheus has for it")
    func kinds() {
        Counter(label: "a", factory: registry).increment(by: -5)
        FloatingPointCounter(label: "b", factory: registry).increment(by: 0.5)
        let meter = Meter(label: "c", factory: registry)
        meter.set(5)
        meter.decrement(by: 2)
        Recorder(label: "d", aggregate: false, factory: registry).record(7)
        Recorder(label: "e", aggregate: true, factory: registry).record(7)
        Timer(label: "f", factory: registry).recordMilliseconds(30)
        #expect(
            registry.families.sorted { $0.name < $1.name }.map(\.kind) == [
                .counter, .counter, .gauge, .gauge, .summary, .histogram,
            ])
        #expect(lines.prefix(6) == ["a_total 0", "b_total 0.5", "c 3", "d 7", "e_sum 7", "e_count 1"])
        #expect(lines.contains(#"f_seconds_bucket{le="0.025"} 0"#))
        #expect(lines.contains(#"f_seconds_bucket{le="0.05"} 1"#))
        #expect(lines.suffix(2) == ["f_seconds_sum 0.03", "f_seconds_count 1"])
    }

    @Test("a name that is there as another kind stays what it is, and what does not fit counts nowhere")
    func otherKind() {
        Meter(label: "a", factory: registry).set(1)
        Recorder(label: "a", aggregate: true, factory: registry).record(9)
        Recorder(label: "a", dimensions: [("x", "1")], aggregate: true, factory: registry).record(9)
        #expect(lines == ["a 1"])
    }

    @Test("names hold what Prometheus takes, and nothing else")
    func names() {
        Counter(label: "9 页.of-x", dimensions: [("a:b c", "1")], factory: registry).increment()
        #expect(lines == [#"_9___of_x_total{a_b_c="1"} 1"#])
    }

    @Test("there is an end to figures, whoever makes names of what never ends")
    func bounded() {
        for number in 0..<10_100 {
            Counter(label: "orders", dimensions: [("order", "\(number)")], factory: registry).increment()
        }
        #expect(registry.families[0].samples.count == 10_000)
        Counter(label: "orders", dimensions: [("order", "7")], factory: registry).increment()
        #expect(lines.contains(#"orders_total{order="7"} 2"#))
    }

    @Test("counts of several threads are all there")
    func threads() async {
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for number in 0..<1_000 {
                        Counter(label: "n", dimensions: [("x", "\(number % 7)")], factory: registry)
                            .increment()
                    }
                }
            }
        }
        let sum = registry.families[0].samples.reduce(0.0) { sum, sample in
            if case .number(let number) = sample.value { sum + number } else { .nan }
        }
        #expect(sum == 8_000)
    }
}
