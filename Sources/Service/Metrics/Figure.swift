import CoreMetrics
import Synchronization

/// Something that is counted under one name and one set of labels.
protocol Figure: AnyObject, Sendable {
    /// What it has come to.
    var value: MetricFamily.Value { get }
}

/// Only grows.
final class CountedFigure: Figure, CounterHandler, FloatingPointCounterHandler {
    private let sum = Mutex(0.0)

    var value: MetricFamily.Value { .number(sum.withLock { $0 }) }

    func increment(by amount: Int64) { increment(by: Double(amount)) }

    /// What is not above zero is left out: a counter that falls is taken for a process that began anew.
    func increment(by amount: Double) {
        if amount > 0, amount.isFinite { sum.withLock { $0 += amount } }
    }

    func reset() { sum.withLock { $0 = 0 } }
}

/// Stands as it was set last.
final class MeasuredFigure: Figure, MeterHandler, RecorderHandler {
    private let level = Mutex(0.0)

    var value: MetricFamily.Value { .number(level.withLock { $0 }) }

    func set(_ value: Int64) { set(Double(value)) }

    func set(_ value: Double) { level.withLock { $0 = value } }

    func increment(by amount: Double) { level.withLock { $0 += amount } }

    func decrement(by amount: Double) { level.withLock { $0 -= amount } }

    func record(_ value: Int64) { set(value) }

    func record(_ value: Double) { set(value) }
}

/// How often what was recorded.
final class SpreadFigure: Figure, TimerHandler, RecorderHandler {
    /// From what a page takes on loopback to the longest that one is waited for (`HTTPLimits.page`).
    static let seconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120]

    private let spread: Mutex<MetricFamily.Spread>

    init(bounds: [Double]) {
        spread = Mutex(MetricFamily.Spread(bounds: bounds))
    }

    var value: MetricFamily.Value { .spread(spread.withLock { $0 }) }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        if value.isFinite { spread.withLock { $0.record(value) } }
    }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
}
