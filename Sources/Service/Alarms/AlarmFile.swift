import Domain
import Foundation

/// When each alarm that stands was told last, kept beside the store: a process that is started anew does not tell it again
/// before its time.
package struct AlarmFile: Sendable {
    private let path: String

    /// An alarm that was told.
    struct Entry: Hashable, Codable {
        let subject: Alarm.Subject
        let since: Instant
        let toldAt: Instant
    }

    /// The file of a store.
    package init(ofStore path: String) {
        self.path = path + ".alarms.json"
    }

    /// What was told; nothing where there is no file, or none that can be read: then alarms are told anew.
    func read() -> [Entry] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return (try? JSONDecoder().decode([Entry].self, from: data)) ?? []
    }

    /// Writes it in place of what was there; a failure costs no more than an alarm that is told twice.
    func write(_ entries: [Entry]) {
        guard let data = try? JSONEncoder().encode(entries) else { return }
        _ = WholeFile(path).replace(by: Array(data))
    }
}
