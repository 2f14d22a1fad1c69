import ArgumentParser
import Foundation
import Service

/// Writes a commented `daihuo.yaml` and empty roster files; never over existing ones.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "写出带注释的 daihuo.yaml 和空的名册文件（不覆盖已有文件）。")

    @Argument(help: "文件夹")
    var folder = "."

    @Flag(help: "只说会写什么")
    var dryRun = false

    func run() throws {
        let files = StarterFiles.files()
        let manager = FileManager.default
        let existing = files.map(\.path).filter { manager.fileExists(atPath: folder + "/" + $0) }
        guard existing.isEmpty else {
            throw ServiceError(
                .usage, existing.map { "\(folder)/\($0)：已经存在，不会覆盖；请换一个文件夹或先移走它" })
        }
        for file in files {
            let path = folder + "/" + file.path
            if dryRun {
                Terminal.answer("将写出 \(path)")
                continue
            }
            do {
                try manager.createDirectory(
                    atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                try file.text.write(toFile: path, atomically: true, encoding: .utf8)
            } catch {
                throw ServiceError(.usage, ["\(path)：写不进去；请检查权限与磁盘空间"])
            }
            Terminal.answer("已写出 \(path)")
        }
        if !dryRun { Terminal.answer("下一步：填写账号和名册，再运行 daihuo --config \(folder)/daihuo.yaml check") }
    }
}
