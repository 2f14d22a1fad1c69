import ArgumentParser
import Domain
import Reports
import Service

/// One order: where it came from, its money, its credits, the rules that lost.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: Language.asked.text(
            "说明一个订单：来源、金额、归属、依据、未采用的规则、入账。",
            "Explain an order: where it came from, money, credits, rules applied and not, bookings."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: .words("平台的订单号", "the platform's order number"))
    var order: String

    func run() async throws {
        let workplace = try options.workplace()
        let verdict = try await ServiceError.wrapping {
            let pipeline = workplace.pipeline(try workplace.openStore())
            let reports = try await pipeline.explain(orderID: order)
            let held = try await pipeline.parked(orderID: order)
            guard !reports.isEmpty || !held.records.isEmpty else {
                throw ServiceError(.usage, [Notice("question.unknown_order", order)])
            }
            for report in reports {
                Terminal.answer(output.format == .json ? report.json : report.text(in: options.lang))
            }
            if !held.records.isEmpty {
                Terminal.answer(
                    output.format == .json ? held.json(in: options.lang) : held.text(in: options.lang))
            }
            return held.verdict(strict: options.strict, of: reports)
        }
        try verdict.end(saying: false, in: options.lang)
    }
}
