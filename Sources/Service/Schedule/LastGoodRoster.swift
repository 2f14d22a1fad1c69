import Foundation

/// A copy of the roster's files as they were when they could last be read, beside the store.
///
/// So a process that is started again while a cell of the roster is broken goes on by what it knew. The copy is of the files
/// themselves, for their owner alone.
struct LastGoodRoster {
    private let folder: String

    /// That of the store with this path.
    init(ofStore path: String) {
        folder = path + ".last-good"
    }

    /// The roster of the copy; `nil` where there is none that can be read.
    ///
    /// `catalogue`: whether the configuration has one.
    func load(catalogue: Bool) -> RosterFiles? {
        try? RosterFiles.load(folder: rosterFolder, catalogue: catalogue ? cataloguePath : nil)
    }

    /// Puts a copy of these files in the place of the one that is there, where they are still the same behind it.
    ///
    /// A copy that cannot be made is none: the roster itself can be read.
    func keep(folder roster: String, catalogue: String?, isStill: () -> Bool) {
        let files = FileManager.default
        let new = folder + ".new"
        try? files.removeItem(atPath: new)
        do {
            try files.createDirectory(
                atPath: new, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try files.copyItem(atPath: roster, toPath: new + "/roster")
            if let catalogue { try files.copyItem(atPath: catalogue, toPath: new + "/catalogue.csv") }
            guard isStill() else { return try files.removeItem(atPath: new) }
            try? files.removeItem(atPath: folder)
            try files.moveItem(atPath: new, toPath: folder)
        } catch {
            try? files.removeItem(atPath: new)
        }
    }

    private var rosterFolder: String { folder + "/roster" }
    private var cataloguePath: String { folder + "/catalogue.csv" }
}
