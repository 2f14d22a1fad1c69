import ArgumentParser
import Domain
import Foundation
import Reports
import Service
import Testing

@testable import Demo
@testable import Simulator
@testable import daihuo

/// The whole demo, small: accounts with an API and accounts whose orders come as files end in the same figures.
@Suite("A whole demo", .timeLimit(.minutes(10)))
struct DemoRunTests {
    @Test("all figures hold, and every file was imported and lies in done with a note beside it")
    func plays() async throws {
        let demo = Self.demo(scale: 0.004)
        defer { try? FileManager.default.removeItem(atPath: demo.folder) }
        let report = try await demo.run(answer: Self.answer)
        #expect(report.holds, "\(report.problems) \(report.table(in: .english))")

        let ids = demo.scenario.accounts.filter { $0.files != nil }.map(\.id)
        #expect(!ids.isEmpty)
        for (round, now) in zip(report.rounds, [demo.scenario.firstNow, demo.scenario.finalNow]) {
            let files = demo.scenario.shopFiles(at: now)
            #expect(round.inbox.files.map(\.name) == files.map { "\($0.account)/\($0.name)" }.sorted())
            #expect(Set(round.inbox.files.compactMap(\.account)) == Set(ids))
            for file in round.inbox.files {
                #expect(file.outcome == .done && file.movedTo == "done/\(file.name)", "\(file)")
                #expect(file.read?.parkedRecords == 0)
                let note = try String(
                    contentsOfFile: "\(demo.folder)/inbox/done/\(file.name).txt", encoding: .utf8)
                #expect(note.contains(file.name) && note.contains("done"), "\(note)")
            }
        }
        let left = FileManager.default.enumerator(atPath: demo.folder + "/inbox")?
            .compactMap { $0 as? String }.filter { !$0.hasPrefix("done") && $0.contains(".") }
        #expect(left == [])
    }

    @Test(
        "of each account without an API the second round's files bring what came later, and all comes to the truth"
    )
    func ofFiles() async throws {
        let demo = Self.demo(scale: 0.004)
        defer { try? FileManager.default.removeItem(atPath: demo.folder) }
        let report = try await demo.run(answer: Self.answer)
        let pipeline = try Self.pipeline(of: demo)
        let shops = try await Self.answer(
            [
                "report", "attribution", "--from", "2022-11-01", "--to", "2022-12-31", "--by", "shop",
            ], pipeline)
        for (index, account) in demo.scenario.accounts.enumerated() where account.files != nil {
            let late = report.rounds[1].inbox.files.filter { $0.account == account.id }.compactMap(\.read)
            #expect(late.contains { $0.changedOrders > 0 || $0.refunds > 0 }, "\(account.id)")

            let truth = Truth(orders: demo.scenario.orders.filter { $0.account == index }).totals
            let sums = try #require(shops.rows.first { $0.key == account.shopID }).sums
            #expect(sums.paidFen == truth.paidFen.amount && sums.refundedFen == truth.refundedFen.amount)
            #expect(sums.netFen == truth.netFen.amount && sums.grams == truth.grams.amount)
            #expect(truth.refundedFen > .zero)
        }
    }

    @Test("what lies in done and is dropped again changes nothing, nor does a whole round")
    func again() async throws {
        let demo = Self.demo(scale: 0.002)
        defer { try? FileManager.default.removeItem(atPath: demo.folder) }
        _ = try await demo.run(answer: Self.answer)
        let everything = [
            "report", "attribution", "--from", "2022-11-01", "--to", "2022-12-31", "--leg", "any",
        ]
        let before = try await Self.answer(everything, try Self.pipeline(of: demo))
        for now in [demo.scenario.firstNow, demo.scenario.finalNow] {
            try DemoFolder(path: demo.folder).drop(demo.scenario.shopFiles(at: now))
        }
        let twice = try await Self.workplace(of: demo).importInbox(
            patience: .zero, quietFor: .zero, language: .english, waiting: { _ in }, progress: { _ in })
        for file in twice.files {
            #expect(file.outcome == .done && file.read?.newOrders == 0, "\(file)")
            #expect(file.read?.changedOrders == 0 && file.read?.refunds == 0, "\(file)")
        }
        #expect(!twice.files.isEmpty)
        #expect(try await Self.answer(everything, try Self.pipeline(of: demo)) == before)
    }

    private static func demo(scale: Double) -> Demo {
        Demo(
            scenario: Scenario(seed: 7, scale: scale),
            folder: NSTemporaryDirectory() + "daihuo-demo-\(UUID().uuidString)", environment: [:],
            language: .english, progress: { _ in }, say: { _ in })
    }

    private static func workplace(of demo: Demo) throws -> Workplace {
        try Workplace(
            config: demo.folder + "/daihuo.yaml", environment: [:], time: .fixed(demo.scenario.finalNow))
    }

    private static func pipeline(of demo: Demo) throws -> Pipeline {
        let workplace = try workplace(of: demo)
        return workplace.pipeline(try workplace.openStore())
    }

    /// What the command line answers.
    @Sendable private static func answer(
        _ arguments: [String], _ pipeline: Pipeline
    ) async throws -> AttributionReport {
        let command = try #require(try Daihuo.parseAsRoot(arguments) as? AttributionCommand)
        return try await pipeline.attributionReport(pipeline.scope(of: command.question))
    }
}
