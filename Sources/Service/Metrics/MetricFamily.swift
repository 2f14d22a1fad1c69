/// Figures of one name, one for each set of labels: what Prometheus reads.
package struct MetricFamily: Hashable, Sendable {
    /// `daihuo_requests_total`.
    package let name: String
    /// What it counts, in English; one sentence.
    package let help: String
    package let kind: Kind
    /// In the order in which they are shown.
    package var samples: [Sample]

    /// What may be done with the figures; the raw value is the word of `# TYPE`.
    package enum Kind: String, Sendable {
        /// Only grows, until the process ends.
        case counter
        /// Goes up and down.
        case gauge
        /// Durations by their upper bounds.
        case histogram
        /// Count and sum of what was recorded.
        case summary
    }

    /// A figure with the labels that tell it from the others of its name.
    package struct Sample: Hashable, Sendable {
        package let labels: [Label]
        package let value: Value

        /// A figure.
        package init(_ labels: [Label] = [], _ value: Value) {
            self.labels = labels
            self.value = value
        }
    }

    /// A label; its value is a platform, an account, an outcome or another word of a short list, never an order.
    package struct Label: Hashable, Sendable {
        package let name: String
        package let value: String

        /// A label.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A number, or how what was recorded is spread.
    package enum Value: Hashable, Sendable {
        case number(Double)
        case spread(Spread)
    }

    /// How what was recorded is spread over upper bounds.
    package struct Spread: Hashable, Sendable {
        /// Ascending; empty for a summary.
        package var bounds: [Double]
        /// How often something up to each bound was recorded that is above the bound before.
        package var counts: [UInt64]
        package var count: UInt64 = 0
        package var sum: Double = 0

        /// Nothing recorded yet.
        package init(bounds: [Double]) {
            self.bounds = bounds
            counts = Array(repeating: 0, count: bounds.count)
        }

        mutating func record(_ value: Double) {
            count += 1
            sum += value
            if let place = bounds.firstIndex(where: { value <= $0 }) { counts[place] += 1 }
        }
    }

    /// A family of figures.
    package init(_ name: String, _ kind: Kind, _ help: String, _ samples: [Sample] = []) {
        self.name = name
        self.kind = kind
        self.help = help
        self.samples = samples
    }
}
