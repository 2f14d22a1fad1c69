import ArgumentParser
import Domain
import Foundation
import Reports
import Service
import Simulator

/// Henan's winter of 2022 from nothing to a report; fails if one gram or fen differs.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "演示：从模拟平台取回 2022 年冬河南的订单，算出文章里的八个数字，一克一分不差。")

    @OptionGroup var options: GlobalOptions

    @Option(help: "订单数的比例，1 为十万单以上（吨数不变）")
    var scale = 1.0

    @Option(help: "随机种子")
    var seed: UInt64 = 2022

    @Option(help: "演示文件夹（会清空以前的演示）")
    var folder = "demo"

    func run() async throws {
        let scenario = Scenario(seed: seed, scale: try Scale.checked(scale))
        let meter = options.meter()
        let demo = Demo(
            scenario: scenario, folder: folder, environment: ProcessInfo.processInfo.environment,
            progress: { meter.show($0) }, say: { meter.say($0) })
        if !options.quiet { meter.say("演示：\(scenario.orderCount.grouped) 个订单，经 HTTP 从模拟平台取回，写入 \(folder)/") }
        do {
            let outcome = try await ServiceError.wrapping {
                try await demo.run { arguments, pipeline in
                    guard let command = try Daihuo.parseAsRoot(arguments) as? AttributionCommand else {
                        throw ServiceError(.usage, ["演示里的报表命令看不懂"])
                    }
                    return try await pipeline.attributionReport(pipeline.scope(of: command.question))
                }
            }
            meter.finish()
            try show(outcome)
        } catch let error as SimulatorError {
            throw ServiceError(.usage, ["\(error)"])
        }
    }

    private func show(_ outcome: Demo.Outcome) throws {
        for (round, run) in outcome.runs.enumerated() where !options.quiet {
            Terminal.answer("第 \(round + 1) 轮\n" + run.text(in: options.lang))
        }
        var table = TextTable(columns: [
            .init("文章中的数字"), .init("文章", .right), .init("算出（吨）", .right), .init("净额（元）", .right), .init("相符"),
            .init("命令：daihuo …"),
        ])
        for row in outcome.comparisons {
            table.add([
                row.figure.title, row.figure.articleText, row.grams.grouped, row.netFen.grouped,
                row.holds ? "✓" : "✗ 应为 \(row.figure.grams.grouped) 吨、\(row.figure.netFen.grouped) 元",
                row.figure.reportArguments.joined(separator: " "),
            ])
        }
        Terminal.answer(table.text())
        for problem in outcome.problems { Terminal.complain(problem) }
        let holds = outcome.problems.isEmpty && outcome.comparisons.allSatisfy(\.holds)
        Terminal.answer(holds ? "八个数字全部相符，一克一分不差。" : "有数字不符。")
        guard holds else { throw Ending(code: .store) }
        Terminal.answer(
            """
            数据留在 \(folder)/，可以接着试：
              daihuo --config \(folder)/daihuo.yaml report attribution --from 2022-11-01 --to 2022-12-31 --by campaign
              daihuo --config \(folder)/daihuo.yaml report attribution --from 2022-11-01 --to 2022-12-31 --leg buy --only kind=university
              daihuo --config \(folder)/daihuo.yaml report attribution --from 2022-12-01 --to 2022-12-31 --by day --format csv
              daihuo --config \(folder)/daihuo.yaml explain 订单号
            要再同步，先让模拟平台运行：daihuo simulate --folder \(folder)-live
            """)
    }
}
