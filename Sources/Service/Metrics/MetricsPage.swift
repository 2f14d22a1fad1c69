/// What `/metrics` answers: what the process counted, and what is read of the store at that moment.
///
/// ```swift
/// let page = MetricsPage(metrics) { () throws(ServiceError) in try await workplace().gauges(store) }
/// await page.text()
/// ```
package actor MetricsPage {
    /// However many ask, the store is asked this often at most.
    private static let keptFor = Duration.seconds(5)

    private let metrics: Metrics
    private let gauges: @Sendable () async throws(ServiceError) -> [MetricFamily]
    private var reading: (task: Task<[MetricFamily], Never>, began: ContinuousClock.Instant)?

    /// `gauges` are those of the store; where they cannot be read, the rest is told, with `daihuo_store_up` 0.
    package init(
        _ metrics: Metrics, gauges: @escaping @Sendable () async throws(ServiceError) -> [MetricFamily]
    ) {
        self.metrics = metrics
        self.gauges = gauges
    }

    /// The page, in Prometheus' text format.
    package func text() async -> String {
        MetricsText.of(metrics.families + (await stored()))
    }

    private func stored() async -> [MetricFamily] {
        if let reading, .now - reading.began < Self.keptFor { return await reading.task.value }
        let task = Task { [gauges] in
            let families = try? await gauges()
            return (families ?? []) + [Self.storeUp(families != nil)]
        }
        reading = (task, .now)
        return await task.value
    }

    /// Whether what lies on the disk is not in force.
    static func configurationBroken(_ isBroken: Bool) -> MetricFamily {
        MetricFamily(
            "daihuo_configuration_broken", .gauge,
            "1 where configuration or roster cannot be read, and the last good ones are used.",
            [.init([], .number(isBroken ? 1 : 0))])
    }

    /// Whether the store could be asked.
    static func storeUp(_ isUp: Bool) -> MetricFamily {
        MetricFamily(
            "daihuo_store_up", .gauge, "1 where the store could be asked.", [.init([], .number(isUp ? 1 : 0))]
        )
    }
}
