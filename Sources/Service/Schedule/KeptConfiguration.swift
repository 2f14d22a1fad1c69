package import Domain
import Synchronization

/// The configuration of a process that stays: read anew whenever a file of it is saved, and kept as it was where it cannot be
/// read.
///
/// Whoever fetches goes on by the last good one; what is wrong with the files is told until they are mended.
package final class KeptConfiguration: Sendable {
    /// What became of files that were saved.
    package enum Change: Hashable, Sendable {
        /// They are in force, but for `alarms`, which counts from the next start on.
        case taken
        /// They cannot be used, and why: the last good ones are in force.
        case broken([Notice])
    }

    private struct State {
        var workplace: Workplace
        /// What the files looked like when they were read last.
        var stamps: FileStamps
        /// The files that are looked at: those that the configuration names, and those that a broken one does.
        var watched: WatchedFiles
        var faults: [Notice]
        /// Whether its roster is the one that was kept by an earlier process.
        var isOfCopy: Bool
        /// What the files look like since a while, and have not been read as.
        var saved: (stamps: FileStamps, since: ContinuousClock.Instant)?
    }

    private let config: String
    private let environment: [String: String]
    private let time: TimeSource
    /// How long nobody may save a file before they are read: they are saved one after the other, and some of them bit by bit.
    private let quietFor: Duration
    private let state: Mutex<State>

    /// Reads the configuration.
    ///
    /// A roster that cannot be read is taken from the copy of the last good one; throws where there is none, or where the
    /// settings themselves cannot be used.
    package init(
        config: String, environment: [String: String], time: TimeSource,
        quietFor: Duration = FileStamps.quietFor
    ) throws(ServiceError) {
        let watched = WatchedFiles(
            config, try Workplace.settings(config: config, environment: environment, time: time))
        let stamps = watched.stamps
        // Once more: what is saved from here on is seen at the first look.
        let settings = try Workplace.settings(config: config, environment: environment, time: time)
        let copy = LastGoodRoster(keptBeside: settings.storePath)
        var faults: [Notice]
        var files: RosterFiles?
        do {
            let read = try RosterFiles.load(folder: settings.rosterFolder, catalogue: settings.cataloguePath)
            faults = Self.gone(from: read, settings, copy)
            files = read
        } catch {
            faults = error.problems.map(\.notice)
        }
        if !faults.isEmpty { files = copy?.read(catalogue: settings.cataloguePath != nil) }
        guard let files else { throw ServiceError(.usage, faults) }
        let workplace = Workplace(
            config: config, settings: settings, files: files, environment: environment, time: time)
        (self.config, self.environment, self.time, self.quietFor) = (config, environment, time, quietFor)
        state = Mutex(
            State(
                workplace: workplace, stamps: stamps, watched: watched, faults: faults,
                isOfCopy: !faults.isEmpty))
        if faults.isEmpty { Self.keepCopy(of: workplace, watched, ifStill: stamps) }
    }

    /// The last good configuration.
    package var workplace: Workplace { state.withLock { $0.workplace } }

    /// Why the files as they are cannot be used; empty where they are in force.
    package var faults: [Notice] { state.withLock { $0.faults } }

    /// Whether the roster is the one that an earlier process kept: by others may have been credited since, so nothing is credited
    /// anew by it, or booked.
    package var isOfCopy: Bool { state.withLock { $0.isOfCopy } }

    /// Looks at the files; `nil` where nobody has saved any since, or somebody just has.
    package func look() -> Change? {
        state.withLock { state in
            let stamps = state.watched.stamps
            guard stamps != state.stamps else {
                state.saved = nil
                return nil
            }
            guard let saved = state.saved, saved.stamps == stamps else {
                state.saved = (stamps, .now)
                return nil
            }
            guard .now - saved.since >= quietFor else { return nil }
            state.saved = nil
            return read(&state)
        }
    }

    private func read(_ state: inout State) -> Change {
        let settings = try? Workplace.settings(config: config, environment: environment, time: time)
        if let settings { state.watched = WatchedFiles(config, settings) }
        // Before they are read: what is saved meanwhile is seen at the next look.
        state.stamps = state.watched.stamps
        do throws(ServiceError) {
            let new = try Workplace(config: config, environment: environment, time: time)
            guard new.settings.storePath == state.workplace.settings.storePath else {
                throw ServiceError(.usage, [Notice("serve.store_moved", config)])
            }
            let gone = Self.gone(
                from: new.files, new.settings, LastGoodRoster(keptBeside: new.settings.storePath))
            if !gone.isEmpty { throw ServiceError(.usage, gone) }
            state.workplace = new
            (state.faults, state.isOfCopy) = ([], false)
            Self.keepCopy(of: new, state.watched, ifStill: state.stamps)
            return .taken
        } catch {
            state.faults = error.notices
            return .broken(error.notices)
        }
    }

    /// The tables of a roster that were there when it was last good and are not: nobody empties a roster by taking a file away.
    private static func gone(
        from files: RosterFiles, _ settings: Settings, _ lastGood: LastGoodRoster?
    ) -> [Notice] {
        (lastGood?.tablesGone(from: files) ?? []).map {
            Notice("serve.roster_file_gone", "\(settings.rosterFolder)/\($0)")
        }
    }

    /// Nothing is kept that was saved after it was read.
    private static func keepCopy(
        of workplace: Workplace, _ watched: WatchedFiles, ifStill stamps: FileStamps
    ) {
        let settings = workplace.settings
        let copy = LastGoodRoster(workplace.files, catalogue: settings.cataloguePath)
        if let copy, watched.stamps == stamps { copy.keep(besideStore: settings.storePath) }
    }
}

/// The files that a configuration is read from; what else lies in their folders is not looked at.
private struct WatchedFiles {
    private let files: [String]
    private let platforms: String?

    init(_ config: String, _ settings: Settings) {
        let roster = RosterFolder.fileNames.map { settings.rosterFolder + "/" + $0 }
        files = [config] + [settings.cataloguePath, settings.caFile].compactMap(\.self) + roster
        platforms = settings.platformsFolder
    }

    var stamps: FileStamps {
        FileStamps(files + (platforms.map(PlatformRegistry.descriptions) ?? []))
    }
}
