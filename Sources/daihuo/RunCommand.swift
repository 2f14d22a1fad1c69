import ArgumentParser
import Reports
import Service

/// Sync, attribute, post: the whole main job once.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: Language.asked.text(
            "完整作业一次：同步、归属、入账；可随时重跑，不会重复入账。",
            "The whole job once: sync, attribute, post; it can be run again at any time and books nothing twice."
        ))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    func run() async throws {
        let report = try await options.running("run", needs: { $0.needs(reading: [], seals: true) }) {
            workplace, pipeline, meter in
            let environment = try workplace.syncEnvironment(patience: try options.patienceLimit()) {
                meter.show($0)
            }
            return try await pipeline.run(try workplace.accounts([]), environment) { meter.show($0) }
        }
        try report.end(options, output.format)
    }
}
