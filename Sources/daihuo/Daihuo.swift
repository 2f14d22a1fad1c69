import ArgumentParser
import Glibc
import Reports
import Service

/// The command line: one file a verb; every verb is an idempotent stage or a question.
@main
struct Daihuo: AsyncParsableCommand {
    /// What `--version` says.
    private static let version = "0.2.0"

    static let configuration = CommandConfiguration(
        commandName: "daihuo",
        abstract: Language.asked.text(
            "带货：把各平台的订单归属到第一书记和会员，对账入账，出报表。",
            "Credit the orders of all platforms to first secretaries and members, book them, report them."
        ),
        discussion: Language.asked.text(
            """
            一次完整的日常作业：daihuo run；要一张报表：daihuo report attribution --from 2022-11-01 --to 2022-12-31。
            退出码：0 完成；1 仅 --strict：有缺口、差异、搁置记录或未归属；2 用法或配置；3 有来源失败；4 数据库或核对有问题。
            """,
            """
            The whole daily job: daihuo run; a report: daihuo report attribution --from 2022-11-01 --to 2022-12-31.
            Exit codes: 0 done; 1 only with --strict: gaps, differences, parked records or unassigned lines; 2 usage \
            or configuration; 3 a source failed; 4 the store, or a proof that does not hold.
            """),
        version: version,
        subcommands: [
            InitCommand.self, TemplateCommand.self, CheckCommand.self, AuthoriseCommand.self,
            SyncCommand.self, ImportCommand.self,
            AttributeCommand.self,
            PostCommand.self, RunCommand.self, ServeCommand.self, GapsCommand.self, ParkedCommand.self,
            ExplainCommand.self,
            ReportCommand.self, BackupCommand.self, RestoreCommand.self, ReplayCommand.self,
            SimulateCommand.self,
            DemoCommand.self,
        ])

    static func main() async {
        // A reader that goes away (`| head`) ends the output, not in a signal.
        signal(SIGPIPE, SIG_IGN)
        let arguments = GlobalOptions.behindVerb(Array(CommandLine.arguments.dropFirst()))
        await Invocation.$config.withValue(GlobalOptions.otherConfig(in: arguments)) {
            await run(arguments)
        }
    }

    /// Runs the verb and ends the process, with its complaints.
    private static func run(_ arguments: [String]) async {
        do {
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as ServiceError {
            for notice in error.notices { Terminal.complain(notice.text(in: .asked)) }
            Glibc.exit(error.exitCode.rawValue)
        } catch let error as Ending {
            Glibc.exit(error.code.rawValue)
        } catch {
            // Help and version are errors, too, to whom they are an answer.
            if exitCode(for: error) == .success {
                Terminal.answer(fullMessage(for: error))
                Glibc.exit(Service.ExitCode.done.rawValue)
            }
            for notice in Misuse(error).notices { Terminal.complain(notice.text(in: .asked)) }
            Glibc.exit(Service.ExitCode.usage.rawValue)
        }
    }
}

/// How a verb ends that has said everything.
struct Ending: Error {
    let code: Service.ExitCode
}
