import Foundation
import Testing

/// Compares a rendering with its file under fixtures/reports; `RECORD=1` writes the file anew.
enum Golden {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "fixtures/reports")

    static func expect(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(text.utf8).write(to: file)
            return
        }
        let stored = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(
            Array(text.utf8) == Array(stored.utf8), "\(name) differs:\n\(text)",
            sourceLocation: sourceLocation)
    }
}
