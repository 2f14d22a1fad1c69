import ArgumentParser
import Glibc
import Service

/// The command line: one file a verb; every verb is an idempotent stage or a question.
@main
struct Daihuo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "daihuo",
        abstract: "带货：把各平台的订单归属到第一书记和会员，对账入账，出报表。",
        discussion: """
            一次完整的日常作业：daihuo run；要一张报表：daihuo report attribution --from 2022-11-01 --to 2022-12-31。
            退出码：0 完成；1 仅 --strict：有差异、搁置记录或未归属；2 用法或配置；3 有来源失败；4 数据库或核对有问题。
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, CheckCommand.self, SyncCommand.self, ImportCommand.self, AttributeCommand.self,
            PostCommand.self, RunCommand.self, ParkedCommand.self, ExplainCommand.self, ReportCommand.self,
            SimulateCommand.self,
            DemoCommand.self,
        ])

    static func main() async {
        // A reader that goes away (`| head`) ends the output, not in a signal.
        signal(SIGPIPE, SIG_IGN)
        let arguments = GlobalOptions.behindVerb(Array(CommandLine.arguments.dropFirst()))
        do {
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as ServiceError {
            Terminal.complain(error.description)
            Glibc.exit(error.exitCode.rawValue)
        } catch let error as Ending {
            Glibc.exit(error.code.rawValue)
        } catch {
            let isAsked = exitCode(for: error) == .success
            let message = fullMessage(for: error)
            if isAsked { Terminal.answer(message) } else { Terminal.complain(message) }
            Glibc.exit(isAsked ? 0 : Service.ExitCode.usage.rawValue)
        }
    }
}

/// How a verb ends that has said everything.
struct Ending: Error {
    let code: Service.ExitCode
}
