/// Families of figures as Prometheus reads them: its text format 0.0.4.
package enum MetricsText {
    /// The media type of the format.
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// The text; families stand by their names, a family without figures is left out.
    package static func of(_ families: [MetricFamily]) -> String {
        var text = ""
        for family in families.sorted(by: { $0.name < $1.name }) where !family.samples.isEmpty {
            text += "# HELP \(family.name) \(escaped(family.help, quotes: false))\n"
            text += "# TYPE \(family.name) \(family.kind.rawValue)\n"
            for sample in family.samples { add(sample, of: family, to: &text) }
        }
        return text
    }

    private static func add(
        _ sample: MetricFamily.Sample, of family: MetricFamily, to text: inout String
    ) {
        switch sample.value {
        case .number(let number): text += line(family.name, sample.labels, number)
        case .spread(let spread):
            if family.kind == .histogram {
                var below: UInt64 = 0
                for (bound, count) in zip(spread.bounds, spread.counts) {
                    below += count
                    let labels = sample.labels + [MetricFamily.Label("le", Self.text(of: bound))]
                    text += line(family.name + "_bucket", labels, Double(below))
                }
                let labels = sample.labels + [MetricFamily.Label("le", "+Inf")]
                text += line(family.name + "_bucket", labels, Double(spread.count))
            }
            text += line(family.name + "_sum", sample.labels, spread.sum)
            text += line(family.name + "_count", sample.labels, Double(spread.count))
        }
    }

    private static func line(_ name: String, _ labels: [MetricFamily.Label], _ number: Double) -> String {
        let shown = labels.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }
        return "\(name)\(shown.isEmpty ? "" : "{\(shown.joined(separator: ","))}") \(text(of: number))\n"
    }

    /// Whole numbers without a point, as far as a number tells them apart.
    private static func text(of number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number > 0 ? "+Inf" : "-Inf" }
        let isWhole = number.rounded() == number && number.magnitude < 9_007_199_254_740_992
        return isWhole ? String(Int64(number)) : "\(number)"
    }

    /// By unicode scalars: a line feed behind a carriage return is a line feed, too.
    private static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += #"\\"#.unicodeScalars
            case "\n": escaped += #"\n"#.unicodeScalars
            case "\"" where quotes: escaped += #"\""#.unicodeScalars
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
