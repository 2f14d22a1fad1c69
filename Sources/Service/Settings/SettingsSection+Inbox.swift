import Domain
import Foundation

extension SettingsSection {
    private static let inboxKey = "inbox"

    /// The folder of `inbox:`; `nil` where there is none.
    ///
    /// Whatever lies in it is moved away, so it may not be a folder of these files, nor one of these folders.
    func inboxFolder(_ folder: SettingsFolder, takenBy files: [String], and folders: [String]) -> String? {
        guard let path = text(Self.inboxKey).map(folder.resolve) else { return nil }
        func place(_ path: String) -> URL { URL(fileURLWithPath: path).standardizedFileURL }
        let taken =
            files.map { place(folder.resolve($0)).deletingLastPathComponent() }
            + folders.map { place(folder.resolve($0)) }
        if taken.contains(where: { $0.path == place(path).path }) {
            add(Self.inboxKey) { Notice("settings.inbox_taken", $0) }
        }
        return path
    }
}
