package import Domain
package import Reports

/// The process that nobody watches: the schedule, what others may ask it, and the alarms that it raises.
///
/// ```
/// let unattended = try Unattended(kept, patience: .seconds(60), language: .chinese, port: 9832, tell: { log($0) })
/// try await unattended.run(until: stop)
/// ```
package struct Unattended: Sendable {
    /// What is told of it.
    package enum Told: Sendable {
        case event(ServeEvent)
        case alarm(Alarm)
        /// An alarm did not reach its address.
        case notSent(Notice)
        /// It answers on this port of this machine.
        case listening(port: Int)
    }

    private let kept: KeptConfiguration
    private let patience: Duration
    private let language: Language
    private let port: Int
    /// How long alarms that wait to be posted are waited for at the end.
    private static let alarmsMax = Duration.seconds(10)
    private let tell: @Sendable (Told) -> Void

    /// A process over a configuration; `port`: where it answers on this machine, 0 for any that is free.
    package init(
        _ kept: KeptConfiguration, patience: Duration, language: Language, port: Int,
        tell: @escaping @Sendable (Told) -> Void
    ) {
        (self.kept, self.patience, self.language) = (kept, patience, language)
        (self.port, self.tell) = (port, tell)
    }

    private enum Ended: Sendable {
        case loop(ServiceError?)
        case server(ServiceError)
        /// All alarms were posted, or were waited for long enough.
        case alarms
        case beside
    }

    /// Keeps going until it is asked to stop.
    ///
    /// Throws where it cannot begin: no port, no address for alarms, no store that can be opened.
    package func run(until stop: StopSign) async throws(ServiceError) {
        let workplace = kept.workplace
        let desk = AlarmDesk(
            rules: workplace.settings.alarms.rules,
            file: AlarmFile(ofStore: workplace.settings.storePath),
            webhook: try workplace.webhook(in: language), tell: { [tell] in tell(.alarm($0)) },
            notSent: { [tell] in tell(.notSent($0)) })
        let watch = ServeWatch(kept, desk, lastAt: try await workplace.lastReadings())
        let failure = await withTaskGroup(of: Ended.self) { group in
            group.addTask { .loop(await loop(watch, until: stop)) }
            group.addTask {
                await desk.send()
                return .alarms
            }
            group.addTask { await answer(watch, on: port) }
            var failure: ServiceError?
            for await ended in group {
                switch ended {
                case .server(let error):
                    failure = failure ?? error
                    stop.raise()
                case .loop(let error):
                    failure = failure ?? error
                    desk.finish()
                    group.addTask {
                        try? await Task.sleep(for: Self.alarmsMax)
                        return .alarms
                    }
                // The others end by this alone.
                case .alarms: group.cancelAll()
                case .beside: break
                }
            }
            return failure
        }
        if let failure { throw failure }
    }

    private func loop(_ watch: ServeWatch, until stop: StopSign) async -> ServiceError? {
        let loop = ServeLoop(kept, patience: patience, language: language) { event in
            watch.take(event)
            tell(.event(event))
        }
        do throws(ServiceError) {
            try await loop.run(until: stop)
            return nil
        } catch {
            return error
        }
    }

    private func answer(_ watch: ServeWatch, on port: Int) async -> Ended {
        let page = MetricsPage(watch.metrics) { [kept] () throws(ServiceError) in
            let workplace = kept.workplace
            return [MetricsPage.configurationBroken(!kept.faults.isEmpty)]
                + (try await workplace.gauges(try workplace.openStore()))
        }
        let server = WatchServer(
            port: port, language: language, heartbeat: { watch.wentRoundAt },
            readiness: { [kept] in
                await kept.workplace.obstacles() + [watch.storeProblem].compactMap(\.self)
            }, metrics: { await page.text() })
        do throws(ServiceError) {
            try await server.run { tell(.listening(port: $0)) }
            return .beside
        } catch {
            return Task.isCancelled ? .beside : .server(error)
        }
    }
}
