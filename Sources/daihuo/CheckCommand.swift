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

    func run() async throws {
        let list = CheckList(
            config: options.config, environment: ProcessInfo.processInfo.environment,
            fixedNow: try options.fixedNow())
        let report = await list.run()
        Terminal.answer(output.format == .json ? report.json : report.text(in: options.lang))
        if report.count(of: .error) > 0 { throw Ending(code: .usage) }
        if options.strict, report.count(of: .warning) > 0 { throw Ending(code: .differences) }
    }
}
