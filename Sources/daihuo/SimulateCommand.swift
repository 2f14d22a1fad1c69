import ArgumentParser
import Demo
import Domain
import Reports
import Service
import Simulator

/// The platforms on loopback, until stopped.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: Language.asked.text(
            "在本机模拟各平台（签名、分页、限流、售后），直到按 Ctrl-C 停止。",
            "Simulate the platforms on this machine (signatures, pages, limits, after-sales) until Ctrl-C."))

    @OptionGroup var options: GlobalOptions

    @Option(help: .words("端口", "the port"))
    var port = 18080

    @Option(help: .words("随机种子", "the seed"))
    var seed: UInt64 = 2022

    @Option(help: .words("订单数的比例，1 为十万单以上", "how many orders: 1 is more than 100,000"))
    var scale = 0.02

    @Option(
        help: .words(
            "把配套的配置和名册写到这个文件夹", "write a configuration and a roster that fit into this folder",
            valueName: "folder"))
    var folder: String?

    @Flag(
        help: .words(
            "不出故障（默认约百分之三的请求会出故障，以演练重试）",
            "no faults (else about 3 % of the requests fail, to rehearse retries)"))
    var faultless = false

    func run() async throws {
        let scenario = Scenario(seed: seed, scale: try Scale.checked(scale))
        let simulator = Simulator(scenario: scenario, faults: faultless ? .none : .demo)
        let bound: Int
        do {
            bound = try await simulator.start(port: port)
        } catch {
            throw ServiceError(.usage, [error.notice])
        }
        let time = options.now == nil ? TimeSource.fixed(scenario.finalNow) : try options.time()
        let now = time.now()
        await simulator.setNow(now)
        if time.isDriven { await simulator.follow(time.now) }
        if let folder {
            try DemoFolder(path: folder).clear()
            try DemoFolder(path: folder).write(scenario.files(port: bound))
            try DemoFolder(path: folder).drop(scenario.shopFiles(at: now))
            Invocation.$config.withValue("\(folder)/daihuo.yaml") {
                Terminal.complain(Notice("simulate.written", folder, now).text(in: options.lang))
            }
        }
        let listening = Notice("simulate.listening", scenario.orderCount, bound, now)
        Terminal.complain(listening.text(in: options.lang))
        while !Task.isCancelled {
            try await Task.sleep(for: .seconds(3600))
        }
    }
}

/// The size of a scenario.
enum Scale {
    /// A scale that makes sense.
    static func checked(_ scale: Double) throws -> Double {
        guard scale > 0, scale <= 20 else {
            throw ServiceError(.usage, [Notice("question.no_scale", "\(scale)")])
        }
        return scale
    }
}
