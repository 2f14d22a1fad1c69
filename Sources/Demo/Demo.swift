package import Domain
import Foundation
package import Reports
package import Service
package import Simulator

/// `daihuo demo`: Henan's winter of 2022 from nothing to a report, over real HTTP and by files in an inbox, in a folder of its
/// own.
package struct Demo: Sendable {
    package let scenario: Scenario
    package let folder: String
    package let environment: [String: String]
    /// The language of the notes beside imported files.
    package let language: Language
    package let progress: @Sendable (StageProgress) -> Void
    /// Told what is going on, sentence by sentence.
    package let say: @Sendable (Notice) -> Void

    /// A demo in a folder that does not exist yet, or is an earlier demo's.
    package init(
        scenario: Scenario, folder: String, environment: [String: String],
        language: Language, progress: @escaping @Sendable (StageProgress) -> Void,
        say: @escaping @Sendable (Notice) -> Void
    ) {
        self.scenario = scenario
        self.folder = folder
        self.environment = environment
        self.language = language
        self.progress = progress
        self.say = say
    }

    /// Plays the scenario.
    ///
    /// `answer` runs a report as the command line would.
    package func run(
        answer: @Sendable ([String], Pipeline) async throws -> AttributionReport
    ) async throws -> DemoReport {
        try DemoFolder(path: folder).clear()
        let simulator = Simulator(scenario: scenario, faults: .demo)
        let port = try await started(simulator)
        try DemoFolder(path: folder).write(scenario.files(port: port))
        var rounds: [DemoReport.Round] = []
        do {
            for (round, now) in [scenario.firstNow, scenario.finalNow].enumerated() {
                say(Notice("demo.round_at", round + 1, now))
                await simulator.setNow(now)
                let inbox = try await importFiles(at: now)
                rounds.append(DemoReport.Round(inbox: inbox, run: try await runOnce(at: now)))
            }
        } catch {
            await simulator.stop()
            throw error
        }
        await simulator.stop()
        return try await compare(rounds, answer)
    }

    private func started(_ simulator: Simulator) async throws(ServiceError) -> Int {
        do {
            return try await simulator.start(port: 0)
        } catch {
            throw ServiceError(.usage, [error.notice])
        }
    }

    /// What the shops without an API have saved by then goes through the inbox.
    private func importFiles(at now: Instant) async throws -> InboxReport {
        let files = scenario.shopFiles(at: now)
        try DemoFolder(path: folder).drop(files)
        say(Notice("demo.files_dropped", files.count, "\(folder)/inbox/"))
        return try await workplace(at: now).importInbox(
            patience: .zero, quietFor: .zero, language: language, waiting: { _ in }, progress: progress)
    }

    private func runOnce(at now: Instant) async throws -> RunReport {
        let workplace = try workplace(at: now)
        let writing = try await workplace.openForWriting(verb: "demo", patience: .zero, waiting: { _ in }) {
            $0.needs(reading: [], seals: true)
        }
        defer { withExtendedLifetime(writing.leases) {} }
        let environment = try workplace.syncEnvironment(patience: .seconds(60), progress: progress)
        var report = try await writing.workplace.pipeline(writing.store).run(
            try workplace.accounts([]), environment, progress: progress)
        report.isClockFixed = true
        return report
    }

    private func compare(
        _ rounds: [DemoReport.Round],
        _ answer: @Sendable ([String], Pipeline) async throws -> AttributionReport
    ) async throws -> DemoReport {
        let workplace = try workplace(at: scenario.finalNow)
        let pipeline = workplace.pipeline(try workplace.openStore())
        var comparisons: [DemoReport.Comparison] = []
        var problems = rounds.flatMap(\.problems)
        for figure in scenario.figures {
            let report = try await answer(figure.reportArguments, pipeline)
            let rows = report.rows.filter { figure.rowKeys?.contains($0.key) ?? true }
            let sums = rows.reduce(into: CreditSums()) { $0.add($1.sums) }
            comparisons.append(
                DemoReport.Comparison(
                    figure: figure, grams: Grams(sums.grams), netFen: Fen(sums.netFen), rows: rows.count))
            if report.proof.unexplainedFen != 0 {
                problems.append(Notice("demo.unexplained", figure.title))
            }
        }
        let all = try await answer(
            ["report", "attribution", "--from", "2022-11-01", "--to", "2022-12-31", "--leg", "any"], pipeline)
        problems += totalProblems(all)
        return DemoReport(folder: folder, comparisons: comparisons, rounds: rounds, problems: problems)
    }

    /// The simulator knows what everything must add up to.
    private func totalProblems(_ all: AttributionReport) -> [Notice] {
        let truth = scenario.totals
        var problems: [Notice] = []
        if all.totals.paidFen != truth.paidFen.amount { problems.append(Notice("demo.paid_differs")) }
        if all.totals.refundedFen != truth.refundedFen.amount {
            problems.append(Notice("demo.refunded_differs"))
        }
        if all.totals.grams != truth.grams.amount { problems.append(Notice("demo.weight_differs")) }
        if all.totals.lines != Int64(truth.lines) { problems.append(Notice("demo.lines_differ")) }
        if all.totals.orders != Int64(truth.orders) { problems.append(Notice("demo.orders_differ")) }
        return problems
    }

    private func workplace(at now: Instant) throws -> Workplace {
        try Workplace(config: folder + "/daihuo.yaml", environment: environment, time: .fixed(now))
    }
}
