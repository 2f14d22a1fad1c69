import Domain
import Foundation
package import Service
package import Simulator

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
            throw ServiceError(.usage, [Notice("demo.foreign_folder", path)])
        }
        do {
            try manager.removeItem(atPath: path)
        } catch {
            throw ServiceError(.usage, [Notice("demo.not_cleared", path)])
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
            throw ServiceError(.usage, [Notice("demo.not_written", path)])
        }
    }

    /// Lays files into the inbox, each into its account's folder, as somebody at the shop would.
    package func drop(_ files: [ShopFile]) throws(ServiceError) {
        let inbox = path + "/inbox"
        let contents = try files.map { file throws(ServiceError) in (file, try Self.bytes(of: file)) }
        do {
            for (file, bytes) in contents {
                let folder = "\(inbox)/\(file.account)"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try Data(bytes).write(to: URL(filePath: "\(folder)/\(file.name)"), options: .atomic)
            }
        } catch {
            throw ServiceError(.usage, [Notice("demo.not_written", inbox)])
        }
    }

    private static func bytes(of file: ShopFile) throws(ServiceError) -> [UInt8] {
        switch file.content {
        case .bytes(let bytes): bytes
        case .form(let template, let rows): try Template.named(template).filled(with: rows)
        }
    }

    /// The file by which a folder is known as a demo's.
    private static let mark = ".daihuo-demo"
}
