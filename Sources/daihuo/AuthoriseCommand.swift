import ArgumentParser
import Domain
import Reports
import Service

/// The first tokens of an account.
struct AuthoriseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authorise",
        abstract: Language.asked.text(
            "用平台给的授权码为账号取得令牌，写进它的令牌文件；以后自动更换。",
            "Get an account's tokens for the code that the platform shows, into its file; they are refreshed by themselves then."
        ),
        discussion: Language.asked.text(
            "例：echo 授权码 | daihuo authorise pds-douyin --code -（这样授权码不会留在命令历史里）",
            "Example: echo CODE | daihuo authorise pds-douyin --code - (so the code does not stay in the shell's history)"
        ))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    @Argument(help: .words("账号的编号", "the account's id"))
    var account: String

    @Option(
        help: .words(
            "授权码；- 表示从标准输入读一行；抖店的自用型应用不写",
            "the code; - reads a line of standard input; left out for an app that is the shop's own",
            valueName: "code"))
    var code: String?

    @Flag(help: .words("只说会向哪里取、写到哪里", "only tell where it would ask and what it would write"))
    var dryRun = false

    func run() async throws {
        let workplace = try options.workplace()
        if dryRun {
            let plan = try Authorisation(account, code: code, workplace).plan()
            return Terminal.answer(plan.text(in: options.lang))
        }
        // What is wrong with the account is said before anybody is waited for.
        _ = try Authorisation(account, code: code, workplace)
        let report = try await Authorisation(account, code: try givenCode(), workplace).run()
        switch output.format {
        case .text: if !options.quiet { Terminal.answer(report.text(in: options.lang)) }
        case .json: Terminal.answer(report.json)
        }
    }

    /// The code, of standard input where `-` stands for it.
    private func givenCode() throws -> String? {
        guard let code else { return nil }
        let text = code == "-" ? readLine() ?? "" : code
        let isLine =
            !text.isEmpty && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard isLine else { throw ServiceError(.usage, [Notice("authorise.bad_code")]) }
        return text
    }
}
