import ArgumentParser
import Dispatch
import Domain
import Foundation
import Glibc
import Logging
import Reports
import Service

/// The main job by a schedule, until it is stopped.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: Language.asked.text(
            "按各账号的 every 一直运行：同步、归属、入账；另在本机应答 /healthz、/readyz、/metrics。",
            "Keep going by each account's every: sync, attribute, post; answers /healthz, /readyz and /metrics on this machine."
        ),
        discussion: Language.asked.text(
            """
            名册或配置改坏时继续用最后一份好的并报警；Ctrl-C 或 SIGTERM 在下一页处停下，再按一次立即结束。
            """,
            """
            Where the roster or the configuration is broken it goes on by the last good one and raises an alarm. Ctrl-C or \
            SIGTERM end it at the next page, a second one at once.
            """))

    @OptionGroup var options: GlobalOptions

    @Option(
        help: .words("在本机的哪个端口应答（0：任意）", "the port of this machine to answer on (0: any)", valueName: "port"))
    var port = 9832

    func run() async throws {
        guard (0...Int(UInt16.max)).contains(port) else {
            throw ServiceError(.usage, [Notice("serve.no_port", port)])
        }
        let log = options.logOfProcess()
        let kept = try KeptConfiguration(
            config: options.config, environment: ProcessInfo.processInfo.environment, time: try options.time()
        )
        let unattended = Unattended(
            kept, patience: try options.patienceLimit(), language: options.lang, port: port
        ) { told in
            switch told {
            case .event(let event): log.take(event)
            case .alarm(let alarm): log.take(alarm)
            case .notSent(let notice): log.say(.warning, "webhook", notice)
            case .listening(let port): log.line(.info, "listening", ["port": .stringConvertible(port)])
            }
        }
        let stop = StopSign()
        let signals = StopSignals { stop.raise() }
        defer { withExtendedLifetime(signals) {} }
        try await unattended.run(until: stop)
    }
}

/// SIGTERM and SIGINT: the first asks to stop, the next one ends the process as it would without this.
private final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    init(_ stop: @escaping @Sendable () -> Void) {
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                stop()
                for number in [SIGTERM, SIGINT] { signal(number, SIG_DFL) }
            }
            source.resume()
            return source
        }
    }
}
