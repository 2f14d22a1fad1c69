import Demo
import Domain
import Foundation
import Service
import Testing

/// The demo clears away what a demo left, and nothing else.
@Suite("The folder of a demo")
struct DemoFolderTests {
    @Test("an earlier demo is cleared away, another folder is refused with all that it holds")
    func clearing() throws {
        let path = NSTemporaryDirectory() + "daihuo-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = DemoFolder(path: path)
        try folder.clear()
        try folder.write(["daihuo.yaml": "accounts:\n", "secrets/key": "secret"])
        let secret = try FileManager.default.attributesOfItem(atPath: path + "/secrets/key")
        #expect(secret[.posixPermissions] as? Int == 0o600)
        try folder.clear()
        #expect(!FileManager.default.fileExists(atPath: path))

        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(filePath: path + "/daihuo.yaml"))
        #expect(throws: ServiceError(.usage, [Notice("demo.foreign_folder", path)])) { try folder.clear() }
        #expect(try String(contentsOfFile: path + "/daihuo.yaml", encoding: .utf8) == "mine")
    }
}
