package import Domain
import Synchronization

/// The configuration of a process that stays: read anew whenever a file of it is saved, and kept as it was where it cannot be
/// read.
///
/// Whoever fetches goes on by the last good one; what is wrong with the files is told until they are mended.
package final class KeptConfiguration: Sendable {
    /// What became of files that were saved.
    package enum Change: Hashable, Sendable {
        /// They are in force.
        case taken
        /// They cannot be used, and why: the last good ones are in force.
        case broken([Notice])
    }

    private struct State {
        var workplace: Workplace
        var stamps: FileStamps
        var faults: [Notice]
    }

    private let config: String
    private let environment: [String: String]
    private let time: TimeSource
    private let state: Mutex<State>

    /// Reads the configuration.
    ///
    /// A roster that cannot be read is taken from the copy of the last good one; throws where there is none, or where the
    /// settings themselves cannot be used.
    package init(config: String, environment: [String: String], time: TimeSource) throws(ServiceError) {
        let settings = try Workplace.settings(config: config, environment: environment, time: time)
        let stamps = Self.stamps(config, settings)
        var faults: [Notice] = []
        let files: RosterFiles
        do {
            files = try RosterFiles.load(folder: settings.rosterFolder, catalogue: settings.cataloguePath)
        } catch {
            faults = error.problems.map(\.notice)
            let copy = LastGoodRoster(ofStore: settings.storePath)
            guard let kept = copy.load(catalogue: settings.cataloguePath != nil) else {
                throw ServiceError(.usage, faults)
            }
            files = kept
        }
        let workplace = Workplace(
            config: config, settings: settings, files: files, environment: environment, time: time)
        (self.config, self.environment, self.time) = (config, environment, time)
        state = Mutex(State(workplace: workplace, stamps: stamps, faults: faults))
        if faults.isEmpty { keepCopy(of: workplace, ifStill: stamps) }
    }

    /// The last good configuration.
    package var workplace: Workplace { state.withLock { $0.workplace } }

    /// Why the files as they are cannot be used; empty where they are in force.
    package var faults: [Notice] { state.withLock { $0.faults } }

    /// Looks at the files; `nil` where nobody has saved any since.
    package func look() -> Change? {
        state.withLock { state in
            let stamps = Self.stamps(config, state.workplace.settings)
            if stamps == state.stamps { return nil }
            state.stamps = stamps
            do throws(ServiceError) {
                let new = try Workplace(config: config, environment: environment, time: time)
                guard new.settings.storePath == state.workplace.settings.storePath else {
                    throw ServiceError(.usage, [Notice("serve.store_moved", config)])
                }
                state.workplace = new
                state.faults = []
                keepCopy(of: new, ifStill: stamps)
                return .taken
            } catch {
                state.faults = error.notices
                return .broken(error.notices)
            }
        }
    }

    /// Nothing is copied that was saved after it was read.
    private func keepCopy(of workplace: Workplace, ifStill stamps: FileStamps) {
        let settings = workplace.settings
        LastGoodRoster(ofStore: settings.storePath).keep(
            folder: settings.rosterFolder, catalogue: settings.cataloguePath,
            isStill: { Self.stamps(config, settings) == stamps })
    }

    private static func stamps(_ config: String, _ settings: Settings) -> FileStamps {
        FileStamps(
            files: [config] + [settings.cataloguePath].compactMap { $0 },
            folders: [settings.rosterFolder] + [settings.platformsFolder].compactMap { $0 })
    }
}
