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
        let explanation = try await ServiceError.wrapping {
            try await workplace.pipeline(try workplace.openStore()).explain(orderID: order)
        }
        Terminal.answer(
            output.format == .json
                ? explanation.json(in: options.lang) : explanation.text(in: options.lang))
        try explanation.verdict(strict: options.strict).end(saying: false, in: options.lang)
    }
}
