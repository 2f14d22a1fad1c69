import Foundation

/// The folder that a demo or simulator leaves behind, in which every command can be tried.
package struct DemoFolder: Sendable {
    package let path: String

    /// A folder by its path.
    package init(path: String) {
        self.path = path
    }

    /// Removes what an earlier demo left; refuses a folder that holds anything else.
    package func clear() throws(ServiceError) {
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else { return }
        let entries = (try? manager.contentsOfDirectory(atPath: path)) ?? []
        guard entries.isEmpty || entries.contains(Self.mark) else {
            throw ServiceError(.usage, ["文件夹 \(path)：不是演示留下的，不会清空；请换一个 --folder"])
        }
        do {
            try manager.removeItem(atPath: path)
        } catch {
            throw ServiceError(.usage, ["文件夹 \(path)：无法清空；请检查权限"])
        }
    }

    /// Writes the files; secrets for the owner's eyes only.
    package func write(_ files: [String: String]) throws(ServiceError) {
        let manager = FileManager.default
        do {
            try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
            for (name, text) in files.merging([Self.mark: "daihuo demo\n"], uniquingKeysWith: { $1 }) {
                let file = path + "/" + name
                let folder = (file as NSString).deletingLastPathComponent
                try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
                let mode = name.hasPrefix("secrets/") ? 0o600 : 0o644
                guard
                    manager.createFile(
                        atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: mode])
                else { throw CocoaError(.fileWriteUnknown) }
            }
        } catch {
            throw ServiceError(.usage, ["文件夹 \(path)：写不进去；请检查权限与磁盘空间"])
        }
    }

    /// The file by which a folder is known as a demo's.
    private static let mark = ".daihuo-demo"
}
