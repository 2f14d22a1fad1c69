import ArgumentParser
import Domain
import Service
import Simulator

/// The platforms on loopback, until stopped.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "在本机模拟各平台（签名、分页、限流、售后），直到按 Ctrl-C 停止。")

    @OptionGroup var options: GlobalOptions

    @Option(help: "端口")
    var port = 18080

    @Option(help: "随机种子")
    var seed: UInt64 = 2022

    @Option(help: "订单数的比例，1 为十万单以上")
    var scale = 0.02

    @Option(help: ArgumentHelp("把配套的配置和名册写到这个文件夹", valueName: "folder"))
    var folder: String?

    @Flag(help: "不出故障（默认约百分之三的请求会出故障，以演练重试）")
    var faultless = false

    func run() async throws {
        let scenario = Scenario(seed: seed, scale: try Scale.checked(scale))
        let simulator = Simulator(scenario: scenario, faults: faultless ? .none : .demo)
        let bound: Int
        do {
            bound = try await simulator.start(port: port)
        } catch {
            throw ServiceError(.usage, ["端口 \(port)：用不了（\(error)）；请换一个 --port"])
        }
        let now = try options.fixedNow() ?? scenario.finalNow
        await simulator.setNow(now)
        if let folder {
            try DemoFolder(path: folder).clear()
            try DemoFolder(path: folder).write(scenario.files(port: bound))
            let rehearsal = "--now \"\(now)\""
            Terminal.complain("配置已写到 \(folder)；请试：daihuo --config \(folder)/daihuo.yaml run \(rehearsal)")
        }
        Terminal.complain(
            "\(scenario.orderCount) 个订单，模拟平台在 http://127.0.0.1:\(bound)，模拟时间 \(now)，按 Ctrl-C 停止")
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
            throw ServiceError(.usage, ["--scale \(scale)：请给 0 到 20 之间的数"])
        }
        return scale
    }
}
