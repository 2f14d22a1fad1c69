import Foundation

/// A folder that is removed with its last user.
final class TemporaryFolder: Sendable {
    let path = NSTemporaryDirectory() + "daihuo-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
