import ArgumentParser
import Domain
import Reports
import Service

/// Order exports by hand; the format is recognised by its header.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "导入从平台后台下载的订单文件；格式按表头识别。")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: "文件")
    var files: [String]

    @Option(help: ArgumentHelp("文件属于这个账号", valueName: "id"))
    var account: String?

    @Option(help: ArgumentHelp("文件的格式，如 douyin-orders", valueName: "name"))
    var `as`: String?

    @Flag(help: "只说会怎样导入")
    var dryRun = false

    func run() async throws {
        let inputs = try ImportStage.inputs(files, account: account, named: self.as, in: options.workplace())
        if dryRun {
            for input in inputs {
                Terminal.answer("将把 \(input.path) 导入账号 \(input.account)（店铺 \(input.shopID)）")
            }
            return
        }
        let report = try await options.running("import") { _, pipeline, meter in
            let startedAt = pipeline.now()
            var accounts: [RunReport.Account] = []
            for input in inputs {
                accounts.append(try await ImportStage(pipeline).run(input) { meter.show($0) })
            }
            var report = RunReport(verb: .importing, startedAt: startedAt, finishedAt: pipeline.now())
            report.accounts = accounts
            return report
        }
        try report.end(options, output.format)
    }
}
