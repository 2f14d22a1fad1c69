import Foundation

/// What tells whether somebody has written to a store that is read without its lock.
struct FileStamp: Equatable {
    private let size: Int
    private let modifiedAt: Date?
    private let hasLog: Bool

    init(_ path: String) {
        func attributes(_ path: String) -> [FileAttributeKey: Any] {
            (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
        }
        let file = attributes(path)
        size = file[.size] as? Int ?? 0
        modifiedAt = file[.modificationDate] as? Date
        hasLog = attributes(path + "-wal")[.size] as? Int ?? 0 > 0
    }

    /// Whether all that was committed stands in the file itself.
    var isWhole: Bool { !hasLog }
}
