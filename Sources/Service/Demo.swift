package import Domain
import Foundation
package import Reports
package import Simulator
import Store

/// `daihuo demo`: Henan's winter of 2022 from nothing to a report, over real HTTP, in a folder of its own.
package struct Demo: Sendable {
    package let scenario: Scenario
    package let folder: String
    package let environment: [String: String]
    package let progress: @Sendable (StageProgress) -> Void
    /// Told what is going on, sentence by sentence.
    package let say: @Sendable (String) -> Void

    /// A figure of the article beside what the reports say.
    package struct Comparison: Sendable {
        package let figure: Figure
        package let grams: Grams
        package let netFen: Fen
        package let rows: Int

        /// Whether not one gram or fen differs.
        package var holds: Bool {
            grams == figure.grams && netFen == figure.netFen && rows == figure.expectedRowCount ?? rows
        }
    }

    /// What the demo found.
    package struct Outcome: Sendable {
        package let comparisons: [Comparison]
        package let runs: [RunReport]
        package let problems: [String]
    }

    /// A demo in a folder that does not exist yet, or is an earlier demo's.
    package init(
        scenario: Scenario, folder: String, environment: [String: String],
        progress: @escaping @Sendable (StageProgress) -> Void, say: @escaping @Sendable (String) -> Void
    ) {
        self.scenario = scenario
        self.folder = folder
        self.environment = environment
        self.progress = progress
        self.say = say
    }

    /// Plays the scenario.
    ///
    /// `answer` runs a report as the command line would.
    package func run(
        answer: @Sendable ([String], Pipeline) async throws -> AttributionReport
    ) async throws -> Outcome {
        try DemoFolder(path: folder).clear()
        let simulator = Simulator(scenario: scenario, faults: .demo)
        let port = try await simulator.start(port: 0)
        try DemoFolder(path: folder).write(scenario.files(port: port))
        var runs: [RunReport] = []
        do {
            for (round, now) in [scenario.firstNow, scenario.finalNow].enumerated() {
                say("第 \(round + 1) 轮：模拟时间 \(now)")
                await simulator.setNow(now)
                runs.append(try await runOnce(at: now))
            }
        } catch {
            await simulator.stop()
            throw error
        }
        await simulator.stop()
        return try await compare(runs, answer)
    }

    private func runOnce(at now: Instant) async throws -> RunReport {
        let workplace = try workplace(at: now)
        let writing = try await workplace.openForWriting(verb: "demo", patience: .zero, waiting: { _ in })
        defer { withExtendedLifetime(writing.lock) {} }
        let progress = progress
        let environment = try workplace.syncEnvironment(patience: .seconds(60)) { progress(.sync($0)) }
        return try await writing.workplace.pipeline(writing.store).run(
            try workplace.accounts([]), environment, progress: progress)
    }

    private func compare(
        _ runs: [RunReport], _ answer: @Sendable ([String], Pipeline) async throws -> AttributionReport
    ) async throws -> Outcome {
        let workplace = try workplace(at: scenario.finalNow)
        let pipeline = workplace.pipeline(try workplace.openStore())
        var comparisons: [Comparison] = []
        var problems = runs.flatMap(\.accounts).compactMap(\.failure)
        for figure in scenario.figures {
            let report = try await answer(figure.reportArguments, pipeline)
            let rows = report.rows.filter { figure.rowKeys?.contains($0.key) ?? true }
            let sums = rows.reduce(into: CreditSums()) { $0.add($1.sums) }
            comparisons.append(
                Comparison(
                    figure: figure, grams: Grams(sums.grams), netFen: Fen(sums.netFen), rows: rows.count))
            if report.proof.unexplainedFen != 0 { problems.append("\(figure.title)：核对有未解释的差额") }
        }
        let all = try await answer(
            ["report", "attribution", "--from", "2022-11-01", "--to", "2022-12-31", "--leg", "any"], pipeline)
        problems += totalProblems(all)
        return Outcome(comparisons: comparisons, runs: runs, problems: problems)
    }

    /// The simulator knows what everything must add up to.
    private func totalProblems(_ all: AttributionReport) -> [String] {
        let truth = scenario.totals
        var problems: [String] = []
        if all.totals.paidFen != truth.paidFen.amount { problems.append("合计实付与模拟平台不符") }
        if all.totals.refundedFen != truth.refundedFen.amount { problems.append("合计退款与模拟平台不符") }
        if all.totals.grams != truth.grams.amount { problems.append("合计重量与模拟平台不符") }
        if all.totals.lines != Int64(truth.lines) { problems.append("销售行数与模拟平台不符") }
        if all.totals.orders != Int64(truth.orders) { problems.append("销售订单数与模拟平台不符") }
        return problems
    }

    private func workplace(at now: Instant) throws -> Workplace {
        try Workplace(config: folder + "/daihuo.yaml", environment: environment, fixedNow: now)
    }
}
