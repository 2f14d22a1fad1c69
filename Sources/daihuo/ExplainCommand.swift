import ArgumentParser
import Reports
import Service

/// One order: where it came from, its money, its credits, the rules that lost.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "说明一个订单：来源、金额、归属、依据、未采用的规则、入账。")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "平台的订单号")
    var order: String

    func run() async throws {
        let workplace = try options.workplace()
        try await ServiceError.wrapping {
            let pipeline = workplace.pipeline(try workplace.openStore())
            let reports = try await pipeline.explain(orderID: order)
            let held = try await pipeline.parked(orderID: order)
            guard !reports.isEmpty || !held.records.isEmpty else {
                throw ServiceError(.usage, ["订单 \(order)：没有读到过；请核对订单号，或先运行 daihuo sync"])
            }
            for report in reports {
                Terminal.answer(output.format == .json ? report.json : report.text(in: options.lang))
            }
            if !held.records.isEmpty {
                Terminal.answer(output.format == .json ? held.json : held.text(in: options.lang))
            }
        }
    }
}
