import Domain
import Foundation
import Reports
import Service
import Testing

/// Files under fixtures/settings, and what is said of them.
enum Fixture {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "fixtures/settings/").path(percentEncoded: false)

    static func load(_ name: String) throws -> Settings {
        try Settings.load(path: folder + name, environment: ["HOME": "/home/daihuo"])
    }

    /// The problems of a file, with paths below the folder.
    static func problems(
        _ name: String, in language: Language = .chinese, sourceLocation: SourceLocation = #_sourceLocation
    ) -> String {
        let error = #expect(throws: SettingsError.self, sourceLocation: sourceLocation) { try load(name) }
        return "\(error?.sentences(in: language).replacing(folder, with: "") ?? "")\n"
    }

    /// Compares a text with its file; `RECORD=1` writes the file anew.
    static func expectGolden(
        _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = URL(filePath: folder + name)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(text.utf8).write(to: file)
            return
        }
        let stored = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text == stored, "\(name) differs", sourceLocation: sourceLocation)
    }
}

/// A folder that is gone after the test.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "daihuo-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and the folders above it; answers its path.
    @discardableResult
    func write(_ text: String, _ name: String, permissions: Int = 0o600) throws -> String {
        let file = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            at: URL(filePath: file).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file)
        return file
    }
}
