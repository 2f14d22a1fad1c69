import ArgumentParser
import Domain
import Foundation
import Reports
import Service

/// Looks at configuration, secrets, roster, store and accounts; every problem at once.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Language.asked.text(
            "检查配置、密钥、名册、数据库和各平台是否可达；一次说出所有问题。",
            "Check configuration, secrets, roster, store and platforms; every problem at once."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Option(
        help: .words(
            "只重新计算这么多个订单，均匀抽取；默认全部", "work out only so many orders anew, picked evenly; else all",
            valueName: "count"))
    var sample: Int?

    @Flag(help: .words("连数据库文件的每一页也检查", "look at every page of the store's file as well"))
    var deep = false

    func run() async throws {
        if let sample, sample < 1 { throw ServiceError(.usage, [Notice("question.no_sample", sample)]) }
        let list = CheckList(
            config: options.config, environment: ProcessInfo.processInfo.environment,
            time: try options.time(), sample: sample, isDeep: deep)
        let report = await list.run()
        Terminal.answer(
            output.format == .json ? report.json(in: options.lang) : report.text(in: options.lang))
        let code = report.exitCode(isStrict: options.strict)
        if code != .done { throw Ending(code: code) }
    }
}
