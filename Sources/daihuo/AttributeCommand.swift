import ArgumentParser
import Reports
import Service

/// Credits for what changed: the roster, the catalogue.
struct AttributeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attribute",
        abstract: Language.asked.text(
            "名册或产品目录变动后，重算归属（没有变动则什么也不做）。",
            "Credit anew after the roster or the catalogue changed (else it does nothing)."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    func run() async throws {
        let report = try await options.running("attribute", needs: { _ in .init(seals: true) }) {
            _, pipeline, meter in
            try await pipeline.attribute { meter.show($0) }
        }
        try report.end(options, output.format)
    }
}
