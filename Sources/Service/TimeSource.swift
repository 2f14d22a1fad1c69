package import Domain
import Foundation
import Synchronization

/// Where a process has the time from: the wall, or a rehearsal, in which it stands still or is driven from outside.
package struct TimeSource: Sendable {
    /// The time as it is now.
    package let now: @Sendable () -> Instant
    /// Whether it is that of a rehearsal: then every account has to be on this machine.
    package let isRehearsal: Bool
    /// Whether somebody else drives it, and it may leap.
    package let isDriven: Bool
    /// How long whoever waits for an instant sleeps before it looks again.
    package var beat: Duration { isDriven ? .milliseconds(10) : .seconds(1) }

    private init(isRehearsal: Bool, isDriven: Bool = false, now: @escaping @Sendable () -> Instant) {
        (self.isRehearsal, self.isDriven, self.now) = (isRehearsal, isDriven, now)
    }

    /// The clock on the wall.
    package static let wall = TimeSource(isRehearsal: false) {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// It stands still.
    package static func fixed(_ instant: Instant) -> TimeSource {
        TimeSource(isRehearsal: true) { instant }
    }

    /// What `--now` says: `2022-12-30T00:00:00+08:00`, or `file:PATH` of a file that holds such an instant and is read whenever
    /// the time is asked for, so that somebody else can drive it.
    ///
    /// Throws where it is no instant, and where the file holds none when it is looked at first.
    package init(rehearsing text: String) throws(ServiceError) {
        guard text.hasPrefix(Self.filePrefix) else {
            guard let instant = Instant(iso: text) else {
                throw ServiceError(.usage, [Notice("question.no_instant", text)])
            }
            self = .fixed(instant)
            return
        }
        let path = String(text.dropFirst(Self.filePrefix.count))
        guard let first = Self.instant(inFile: path) else {
            throw ServiceError(.usage, [Notice("question.no_instant_in_file", path)])
        }
        let last = LastSeen(first)
        // A file that is being written anew says nothing for a moment.
        self.init(isRehearsal: true, isDriven: true) { last.see(Self.instant(inFile: path)) }
    }

    private static let filePrefix = "file:"

    private static func instant(inFile path: String) -> Instant? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        return Instant(iso: text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// The last instant that a file held.
    private final class LastSeen: Sendable {
        private let instant: Mutex<Instant>

        init(_ first: Instant) {
            instant = Mutex(first)
        }

        func see(_ new: Instant?) -> Instant {
            instant.withLock { last in
                last = new ?? last
                return last
            }
        }
    }
}
