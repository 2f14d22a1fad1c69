import ArgumentParser
import Reports
import Service

/// Credits for what changed: the roster, the catalogue.
struct AttributeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attribute", abstract: "名册或产品目录变动后，重算归属（没有变动则什么也不做）。")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    func run() async throws {
        let report = try await options.running("attribute") { _, pipeline, meter in
            var report = RunReport(verb: .attribute, startedAt: pipeline.now(), finishedAt: pipeline.now())
            try await pipeline.attribute(&report) { meter.show($0) }
            report.finishedAt = pipeline.now()
            return report
        }
        try report.end(options, output.format)
    }
}
