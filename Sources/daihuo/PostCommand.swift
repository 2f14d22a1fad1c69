import ArgumentParser
import Reports
import Service

/// Journal entries for what changed.
struct PostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: Language.asked.text(
            "把归属的变动记入账簿（没有变动则什么也不做）。",
            "Book what changed in the journal (if nothing did, it does nothing)."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: FormatOption

    func run() async throws {
        let report = try await options.running("post", needs: { _ in .init(seals: true) }) {
            _, pipeline, meter in
            try await pipeline.post { meter.show($0) }
        }
        try report.end(options, output.format)
    }
}
