import ArgumentParser
import Demo
import Domain
import Foundation
import Reports
import Service
import Simulator

/// Henan's winter of 2022 from nothing to a report; fails if one gram or fen differs.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: Language.asked.text(
            "演示：从模拟平台取回 2022 年冬河南的订单，算出文章里的八个数字，一克一分不差。",
            "Demo: Henan's winter of 2022 from simulated platforms, to eight figures of an article, exactly."
        ))

    @OptionGroup var options: GlobalOptions

    @Option(
        help: .words(
            "订单数的比例，1 为十万单以上（吨数不变）", "how many orders: 1 is more than 100,000 (the tonnes stay the same)"))
    var scale = 1.0

    @Option(help: .words("随机种子", "the seed"))
    var seed: UInt64 = 2022

    @Option(help: .words("演示文件夹（会清空以前的演示）", "the demo's folder (an earlier demo in it is cleared away)"))
    var folder = "demo"

    func run() async throws {
        let scenario = Scenario(seed: seed, scale: try Scale.checked(scale))
        let meter = options.meter()
        let demo = Demo(
            scenario: scenario, folder: folder, environment: ProcessInfo.processInfo.environment,
            language: options.lang, progress: { meter.show($0) }, say: { meter.say($0) })
        if !options.quiet { meter.say(Notice("demo.begins", scenario.orderCount.grouped, folder)) }
        let report = try await ServiceError.wrapping {
            try await demo.run { arguments, pipeline in
                guard let command = try Daihuo.parseAsRoot(arguments) as? AttributionCommand else {
                    throw ServiceError(.usage, [Notice("demo.no_question")])
                }
                return try await pipeline.attributionReport(pipeline.scope(of: command.question))
            }
        }
        meter.finish()
        try show(report)
    }

    private func show(_ report: DemoReport) throws {
        if !options.quiet { for round in report.course(in: options.lang) { Terminal.answer(round) } }
        Terminal.answer(report.table(in: options.lang))
        for problem in report.problems { Terminal.complain(problem.text(in: options.lang)) }
        Terminal.answer(report.verdict(in: options.lang))
        if !report.holds { throw Ending(code: .store) }
    }
}
