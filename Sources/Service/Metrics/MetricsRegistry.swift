import CoreMetrics
import Synchronization

/// What the process counts, kept in memory for whoever asks.
///
/// The same name with the same labels is the same figure. Counters are shown with `_total` behind their names, timers as
/// histograms with `_seconds`. There is room for 10,000 figures; what is made beyond that, or as another kind of a name
/// that is there, counts nowhere.
final class MetricsRegistry: Sendable {
    private static let figuresMax = 10_000

    private let helps: [String: String]
    private let state = Mutex(State())

    private struct State {
        var families: [String: Family] = [:]
        var figures = 0
    }

    private struct Family {
        let kind: MetricFamily.Kind
        var figures: [[MetricFamily.Label]: any Figure] = [:]
    }

    /// `helps` tells what is counted, by the names under which figures are made.
    init(helps: [String: String] = [:]) {
        self.helps = helps
    }

    /// All that was counted, the labels of each family in their order.
    var families: [MetricFamily] {
        state.withLock { state in
            state.families.map { name, family in
                MetricFamily(
                    name, family.kind, helps[name] ?? name,
                    family.figures.map { MetricFamily.Sample($0.key, $0.value.value) }
                        .sorted { $0.labels.lexicographicallyPrecedes($1.labels) })
            }
        }
    }

    private func figure<Made: Figure>(
        _ label: String, _ ending: String, _ kind: MetricFamily.Kind, _ dimensions: [(String, String)],
        _ make: () -> Made
    ) -> Made {
        let name = Self.name(label) + ending
        let labels = Dictionary(dimensions.map { (Self.labelName($0.0), $0.1) }) { first, _ in first }
            .map { MetricFamily.Label($0.key, $0.value) }.sorted()
        return state.withLock { state in
            var family = state.families[name] ?? Family(kind: kind)
            if let made = family.figures[labels] as? Made, family.kind == kind { return made }
            let made = make()
            guard family.kind == kind, family.figures[labels] == nil, state.figures < Self.figuresMax
            else { return made }
            family.figures[labels] = made
            state.families[name] = family
            state.figures += 1
            return made
        }
    }

    private static func name(_ text: String) -> String {
        let name = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == ":" ? $0 : "_" })
        return name.first?.isNumber ?? true ? "_" + name : name
    }

    private static func labelName(_ text: String) -> String { name(text).replacing(":", with: "_") }
}

extension MetricsRegistry: MetricsFactory {
    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        figure(label, "_total", .counter, dimensions) { CountedFigure() }
    }

    func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        figure(label, "_total", .counter, dimensions) { CountedFigure() }
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        figure(label, "", .gauge, dimensions) { MeasuredFigure() }
    }

    func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        if aggregate { return figure(label, "", .summary, dimensions) { SpreadFigure(bounds: []) } }
        return figure(label, "", .gauge, dimensions) { MeasuredFigure() }
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        figure(label, "_seconds", .histogram, dimensions) { SpreadFigure(bounds: SpreadFigure.seconds) }
    }

    /// Nothing is forgotten: the figures are those of a short list.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}
}

extension MetricFamily.Label: Comparable {
    package static func < (one: Self, other: Self) -> Bool {
        (one.name, one.value) < (other.name, other.value)
    }
}
