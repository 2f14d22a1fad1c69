import ArgumentParser
import Domain
import Foundation
import Reports
import Service

/// Writes a commented `daihuo.yaml` and empty roster files; never over existing ones.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: Language.asked.text(
            "写出带注释的 daihuo.yaml 和空的名册文件（不覆盖已有文件）。",
            "Write a commented daihuo.yaml and empty roster files (never over existing ones)."))

    @Argument(help: .words("文件夹", "the folder"))
    var folder = "."

    @Option(help: .words("输出语言：zh 或 en", "language of the output and of the files: zh or en"))
    var lang: Language = .chinese

    @Flag(help: .words("只说会写什么", "only tell what would be written"))
    var dryRun = false

    func run() throws {
        let files = StarterFiles.files(in: lang)
        let manager = FileManager.default
        let existing = files.map(\.path).filter { manager.fileExists(atPath: folder + "/" + $0) }
        guard existing.isEmpty else {
            throw ServiceError(.usage, existing.map { Notice("init.exists", "\(folder)/\($0)") })
        }
        for file in files {
            let path = folder + "/" + file.path
            if dryRun {
                say(Notice("init.would_write", path))
                continue
            }
            do {
                try manager.createDirectory(
                    atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                try file.text.write(toFile: path, atomically: true, encoding: .utf8)
            } catch {
                throw ServiceError(.usage, [Notice("init.not_written", path)])
            }
            say(Notice("init.written", path))
        }
        if dryRun { return }
        Invocation.$config.withValue("\(folder)/daihuo.yaml") { say(Notice("init.next")) }
    }

    private func say(_ notice: Notice) {
        Terminal.answer(notice.text(in: lang))
    }
}
