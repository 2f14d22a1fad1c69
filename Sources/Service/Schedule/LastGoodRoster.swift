import Foundation

/// The roster's files as they were when they could last be read, in one file beside the store: `<store>.last-good.json`.
///
/// So a process that is started again while a cell of the roster is broken goes on by what it knew.
struct LastGoodRoster: Codable {
    /// What the files hold, by their names; `catalogue.csv` is the catalogue, whatever it was called.
    private let files: [String: Data]
    /// Where each table of the roster lay, by its name: `parties.csv`, `roster.xlsx › 任期`; `nil` in a copy of an earlier version.
    private let tables: [String: String]?

    private static let catalogueName = "catalogue.csv"

    /// The files of a roster as they are now, which was just read; `nil` where one of them cannot be read.
    init?(_ roster: RosterFiles, catalogue: String?) {
        var files: [String: Data] = [:]
        for place in roster.tables.values {
            guard let data = FileManager.default.contents(atPath: place.path) else { return nil }
            files[URL(filePath: place.path).lastPathComponent] = data
        }
        if let catalogue {
            guard let data = FileManager.default.contents(atPath: catalogue) else { return nil }
            files[Self.catalogueName] = data
        }
        (self.files, tables) = (files, roster.tables.mapValues(\.name))
    }

    /// What was kept beside the store with this path; `nil` where there is none that can be read.
    init?(keptBeside store: String) {
        guard let data = FileManager.default.contents(atPath: Self.path(of: store)),
            let kept = try? JSONDecoder().decode(Self.self, from: data)
        else { return nil }
        self = kept
    }

    /// Where the tables lay that another roster has not, be it in another file.
    func tablesGone(from roster: RosterFiles) -> [String] {
        (tables ?? [:]).filter { roster.tables[$0.key] == nil }.map(\.value).sorted()
    }

    /// Keeps it beside the store with this path; where that can't be done, what was kept before stays.
    func keep(besideStore store: String) {
        guard let data = try? JSONEncoder().encode(self) else { return }
        _ = WholeFile(Self.path(of: store)).replace(by: Array(data))
    }

    /// The roster that it states; `nil` where it has no catalogue and one is wanted, or can't be read.
    func read(catalogue: Bool) -> RosterFiles? {
        let folder = NSTemporaryDirectory() + "daihuo-roster-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for (name, data) in files { try data.write(to: URL(fileURLWithPath: folder + "/" + name)) }
            return try RosterFiles.load(
                folder: folder, catalogue: catalogue ? folder + "/" + Self.catalogueName : nil)
        } catch {
            return nil
        }
    }

    private static func path(of store: String) -> String { store + ".last-good.json" }
}
