import ArgumentParser
import Foundation
import Reports
import Service

/// Looks at configuration, secrets, roster, store and accounts; every problem at once.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "检查配置、密钥、名册、数据库和各平台是否可达；一次说出所有问题。")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Option(help: ArgumentHelp("只重新计算这么多个订单，均匀抽取；默认全部", valueName: "count"))
    var sample: Int?

    func run() async throws {
        let list = CheckList(
            config: options.config, environment: ProcessInfo.processInfo.environment,
            fixedNow: try options.fixedNow(), sample: sample)
        let report = await list.run()
        Terminal.answer(output.format == .json ? report.json : report.text(in: options.lang))
        let code = report.exitCode(isStrict: options.strict)
        if code != .done { throw Ending(code: code) }
    }

    func validate() throws {
        if let sample, sample < 1 { throw ValidationError("--sample \(sample)：请写成 1 或更大的数") }
    }
}
