import ArgumentParser
import Reports
import Service

/// Journal entries for what changed.
struct PostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post", abstract: "把归属的变动记入账簿（没有变动则什么也不做）。")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    func run() async throws {
        let report = try await options.running("post") { _, pipeline, meter in
            var report = RunReport(verb: .post, startedAt: pipeline.now(), finishedAt: pipeline.now())
            report.posting = try await pipeline.post { meter.show($0) }
            report.finishedAt = pipeline.now()
            return report
        }
        try report.end(options, output.format)
    }
}
